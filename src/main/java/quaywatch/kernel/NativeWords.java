package quaywatch.kernel;

import java.nio.ByteOrder;

/**
 * Numbers of what the kernel wrote, in the byte order of the machine, out of an array of words: all that netlink sends is aligned to four bytes,
 * and the quick compiler, which is the only one the program is started with, fetches a word at a fifth of what four bytes cost. Places are
 * counted in bytes and are a multiple of the size of what is read, of four for numbers of 64 bits.
 */
public final class NativeWords {

    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private NativeWords() {}

    public static int unsigned8(int[] words, int at) {
        int shift = (at & 3) * Byte.SIZE;
        return words[at >> 2] >>> (LITTLE ? shift : 24 - shift) & 0xff;
    }

    public static int unsigned16(int[] words, int at) {
        boolean low = (at & 2) == 0 == LITTLE;
        return low ? words[at >> 2] & 0xffff : words[at >> 2] >>> Short.SIZE;
    }

    public static int number32(int[] words, int at) {
        return words[at >> 2];
    }

    public static long unsigned32(int[] words, int at) {
        return words[at >> 2] & 0xffff_ffffL;
    }

    public static long number64(int[] words, int at) {
        long first = words[at >> 2] & 0xffff_ffffL;
        long second = words[(at >> 2) + 1] & 0xffff_ffffL;
        return LITTLE ? second << 32 | first : first << 32 | second;
    }

    /** In network order, whatever the machine. */
    public static int network16(int[] words, int at) {
        int number = unsigned16(words, at);
        return LITTLE ? (number & 0xff) << 8 | number >>> 8 : number;
    }

    /** In network order, whatever the machine. */
    public static int network32(int[] words, int at) {
        return LITTLE ? Integer.reverseBytes(words[at >> 2]) : words[at >> 2];
    }

    /** In network order, whatever the machine. */
    public static long network64(int[] words, int at) {
        return (long) network32(words, at) << 32 | network32(words, at + Integer.BYTES) & 0xffff_ffffL;
    }

    /** Copies the first {@code length} bytes; a last word that is not whole is filled up with zeros. The words must have room for them. */
    public static void copy(byte[] bytes, int length, int[] words) {
        int whole = length >> 2;
        for (int i = 0; i < whole; i++) {
            words[i] = NativeBytes.number32(bytes, i << 2);
        }
        if (length > whole << 2) {
            byte[] rest = new byte[Integer.BYTES];
            System.arraycopy(bytes, whole << 2, rest, 0, length - (whole << 2));
            words[whole] = NativeBytes.number32(rest, 0);
        }
    }

    /** The same as an array of its own. */
    public static int[] of(byte[] bytes) {
        int[] words = new int[bytes.length + 3 >> 2];
        copy(bytes, bytes.length, words);
        return words;
    }
}
