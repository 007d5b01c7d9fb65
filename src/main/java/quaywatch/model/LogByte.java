package quaywatch.model;

/** A number in one byte, to about a twentieth: 0, then seven steps for each doubling, up to 2^36. Order is kept. */
public final class LogByte {

    private static final double STEPS = 7;
    private static final int MOST = 255;

    private LogByte() {}

    /** The byte for a number; what is below 0 is taken for 0, what is too large for the largest. */
    public static byte of(long number) {
        return number <= 0 ? 0 : (byte) Math.min(MOST, 1 + Math.round(STEPS * Math.log(number) / Math.log(2)));
    }

    /** About the number that a byte was made of. */
    public static long value(byte logarithm) {
        int step = Byte.toUnsignedInt(logarithm);
        return step == 0 ? 0 : Math.round(Math.pow(2, (step - 1) / STEPS));
    }
}
