package quaywatch.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import quaywatch.ui.kit.Key;
import quaywatch.ui.theme.Sizes;

/** What a dialog says: as high as its text, and scrolled where the window is too low for that, so that the buttons stay in sight. */
public final class DialogBody extends Scroll {

    private static final double LEAST = 120;

    private final ObservableValue<Sizes> sizes;

    public DialogBody(ObservableValue<Sizes> sizes) {
        this.sizes = sizes;
        getStyleClass().add("dialog-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /** Shows this from now on. */
    public void show(VBox text) {
        setContent(text);
    }

    /** Scrolls if the key is for that: the focus stays on the buttons below. */
    public boolean scrolled(KeyEvent event) {
        boolean down = Key.DOWN.matches(event);
        if (down || Key.UP.matches(event)) {
            setVvalue(Math.clamp(getVvalue() + (down ? 0.5 : -0.5), 0, 1));
        }
        return down || Key.UP.matches(event);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** A scroll pane by itself asks for the height its text would have on lines without end. */
    @Override
    protected double computePrefHeight(double width) {
        return getContent() instanceof Region text ? snappedTopInset() + text.prefHeight(width) + snappedBottomInset() : least();
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(least(), computePrefHeight(width));
    }

    private double least() {
        return sizes.getValue().of(LEAST);
    }
}
