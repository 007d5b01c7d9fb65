package quaywatch.kernel.netlink;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.Access;
import quaywatch.kernel.NativeWords;
import quaywatch.kernel.RowSink;
import quaywatch.kernel.call.Errno;
import quaywatch.kernel.netlink.NetlinkSocket.Opening;
import quaywatch.model.Family;
import quaywatch.model.Protocol;

/**
 * Asks the kernel for all sockets of a protocol in the own network namespace, whosever they are: sock_diag(7). Needs no rights. A table that
 * the kernel lacks, or that a sandbox hides, is told as failed before any row. Used by one thread at a time.
 */
public final class SocketDiag implements AutoCloseable {

    /** A dump takes microseconds a socket and a call fills at most 32 KiB, so whoever waits longer waits in vain. */
    private static final int SECONDS = 5;
    private static final int NOT_ANSWERED = Integer.MAX_VALUE;
    /** A socket makes one dump at a time; one that was left in the middle still counts. */
    private static final int TRIES = 3;

    private final boolean counters;
    private final DiagRow row = new DiagRow();
    private @Nullable NetlinkSocket socket;
    private int sequence;
    private int oddMessages;
    private long rows;
    private boolean onePass = true;

    /** @param counters  whether to ask for {@link quaywatch.kernel.TcpCounters} too */
    public SocketDiag(boolean counters) {
        this.counters = counters;
    }

    /** Hands on all sockets of a protocol, TCP or UDP. FAILED after some rows were handed on means that the rest is missing. */
    public Access read(Protocol protocol, RowSink sink) {
        if (protocol == Protocol.TCP && onePass) {
            Access access = ask(protocol, null, sink);
            if (access.done() || rows > 0) {
                return access;
            }
            onePass = false;
        }
        Access fourth = ask(protocol, Family.IPV4, sink);
        if (!fourth.done()) {
            return fourth;
        }
        Access sixth = ask(protocol, Family.IPV6, sink);
        // A kernel without IPv6 has no such table, and no such sockets.
        return sixth.kind() == Access.Kind.GONE ? Access.DONE : sixth;
    }

    /** How many rows the last {@link #read} handed on. */
    public long rows() {
        return rows;
    }

    /** How many messages were odd since the last call. */
    public int takeOddMessages() {
        int count = oddMessages;
        oddMessages = 0;
        return count;
    }

    private Access ask(Protocol protocol, @Nullable Family family, RowSink sink) {
        Access access = Access.DONE;
        for (int i = 0; i < TRIES; i++) {
            rows = 0;
            int errno = dump(protocol, family, sink);
            if (errno == 0) {
                return Access.DONE;
            }
            access = Access.of(errno);
            // Whatever is left of this dump must not be taken for the next one.
            close();
            if (errno != Errno.EBUSY || rows > 0) {
                break;
            }
        }
        return access;
    }

    private int dump(Protocol protocol, @Nullable Family family, RowSink sink) {
        NetlinkSocket open = socket;
        if (open == null) {
            switch (NetlinkSocket.open(NetlinkSocket.SOCK_DIAG, SECONDS)) {
                case Opening.Opened(var opened) -> open = opened;
                case Opening.Refused(int errno) -> {
                    return errno;
                }
            }
            socket = open;
        }
        sequence++;
        long sent = open.send(family == null
                ? DiagRequest.tcp(sequence, counters)
                : DiagRequest.of(protocol, family, sequence, counters && protocol == Protocol.TCP));
        return sent < 0 ? (int) -sent : answer(open, protocol, sink);
    }

    private int answer(NetlinkSocket open, Protocol protocol, RowSink sink) {
        int status = NOT_ANSWERED;
        while (status == NOT_ANSWERED) {
            long length = open.receive();
            if (length < 0) {
                return (int) -length;
            }
            if (length > NetlinkSocket.CAPACITY) {
                return Errno.EMSGSIZE;
            }
            status = datagram(open.words(), (int) length, protocol, sink);
        }
        return status;
    }

    /** Goes through the messages of a datagram; the dump's error number at its end, {@link #NOT_ANSWERED} before it. */
    int datagram(int[] words, int length, Protocol protocol, RowSink sink) {
        int at = 0;
        while (at + Message.HEAD <= length) {
            int end = at + NativeWords.number32(words, at);
            if (end < at + Message.HEAD || end > length) {
                oddMessages++;
                break;
            }
            if (NativeWords.number32(words, at + Message.SEQUENCE) == sequence) {
                switch (NativeWords.unsigned16(words, at + Message.TYPE)) {
                    case Message.DONE, Message.ERROR -> {
                        return Message.errno(words, at, end);
                    }
                    case DiagRequest.TCPDIAG_GETSOCK, DiagRequest.SOCK_DIAG_BY_FAMILY ->
                        socket(words, at + Message.HEAD, end, protocol, sink);
                    default -> oddMessages++;
                }
            }
            at = at + (end - at + 3 & ~3);
        }
        return NOT_ANSWERED;
    }

    private void socket(int[] words, int from, int to, Protocol protocol, RowSink sink) {
        if (row.parse(protocol, words, from, to)) {
            rows++;
            sink.row(row);
        } else {
            oddMessages++;
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
