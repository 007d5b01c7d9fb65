package quaywatch.settings;

/**
 * Where the window was, in pixels of the desktop. Whether a screen still covers it is for the reader to check.
 *
 * @param x          left edge; may be negative
 * @param y          upper edge; may be negative
 * @param width      {@link #SMALLEST} to {@link #LARGEST}
 * @param height     likewise
 * @param maximized  whether it filled the screen; the rest is then where it goes back to
 */
public record Geometry(int x, int y, int width, int height, boolean maximized) {

    public static final int SMALLEST = 200;
    public static final int LARGEST = 20_000;

    public Geometry {
        if (Math.abs((long) x) > LARGEST || Math.abs((long) y) > LARGEST) {
            throw new IllegalArgumentException("a window is at most 20000 pixels away, not at " + x + ", " + y);
        }
        if (width < SMALLEST || height < SMALLEST || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException("a window is 200 to 20000 pixels wide and high, not " + width + " x " + height);
        }
    }
}
