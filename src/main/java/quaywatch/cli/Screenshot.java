package quaywatch.cli;

import java.nio.file.Path;

/**
 * A picture to draw.
 *
 * @param file    where to write the PNG; a folder where the screen is all of them
 * @param theme   in which colours
 * @param width   in pixels, {@link #SMALLEST} to {@link #WIDEST}
 * @param height  in pixels, {@link #SMALLEST} to {@link #HIGHEST}
 * @param screen  one of {@link Program#screens()}
 * @param textSize  percent of the usual size of text, {@link #SMALLEST_TEXT} to {@link #LARGEST_TEXT}
 * @param source  what to show
 */
public record Screenshot(Path file, Theme theme, int width, int height, String screen, int textSize, SourceChoice source) {

    /** The size nobody asked for. */
    static final String USUAL_SIZE = "1200x760";

    public static final int SMALLEST = 320;
    /** A larger picture does not fit into the memory that the program is given, in which the toolkit holds it several times. */
    public static final int WIDEST = 2_560;
    public static final int HIGHEST = 1_440;

    /** As in the settings of the window. */
    public static final int SMALLEST_TEXT = 80;
    public static final int USUAL_TEXT = 100;
    public static final int LARGEST_TEXT = 200;

    public Screenshot {
        if (!canHaveText(textSize)) {
            throw new IllegalArgumentException("text can't have " + textSize + " percent of its size");
        }
        if (!canBe(width, height)) {
            throw new IllegalArgumentException("a picture can't be " + width + "x" + height);
        }
    }

    /** The like picture of one screen, in the folder that this one's file is. */
    public Screenshot of(String one) {
        return new Screenshot(file.resolve(one + ".png"), theme, width, height, one, textSize, source);
    }

    static boolean canBe(int width, int height) {
        return Math.min(width, height) >= SMALLEST && width <= WIDEST && height <= HIGHEST;
    }

    static boolean canHaveText(int percent) {
        return percent >= SMALLEST_TEXT && percent <= LARGEST_TEXT;
    }

    /** The colours of a picture. */
    public enum Theme {
        LIGHT, DARK, CONTRAST,
        /** Light, in hues for the colour-blind. */
        SAFE_LIGHT,
        /** Dark, likewise. */
        SAFE_DARK
    }
}
