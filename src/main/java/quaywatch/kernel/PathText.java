package quaywatch.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import quaywatch.kernel.call.SystemCalls;

/**
 * Short paths, written where a system call reads them, with a zero behind. One at a time: each takes the place of the one before. Makes nothing,
 * for every descriptor of every process comes by.
 */
final class PathText {

    private static final int SIZE = 64;
    /** The largest number with seven digits. */
    private static final int LONGEST_SHORT = 9_999_999;

    private final MemorySegment memory = SystemCalls.memory(SIZE);
    private final ByteBuffer word = memory.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    private final byte[] bytes = new byte[SIZE];
    private final long address = memory.address();

    /** Writes a text of plain ASCII; where it lies. */
    long of(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            bytes[i] = (byte) plain.charAt(i);
        }
        return written(plain.length());
    }

    /** Writes {@code pid/fd}; where it lies. */
    long table(int pid) {
        int at = digits(pid);
        bytes[at] = '/';
        bytes[at + 1] = 'f';
        bytes[at + 2] = 'd';
        return written(at + 3);
    }

    /** Writes a number, in one go where its digits fit a word; where it lies. */
    long number(int number) {
        if (number > LONGEST_SHORT) {
            return written(digits(number));
        }
        long digits = 0;
        int rest = number;
        do {
            digits = digits << Byte.SIZE | '0' + rest % 10;
            rest /= 10;
        } while (rest > 0);
        word.putLong(0, digits);
        return address;
    }

    private int digits(int number) {
        int length = 1;
        for (int rest = number; rest >= 10; rest /= 10) {
            length++;
        }
        int rest = number;
        for (int i = length - 1; i >= 0; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return length;
    }

    private long written(int length) {
        bytes[length] = 0;
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, length + 1);
        return address;
    }
}
