package quaywatch.cli;

import java.nio.file.Path;

/**
 * A picture to draw.
 *
 * @param file    where to write the PNG
 * @param theme   in which colours
 * @param width   in pixels, {@link #SMALLEST} to {@link #WIDEST}
 * @param height  in pixels, {@link #SMALLEST} to {@link #HIGHEST}
 * @param screen  one of {@link Program#screens()}
 * @param source  what to show
 */
public record Screenshot(Path file, Theme theme, int width, int height, String screen, SourceChoice source) {

    /** The size nobody asked for. */
    static final String USUAL_SIZE = "1200x760";

    public static final int SMALLEST = 320;
    /** A larger picture does not fit into the memory that the program is given, in which the toolkit holds it several times. */
    public static final int WIDEST = 2_560;
    public static final int HIGHEST = 1_440;

    public Screenshot {
        if (!canBe(width, height)) {
            throw new IllegalArgumentException("a picture can't be " + width + "x" + height);
        }
    }

    static boolean canBe(int width, int height) {
        return Math.min(width, height) >= SMALLEST && width <= WIDEST && height <= HIGHEST;
    }

    /** The colours of a picture. */
    public enum Theme {
        LIGHT, DARK
    }
}
