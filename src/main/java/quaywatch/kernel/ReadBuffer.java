package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A buffer that is filled again and again, so that reading a file costs no garbage. It takes memory from its first use on, and only as much as a
 * file needed so far: what stands by for another source is often never used, and most files are short. Used by one thread at a time.
 */
public final class ReadBuffer {

    private static final int FIRST = 8 * 1024;

    private final int capacity;
    private byte @Nullable [] bytes;
    private int length;
    private boolean cut;

    /** A buffer of at most so many bytes; a longer file is cut there. */
    public ReadBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** The bytes; valid from 0 to {@link #length()} until the next read. */
    public byte[] bytes() {
        byte[] now = bytes;
        if (now == null) {
            now = new byte[Math.min(FIRST, capacity)];
            bytes = now;
        }
        return now;
    }

    /** How many bytes the last read left here. */
    public int length() {
        return length;
    }

    /** Whether the file had more than fits. */
    public boolean cut() {
        return cut;
    }

    /** Makes it twice as large and keeps what is in it; false if it is as large as it may become. */
    boolean grow() {
        byte[] now = bytes();
        if (now.length == capacity) {
            return false;
        }
        bytes = Arrays.copyOf(now, Math.min(2 * now.length, capacity));
        return true;
    }

    void set(int newLength, boolean newCut) {
        length = newLength;
        cut = newCut;
    }

    /** All of it as text without blanks around; bytes that are not UTF-8 become U+FFFD. */
    public String text() {
        return new String(bytes(), 0, length, StandardCharsets.UTF_8).strip();
    }
}
