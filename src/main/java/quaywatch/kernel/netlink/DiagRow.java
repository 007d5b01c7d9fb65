package quaywatch.kernel.netlink;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.NativeWords;
import quaywatch.kernel.SocketRow;
import quaywatch.kernel.TableStates;
import quaywatch.kernel.TcpCounters;
import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

/**
 * One socket, of a dump or of the word that it is gone: {@code struct inet_diag_msg} and the attributes behind it (include/uapi/linux/inet_diag.h). Ports and addresses stand in
 * network order, all else in the machine's. Fields are read when asked for, out of the buffer of the datagram.
 */
final class DiagRow extends SocketRow {

    // Offsets in struct inet_diag_msg.
    private static final int STATE = 1;
    private static final int TIMER = 2;
    private static final int LOCAL_PORT = 4;
    private static final int REMOTE_PORT = 6;
    private static final int LOCAL = 8;
    private static final int REMOTE = 24;
    private static final int INTERFACE = 40;
    private static final int COOKIE = 44;
    private static final int EXPIRES = 52;
    private static final int RECEIVE = 56;
    private static final int SEND = 60;
    private static final int UID = 64;
    private static final int INODE = 68;
    static final int LENGTH = 72;

    private static final int ATTRIBUTE_HEAD = 4;
    private static final int INFO = 2;
    private static final int V6ONLY = 11;
    private static final int CGROUP_ID = 21;
    /** NLA_TYPE_MASK without the two flag bits. */
    private static final int TYPE_MASK = 0x3fff;

    private static final int TIME_WAIT_TIMER = 3;

    private final TcpCounters counters = new TcpCounters();
    private int[] words = {};
    private int from;
    private Protocol protocol = Protocol.TCP;
    private Family family = Family.IPV4;
    private SocketState state = SocketState.CLOSE;
    private long cookie;
    private int to;
    private boolean gone;
    private boolean unfolded;
    private int cgroupAt;
    private int v6OnlyAt;

    /** Takes the message of a dump between two places; false if it is none of a socket, and then the row means nothing. */
    boolean parse(Protocol asked, int[] message, int start, int end) {
        gone = false;
        return take(asked, message, start, end);
    }

    /** The same with the message that a socket is gone. */
    boolean parseGone(Protocol asked, int[] message, int start, int end) {
        gone = true;
        return take(asked, message, start, end);
    }

    private boolean take(Protocol asked, int[] message, int start, int end) {
        if (end - start < LENGTH || end > message.length * Integer.BYTES) {
            return false;
        }
        words = message;
        from = start;
        protocol = asked;
        @Nullable
        SocketState named = named();
        int number = NativeWords.unsigned8(message, start);
        if (named == null || number != DiagRequest.AF_INET && number != DiagRequest.AF_INET6) {
            return false;
        }
        family = number == DiagRequest.AF_INET ? Family.IPV4 : Family.IPV6;
        state = named;
        // Written as two words, the lower half first.
        cookie = NativeWords.unsigned32(message, start + COOKIE) | NativeWords.unsigned32(message, start + COOKIE + Integer.BYTES) << 32;
        to = end;
        unfolded = false;
        return true;
    }

    /** In a table, state 7 stands for TCP sockets that are bound and no more: closed ones are in none. */
    private @Nullable SocketState named() {
        int number = NativeWords.unsigned8(words, from + STATE);
        if (protocol == Protocol.TCP) {
            return number == TableStates.CLOSE && !gone ? SocketState.BOUND : TableStates.of(protocol, number, true);
        }
        return TableStates.of(protocol, number, remotePort() != 0 || hasRemoteAddress());
    }

    private boolean hasRemoteAddress() {
        return NativeWords.number64(words, from + REMOTE) != 0 || NativeWords.number64(words, from + REMOTE + Long.BYTES) != 0;
    }

    /** Goes through the attributes once they are asked for. */
    private void unfold() {
        if (unfolded) {
            return;
        }
        unfolded = true;
        counters.clear();
        cgroupAt = -1;
        v6OnlyAt = -1;
        int at = from + LENGTH;
        while (at + ATTRIBUTE_HEAD <= to) {
            int length = NativeWords.unsigned16(words, at);
            int next = at + (length + 3 & ~3);
            if (length < ATTRIBUTE_HEAD || at + length > to) {
                return;
            }
            note(NativeWords.unsigned16(words, at + 2) & TYPE_MASK, at + ATTRIBUTE_HEAD, at + length);
            at = next;
        }
    }

    private void note(int type, int at, int end) {
        if (type == INFO) {
            counters.at(words, at, end);
        } else if (type == CGROUP_ID && end - at >= Long.BYTES) {
            cgroupAt = at;
        } else if (type == V6ONLY && end > at) {
            v6OnlyAt = at;
        }
    }

    @Override
    public Protocol protocol() {
        return protocol;
    }

    @Override
    public Family family() {
        return family;
    }

    @Override
    public SocketState state() {
        return state;
    }

    @Override
    public int localPort() {
        return port(LOCAL_PORT);
    }

    @Override
    public int remotePort() {
        return port(REMOTE_PORT);
    }

    private int port(int offset) {
        return NativeWords.network16(words, from + offset);
    }

    @Override
    public long localHigh() {
        return high(LOCAL);
    }

    @Override
    public long localLow() {
        return low(LOCAL);
    }

    @Override
    public long remoteHigh() {
        return high(REMOTE);
    }

    @Override
    public long remoteLow() {
        return low(REMOTE);
    }

    private long high(int offset) {
        return family == Family.IPV4 ? 0 : NativeWords.network64(words, from + offset);
    }

    private long low(int offset) {
        return family == Family.IPV4
                ? NativeWords.network32(words, from + offset) & 0xffff_ffffL
                : NativeWords.network64(words, from + offset + Long.BYTES);
    }

    @Override
    public long receive() {
        return NativeWords.unsigned32(words, from + RECEIVE);
    }

    @Override
    public long send() {
        return NativeWords.unsigned32(words, from + SEND);
    }

    @Override
    public long inode() {
        return NativeWords.unsigned32(words, from + INODE);
    }

    @Override
    public long uid() {
        return NativeWords.unsigned32(words, from + UID);
    }

    @Override
    public boolean uidKnown() {
        return NativeWords.unsigned8(words, from + TIMER) != TIME_WAIT_TIMER && (inode() != 0 || uid() != 0);
    }

    @Override
    public long timerMillis() {
        return NativeWords.unsigned8(words, from + TIMER) == TIME_WAIT_TIMER ? NativeWords.unsigned32(words, from + EXPIRES) : NO_TIMER;
    }

    @Override
    public long cookie() {
        return cookie;
    }

    @Override
    public long cgroup() {
        unfold();
        return cgroupAt < 0 ? 0 : NativeWords.number64(words, cgroupAt);
    }

    @Override
    public int interfaceNumber() {
        return NativeWords.number32(words, from + INTERFACE);
    }

    @Override
    public int v6Only() {
        unfold();
        return v6OnlyAt < 0 ? -1 : NativeWords.unsigned8(words, v6OnlyAt) == 0 ? 0 : 1;
    }

    /** For a listener the kernel sends them too, with another meaning; a row of one tells none. */
    @Override
    public TcpCounters counters() {
        if (protocol != Protocol.TCP || state == SocketState.LISTEN || state == SocketState.BOUND) {
            return TcpCounters.NONE;
        }
        unfold();
        return counters;
    }
}
