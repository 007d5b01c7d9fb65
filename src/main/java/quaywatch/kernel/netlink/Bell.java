package quaywatch.kernel.netlink;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import quaywatch.kernel.call.Call;
import quaywatch.kernel.call.SystemCalls;

/**
 * Wakes whoever waits for a descriptor (eventfd(2)): closing the descriptor under a thread that waits for it would not. One thread waits, any
 * other may {@link #ring}; {@link #close} comes when neither does any more.
 */
final class Bell implements AutoCloseable {

    /** EFD_CLOEXEC and EFD_NONBLOCK, include/uapi/linux/eventfd.h. */
    private static final int FLAGS = 0x80000 | 0x800;
    // struct pollfd { int fd; short events; short revents; }, ppoll(2); here two of them
    private static final int ENTRY = 8;
    private static final int EVENTS = 4;
    private static final short POLLIN = 1;

    private final SystemCalls waiting = new SystemCalls();
    private final SystemCalls ringing = new SystemCalls();
    private final MemorySegment entries = SystemCalls.memory(2 * ENTRY);
    private final MemorySegment one = SystemCalls.memory(Long.BYTES);
    private final int descriptor;

    private Bell(int descriptor) {
        this.descriptor = descriptor;
        one.set(ValueLayout.JAVA_LONG, 0, 1);
    }

    /** What came of {@link #open}. */
    sealed interface Opening {

        /** The bell; close it when done. */
        record Opened(Bell bell) implements Opening {}

        /** There is none, for this error number. */
        record Refused(int errno) implements Opening {}
    }

    static Opening open() {
        long descriptor = new SystemCalls().call(Call.EVENTFD2, 0, FLAGS, 0, 0);
        return descriptor < 0 ? new Opening.Refused((int) -descriptor) : new Opening.Opened(new Bell((int) descriptor));
    }

    /** Waits until another descriptor has something to read, or an error to tell, or the bell was rung; 0 or more, or a negated error number. */
    long await(int other) {
        entry(0, other);
        entry(ENTRY, descriptor);
        return waiting.call(Call.PPOLL, entries.address(), 2, 0, 0);
    }

    private void entry(int at, int awaited) {
        entries.set(ValueLayout.JAVA_INT, at, awaited);
        entries.set(ValueLayout.JAVA_SHORT, at + EVENTS, POLLIN);
    }

    /** From now on nobody waits any more. */
    void ring() {
        ringing.call(Call.WRITE, descriptor, one.address(), Long.BYTES, 0);
    }

    @Override
    public void close() {
        ringing.close(descriptor);
    }
}
