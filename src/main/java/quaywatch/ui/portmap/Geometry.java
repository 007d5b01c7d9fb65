package quaywatch.ui.portmap;

import quaywatch.view.PortMap;

/**
 * Where each port lies: 256 in a row, 256 rows, of which a window is to be seen. All lengths are whole pixels.
 *
 * @param cell    the side of a port
 * @param left    how much of the picture lies to the left of the window; negative where it begins inside
 * @param top     how much lies above it, likewise
 * @param width   of the window
 * @param height  of the window
 */
record Geometry(int cell, int left, int top, int width, int height) {

    /** Ports in a row, and rows. */
    static final int SIDE = 256;

    /** So much is to be seen round the picture: marks at its edge are larger than ports. */
    static final int MARGIN = 6;

    /** A window of a size, with as much of the picture in it as possible, that begins at these places or before. */
    static Geometry of(int cell, int left, int top, int roomWidth, int roomHeight) {
        int whole = SIDE * cell + 2 * MARGIN;
        int width = Math.clamp(roomWidth, 1, whole);
        int height = Math.clamp(roomHeight, 1, whole);
        return new Geometry(cell, Math.clamp(left, -MARGIN, whole - width - MARGIN), Math.clamp(top, -MARGIN, whole - height - MARGIN),
                width, height);
    }

    /** The port under a point of the window; the nearest one for a point beside it. */
    int port(double x, double y) {
        return row(y) * SIDE + column(x);
    }

    int column(double x) {
        return Math.clamp(Math.floorDiv((int) Math.floor(x) + left, cell), 0, SIDE - 1);
    }

    int row(double y) {
        return Math.clamp(Math.floorDiv((int) Math.floor(y) + top, cell), 0, SIDE - 1);
    }

    /** Whether a port is to be seen. */
    boolean shows(int port) {
        return x(port) >= 0 && y(port) >= 0 && x(port) < width && y(port) < height;
    }

    /** The left edge of a port's cell in the window. */
    int x(int port) {
        return columnX(port % SIDE);
    }

    /** The upper edge of a port's cell in the window. */
    int y(int port) {
        return rowY(port / SIDE);
    }

    int columnX(int column) {
        return column * cell - left;
    }

    int rowY(int row) {
        return row * cell - top;
    }

    /** The same moved so that a port is to be seen. */
    Geometry showing(int port) {
        int x = port % SIDE * cell;
        int y = port / SIDE * cell;
        return of(cell, Math.clamp(left, Math.min(x, x + cell - width), x), Math.clamp(top, Math.min(y, y + cell - height), y), width,
                height);
    }

    /** Whether {@code port} is one. */
    static boolean isPort(int port) {
        return port >= 0 && port < PortMap.PORTS;
    }
}
