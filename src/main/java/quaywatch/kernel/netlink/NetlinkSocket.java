package quaywatch.kernel.netlink;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.NativeBytes;
import quaywatch.kernel.call.Call;
import quaywatch.kernel.call.Errno;
import quaywatch.kernel.call.SystemCalls;

/**
 * A netlink socket (netlink(7)). What fails gives a negated error number. Used by one thread at a time; {@link #close} may come from any
 * thread and wakes nobody: whoever waits in {@link #receive} does so for the time limit at most.
 */
final class NetlinkSocket implements AutoCloseable {

    // Families, include/uapi/linux/netlink.h.
    static final int SOCK_DIAG = 4;

    /** The kernel fills at most 32 KiB a call of a dump; what it announces may be a little more. */
    static final int CAPACITY = 64 * 1024;

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int MSG_TRUNC = 0x20;
    private static final int MSG_DONTWAIT = 0x40;
    // include/uapi/asm-generic/socket.h
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int SO_RCVTIMEO = 20;
    /** struct sockaddr_nl: family, padding, pid, groups. */
    private static final int ADDRESS = 12;
    private static final int ADDRESS_PID = 4;
    private static final int ADDRESS_GROUPS = 8;
    private static final int TIMEVAL = 16;

    private final SystemCalls calls;
    private final int descriptor;
    private final MemorySegment memory = SystemCalls.memory(CAPACITY);
    private final MemorySegment sender = SystemCalls.memory(ADDRESS + Integer.BYTES);
    // A socket is read in one of both ways, so only that takes memory.
    private byte @Nullable [] bytes;
    private int @Nullable [] words;
    private int received;
    private boolean closed;

    private NetlinkSocket(SystemCalls calls, int descriptor) {
        this.calls = calls;
        this.descriptor = descriptor;
    }

    /** What came of {@link #open}: the socket, or why there is none. */
    sealed interface Opening {

        /** The socket; close it when done. */
        record Opened(NetlinkSocket socket) implements Opening {}

        /** There is none, for this error number. */
        record Refused(int errno) implements Opening {}
    }

    /** Opens a socket of a netlink family, on which no wait is longer than so many seconds. */
    static Opening open(int family, int seconds) {
        SystemCalls calls = new SystemCalls();
        long descriptor = calls.call(Call.SOCKET, AF_NETLINK, SOCK_RAW_CLOEXEC, family, 0);
        if (descriptor < 0) {
            return new Opening.Refused((int) -descriptor);
        }
        NetlinkSocket socket = new NetlinkSocket(calls, (int) descriptor);
        socket.limitWaits(seconds);
        return new Opening.Opened(socket);
    }

    private void limitWaits(int seconds) {
        memory.set(ValueLayout.JAVA_LONG, 0, seconds);
        memory.set(ValueLayout.JAVA_LONG, 8, 0);
        calls.call(Call.SETSOCKOPT, descriptor, SOL_SOCKET, SO_RCVTIMEO, memory.address(), TIMEVAL, 0);
    }

    /** Joins multicast groups, a bit for each, the lowest for group 1; 0, or why not. */
    synchronized long join(int groups) {
        memory.set(ValueLayout.JAVA_LONG, 0, 0);
        memory.set(ValueLayout.JAVA_SHORT, 0, (short) AF_NETLINK);
        memory.set(ValueLayout.JAVA_INT, ADDRESS_GROUPS, groups);
        return calls.call(Call.BIND, descriptor, memory.address(), ADDRESS, 0);
    }

    /** Lets so many bytes wait here, or as many as the machine allows (net.core.rmem_max) who may not have more: socket(7). */
    synchronized void widen(int size) {
        memory.set(ValueLayout.JAVA_INT, 0, size);
        if (calls.call(Call.SETSOCKOPT, descriptor, SOL_SOCKET, SO_RCVBUFFORCE, memory.address(), Integer.BYTES, 0) < 0) {
            calls.call(Call.SETSOCKOPT, descriptor, SOL_SOCKET, SO_RCVBUF, memory.address(), Integer.BYTES, 0);
        }
    }

    /** What {@code poll(2)} knows it by. */
    int descriptor() {
        return descriptor;
    }

    /** Sends a message to the kernel; 0 or more if it was taken. */
    synchronized long send(byte[] message) {
        if (closed) {
            return -Errno.EINTR;
        }
        MemorySegment.copy(message, 0, memory, ValueLayout.JAVA_BYTE, 0, message.length);
        return calls.call(Call.SENDTO, descriptor, memory.address(), message.length, 0);
    }

    /**
     * Waits for the next datagram and leaves it in {@link #bytes}. Its length; more than {@link #CAPACITY} if it was longer, and then its end is
     * lost. What others than the kernel send is passed over: any process may write to a netlink socket.
     */
    long receive() {
        return receive(MSG_TRUNC);
    }

    /** The same without waiting: EAGAIN, negated, if nothing is there. */
    long receiveNow() {
        return receive(MSG_TRUNC | MSG_DONTWAIT);
    }

    private synchronized long receive(int flags) {
        long length;
        do {
            if (closed) {
                return -Errno.EINTR;
            }
            sender.set(ValueLayout.JAVA_INT, ADDRESS, ADDRESS);
            length = calls.call(Call.RECVFROM, descriptor, memory.address(), CAPACITY, flags, sender.address(),
                    sender.address() + ADDRESS);
        } while (length == -Errno.EINTR || length >= 0 && sender.get(ValueLayout.JAVA_INT, ADDRESS_PID) != 0);
        received = Math.clamp(length, 0, CAPACITY);
        return length;
    }

    /** What was received last; valid until the next call. */
    synchronized byte[] bytes() {
        byte[] copy = bytes == null ? new byte[CAPACITY] : bytes;
        bytes = copy;
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, 0, copy, 0, received);
        return copy;
    }

    /** The same in words; what lies behind its end is left from before. */
    synchronized int[] words() {
        int[] copy = words == null ? new int[CAPACITY / Integer.BYTES] : words;
        words = copy;
        MemorySegment.copy(memory, ValueLayout.JAVA_INT, 0, copy, 0, received + 3 >> 2);
        return copy;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            calls.close(descriptor);
        }
    }

    /** The head of a message (struct nlmsghdr), in the byte order of the machine. */
    static void head(byte[] message, int type, int flags, int sequence) {
        NativeBytes.put32(message, 0, message.length);
        NativeBytes.put16(message, 4, type);
        NativeBytes.put16(message, 6, flags);
        NativeBytes.put32(message, 8, sequence);
    }
}
