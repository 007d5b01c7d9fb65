package quaywatch.kernel;

import java.nio.ByteOrder;

/**
 * Numbers in the byte order of the machine, as the kernel writes them. Put together by hand: the quick compiler, which is the only one the
 * program is started with, leaves the calls behind a {@code VarHandle} as they are.
 */
public final class NativeBytes {

    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private NativeBytes() {}

    public static int unsigned16(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return LITTLE ? second << 8 | first : first << 8 | second;
    }

    public static int number32(byte[] bytes, int at) {
        return LITTLE
                ? bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24
                : network32(bytes, at);
    }

    public static long unsigned32(byte[] bytes, int at) {
        return number32(bytes, at) & 0xffff_ffffL;
    }

    public static long number64(byte[] bytes, int at) {
        long first = number32(bytes, at) & 0xffff_ffffL;
        long second = number32(bytes, at + Integer.BYTES) & 0xffff_ffffL;
        return LITTLE ? second << 32 | first : first << 32 | second;
    }

    /** In network order, whatever the machine. */
    private static int network32(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }

    public static void put16(byte[] bytes, int at, int value) {
        bytes[LITTLE ? at : at + 1] = (byte) value;
        bytes[LITTLE ? at + 1 : at] = (byte) (value >>> 8);
    }

    public static void put32(byte[] bytes, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + (LITTLE ? i : 3 - i)] = (byte) (value >>> 8 * i);
        }
    }
}
