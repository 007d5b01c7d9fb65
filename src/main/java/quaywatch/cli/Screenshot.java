package quaywatch.cli;

import java.nio.file.Path;

/**
 * A picture to draw.
 *
 * @param file    where to write the PNG
 * @param theme   in which colours
 * @param width   in pixels, {@link #SMALLEST} to {@link #LARGEST}
 * @param height  in pixels, likewise
 * @param screen  one of {@link Program#screens()}
 * @param source  what to show
 */
public record Screenshot(Path file, Theme theme, int width, int height, String screen, SourceChoice source) {

    /** The size nobody asked for. */
    static final String USUAL_SIZE = "1200x760";

    public static final int SMALLEST = 320;
    public static final int LARGEST = 8_000;

    public Screenshot {
        if (width < SMALLEST || width > LARGEST || height < SMALLEST || height > LARGEST) {
            throw new IllegalArgumentException("a picture is 320 to 8000 pixels wide and high");
        }
    }

    /** The colours of a picture. */
    public enum Theme {
        LIGHT, DARK
    }
}
