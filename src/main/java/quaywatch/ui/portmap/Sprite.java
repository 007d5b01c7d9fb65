package quaywatch.ui.portmap;

import quaywatch.view.PortUse;

/**
 * The mark of a use at some size, pixel by pixel. Marks differ by shape and size too, not by colour alone.
 *
 * @param side  of the square it stands in
 * @param mask  row by row what each pixel is
 */
record Sprite(int side, byte[] mask) {

    static final byte NOTHING = 0;
    /** Of the ground's colour, so that a mark stands out from those below it. */
    static final byte RING = 1;
    static final byte INK = 2;

    private static final int LISTENER = 8;
    private static final int CONNECTED = 3;
    private static final int WAITING = 4;
    private static final int RECENT = 2;
    private static final int LARGEST = 14;
    /** The usual side of a port, for which the figures above are. */
    private static final int CELL = 2;

    /** The mark of a use where a port has so many pixels. */
    static Sprite of(PortUse use, int cell) {
        return switch (use) {
            case EVERY_INTERFACE -> ringed(grown(LISTENER, cell), (_, _, _) -> true);
            case ONE_ADDRESS -> ringed(grown(LISTENER, cell) + 1, (x, y, r) -> Math.abs(x) + Math.abs(y) <= r + 0.5);
            case THIS_MACHINE -> ringed(grown(LISTENER, cell), (x, y, r) -> x * x + y * y <= (r + 0.35) * (r + 0.35));
            case NAMESPACE -> ringed(grown(LISTENER, cell), (x, y, r) -> 2 * Math.abs(x) <= y + r + 0.5);
            case BOUND -> ringed(grown(LISTENER, cell), (x, y, _) -> Math.abs(Math.abs(x) - Math.abs(y)) <= 1);
            case CONNECTED -> plain(grown(CONNECTED, cell), (_, _, _) -> true);
            case TIME_WAIT -> plain(grown(WAITING, cell), (x, y, r) -> Math.max(Math.abs(x), Math.abs(y)) > r - 1);
            case RECENT -> plain(grown(RECENT, cell), (_, _, _) -> true);
        };
    }

    /** Marks grow with the cell, more slowly than it: a single port needs no more than to be seen. */
    private static int grown(int usual, int cell) {
        return Math.min(Math.max(usual, usual * cell / (4 * CELL)), LARGEST);
    }

    private interface Shape {

        /** Whether a point is ink, both counted from the middle; {@code reach} is the middle of the outermost pixel. */
        boolean has(double x, double y, double reach);
    }

    private static Sprite plain(int side, Shape shape) {
        byte[] mask = new byte[side * side];
        double reach = (side - 1) / 2.0;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = shape.has(i % side - reach, i / side - reach, reach) ? INK : NOTHING;
        }
        return new Sprite(side, mask);
    }

    private static Sprite ringed(int inner, Shape shape) {
        byte[] ink = plain(inner, shape).mask;
        int side = inner + 2;
        byte[] mask = new byte[side * side];
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] == INK) {
                int at = (i / inner + 1) * side + i % inner + 1;
                surround(mask, at, side);
            }
        }
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] == INK) {
                mask[(i / inner + 1) * side + i % inner + 1] = INK;
            }
        }
        return new Sprite(side, mask);
    }

    private static void surround(byte[] mask, int at, int side) {
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                mask[at + down * side + right] = RING;
            }
        }
    }
}
