package quaywatch.ui.plot;

import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import quaywatch.ui.kit.ThemeColors;

/**
 * What a plot is drawn with, as the style sheets say.
 *
 * @param colors   by their names
 * @param letters  has the font of the labels
 */
record Ink(ThemeColors colors, Label letters) {

    /** The size of letters in the design, which all its other lengths belong to. */
    private static final double LETTERS = 10.5;

    /** Pixels for a figure of the design, whole ones and at least one. */
    double px(double figure) {
        return Math.max(1, Math.rint(figure * size() / LETTERS));
    }

    /** The size of the letters. */
    double size() {
        return font().getSize();
    }

    Font font() {
        return letters.getFont();
    }

    Color color(String name) {
        return colors.get(name);
    }
}
