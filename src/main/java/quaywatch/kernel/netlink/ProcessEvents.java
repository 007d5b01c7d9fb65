package quaywatch.kernel.netlink;

import quaywatch.kernel.Access;
import quaywatch.kernel.NativeBytes;
import quaywatch.kernel.call.Errno;

/**
 * The processes of the machine that begin, run another program and end: the process connector (Documentation/driver-api/connector.rst,
 * include/uapi/linux/cn_proc.h). Needs no rights since Linux 6.6, CAP_NET_ADMIN before, and is told only to those in the first namespaces for
 * processes, users and networks: others are refused or not answered at all, which is noticed. Used by one thread at a time; {@link #close} may
 * be called by another.
 */
public final class ProcessEvents implements AutoCloseable {

    /** NETLINK_CONNECTOR, include/uapi/linux/netlink.h. */
    private static final int FAMILY = 11;
    /** NLMSG_DONE: what the connector's own messages say too. */
    private static final int TYPE = Message.DONE;
    private static final int LISTEN = 1;
    private static final int IGNORE = 2;
    /** The answer lies behind what was told before it; if it is not among so many, there is none. */
    private static final int MOST_BEFORE_ANSWER = 1_000;
    /** Whoever is told more than this at once is told faster than he can listen. */
    private static final int MOST_AT_ONCE = 50_000;

    private final NetlinkSocket socket;

    private ProcessEvents(NetlinkSocket socket) {
        this.socket = socket;
    }

    /** What came of {@link #open}. */
    public sealed interface Opening {}

    /** From now on events wait to be taken; close it when done. */
    public record Opened(ProcessEvents events) implements Opening {}

    /** The kernel has no connector, or does not let us join. */
    public record Refused(Access access) implements Opening {}

    /**
     * Nobody answers. There is no connector in other network namespaces than the first; it says nothing to those in other pid and user namespaces;
     * or the kernel was built without such events.
     */
    public record Unanswered() implements Opening {}

    /** Takes what is told, on the thread that asks. */
    public interface Hearer {

        void event(ProcessEvent event);

        /** Some events were not told, or not in a way that could be read. */
        void lost();
    }

    /**
     * Begins to listen.
     *
     * @param size  bytes of messages that may wait, as far as the machine allows; one takes the kernel some 800, of twice the size
     */
    public static Opening open(int size) {
        return switch (NetlinkSocket.open(FAMILY, 0)) {
            case NetlinkSocket.Opening.Refused(int errno) -> new Refused(Access.of(errno));
            case NetlinkSocket.Opening.Opened(var socket) -> {
                Opening opening = joined(socket, size);
                if (!(opening instanceof Opened)) {
                    socket.close();
                }
                yield opening;
            }
        };
    }

    private static Opening joined(NetlinkSocket socket, int size) {
        socket.widen(size);
        long answer = socket.join(1 << ProcessMessages.NAME - 1);
        // Everyone is told every answer: ours has to be known.
        int mark = (int) System.nanoTime();
        if (answer >= 0) {
            answer = socket.send(request(LISTEN, mark));
        }
        if (answer == -Errno.ECONNREFUSED) {
            return new Unanswered();
        }
        return answer < 0 ? new Refused(Access.of((int) -answer)) : answered(socket, mark + 1);
    }

    /** The kernel answers before it comes back from the request. */
    private static Opening answered(NetlinkSocket socket, int mark) {
        Answer answer = new Answer(mark);
        ProcessMessages messages = new ProcessMessages(answer);
        for (int i = 0; i < MOST_BEFORE_ANSWER && answer.errno < 0; i++) {
            long length = socket.receiveNow();
            if (length < 0) {
                break;
            }
            messages.datagram(socket.bytes(), (int) Math.min(length, NetlinkSocket.CAPACITY));
        }
        return answer.errno < 0
                ? new Unanswered()
                : answer.errno > 0 ? new Refused(Access.of(answer.errno)) : new Opened(new ProcessEvents(socket));
    }

    /** A request: {@code struct cn_msg} with an {@code enum proc_cn_mcast_op}. */
    static byte[] request(int operation, int mark) {
        byte[] message = new byte[Message.HEAD + ProcessMessages.CONNECTOR + Integer.BYTES];
        NetlinkSocket.head(message, TYPE, 0, 0);
        NativeBytes.put32(message, Message.HEAD, ProcessMessages.NAME);
        NativeBytes.put32(message, Message.HEAD + 4, ProcessMessages.NAME);
        NativeBytes.put32(message, Message.HEAD + ProcessMessages.ACKNOWLEDGED, mark);
        NativeBytes.put16(message, Message.HEAD + ProcessMessages.LENGTH, Integer.BYTES);
        NativeBytes.put32(message, Message.HEAD + ProcessMessages.CONNECTOR, operation);
        return message;
    }

    private static final class Answer implements ProcessMessages.Listener {

        private final int mark;
        private int errno = -1;

        Answer(int mark) {
            this.mark = mark;
        }

        @Override
        public void event(ProcessEvent event) {
            // It comes before whoever listens has looked, so that look sees what came of it.
        }

        @Override
        public void answer(int acknowledged, int told) {
            errno = acknowledged == mark ? Math.max(0, told) : errno;
        }

        @Override
        public void lost() {
            // Likewise.
        }
    }

    /**
     * Hands on all that was told since the last call, without waiting for more.
     *
     * @return done, or why nothing will be told any more
     */
    public Access take(Hearer hearer) {
        ProcessMessages messages = new ProcessMessages(new Told(hearer));
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            long length = socket.receiveNow();
            if (length == -Errno.EAGAIN) {
                return Access.DONE;
            }
            if (length == -Errno.ENOBUFS || length > NetlinkSocket.CAPACITY) {
                hearer.lost();
            } else if (length < 0) {
                return Access.of((int) -length);
            } else {
                messages.datagram(socket.bytes(), (int) length);
            }
        }
        hearer.lost();
        return Access.DONE;
    }

    private record Told(Hearer hearer) implements ProcessMessages.Listener {

        @Override
        public void event(ProcessEvent event) {
            hearer.event(event);
        }

        @Override
        public void answer(int acknowledged, int errno) {
            // to somebody else, or to a farewell
        }

        @Override
        public void lost() {
            hearer.lost();
        }
    }

    /** Takes leave: kernels go on making events as long as somebody who asked for them has not. */
    @Override
    public void close() {
        socket.send(request(IGNORE, 0));
        socket.close();
    }
}
