package quaywatch.kernel;

import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

/**
 * One line of a socket table of the proc file system. Format: {@code get_tcp4_sock} in net/ipv4/tcp_ipv4.c and its likes for IPv6, UDP and
 * raw; documented in Documentation/networking/proc_net_tcp.rst.
 */
final class ProcRow extends SocketRow {

    private static final int TIME_WAIT_TIMER = 3;
    /** USER_HZ: the unit of ticks shown to programs, 100 a second on every architecture Java runs on. */
    private static final long MILLIS_PER_TICK = 10;
    private static final long MOST_TICKS = 1L << 32;
    private static final long MOST_UID = 0xffff_ffffL;

    private final LineScanner scan = new LineScanner();
    private final boolean swapped;
    private Protocol protocol = Protocol.TCP;
    private Family family = Family.IPV4;
    private SocketState state = SocketState.CLOSE;
    private final long[] ends = new long[4];
    private int localPort;
    private int remotePort;
    private long receive;
    private long send;
    private long timer;
    private long ticks;
    private long uid;
    private long inode;
    private long namespace;

    /** @param order  the byte order of the machine that printed the lines: each 32 bits of an address stand in host order */
    ProcRow(ByteOrder order) {
        this.swapped = order == ByteOrder.LITTLE_ENDIAN;
    }

    /** Says from which namespace the next lines are. */
    void setNamespace(long now) {
        namespace = now;
    }

    @Override
    public long namespace() {
        return namespace;
    }

    /** Reads a line; false if it is odd, and then the row means nothing. */
    boolean parse(SocketFile file, byte[] bytes, int from, int to) {
        protocol = file.protocol();
        family = file.family();
        scan.start(bytes, from, to);
        scan.decimalThen(':');
        localPort = end(0);
        remotePort = end(2);
        scan.blanks();
        @Nullable
        SocketState named = TableStates.of(protocol, scan.hex(2, 2), ends[2] != 0 || ends[3] != 0 || remotePort != 0);
        numbers();
        if (scan.odd() || named == null || uid > MOST_UID) {
            return false;
        }
        state = named;
        return true;
    }

    private void numbers() {
        scan.blanks();
        send = scan.hexThen(':');
        receive = scan.hex(1, 8);
        scan.blanks();
        timer = scan.hexThen(':');
        ticks = scan.hex(1, 16);
        scan.word();
        uid = scan.decimal();
        scan.word();
        inode = scan.decimal();
    }

    private int end(int at) {
        scan.blanks();
        if (family == Family.IPV4) {
            ends[at] = 0;
            ends[at + 1] = word();
        } else {
            ends[at] = word() << 32 | word();
            ends[at + 1] = word() << 32 | word();
        }
        scan.expect(':');
        return (int) scan.hex(4, 4);
    }

    private long word() {
        int word = (int) scan.hex(8, 8);
        return Integer.toUnsignedLong(swapped ? Integer.reverseBytes(word) : word);
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
        return protocol == Protocol.RAW ? 0 : localPort;
    }

    @Override
    public int remotePort() {
        return remotePort;
    }

    @Override
    public long localHigh() {
        return ends[0];
    }

    @Override
    public long localLow() {
        return ends[1];
    }

    @Override
    public long remoteHigh() {
        return ends[2];
    }

    @Override
    public long remoteLow() {
        return ends[3];
    }

    @Override
    public long receive() {
        return receive;
    }

    /** 0 for a listener. */
    @Override
    public long send() {
        return send;
    }

    @Override
    public long inode() {
        return inode;
    }

    @Override
    public long uid() {
        return uid;
    }

    @Override
    public boolean uidKnown() {
        return timer != TIME_WAIT_TIMER && (inode != 0 || uid != 0);
    }

    @Override
    public long timerMillis() {
        return timer == TIME_WAIT_TIMER && ticks >= 0 && ticks < MOST_TICKS ? ticks * MILLIS_PER_TICK : NO_TIMER;
    }

    /** This table gives none. */
    @Override
    public long cookie() {
        return 0;
    }

    /** This table does not tell. */
    @Override
    public long cgroup() {
        return 0;
    }

    /** This table does not tell. */
    @Override
    public int interfaceNumber() {
        return 0;
    }

    /** This table does not tell. */
    @Override
    public int v6Only() {
        return -1;
    }

    /** This table tells none. */
    @Override
    public TcpCounters counters() {
        return TcpCounters.NONE;
    }
}
