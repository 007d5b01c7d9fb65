package quaywatch.kernel;

import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

/**
 * One line of a socket table, in primitives; used again for the next line. Format: {@code get_tcp4_sock} in net/ipv4/tcp_ipv4.c and its
 * likes for IPv6, UDP and raw; documented in Documentation/networking/proc_net_tcp.rst.
 */
public final class SocketRow {

    private static final int TIME_WAIT_TIMER = 3;
    private static final long NO_TIMER = -1;
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

    /** @param order  the byte order of the machine that printed the lines: each 32 bits of an address stand in host order */
    SocketRow(ByteOrder order) {
        this.swapped = order == ByteOrder.LITTLE_ENDIAN;
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

    public Protocol protocol() {
        return protocol;
    }

    public Family family() {
        return family;
    }

    public SocketState state() {
        return state;
    }

    /** Port 0 for a raw socket: what stands in the file there is the IP protocol's number. */
    public int localPort() {
        return protocol == Protocol.RAW ? 0 : localPort;
    }

    public Endpoint local() {
        return new Endpoint(new Address(family, ends[0], ends[1]), localPort());
    }

    public Endpoint remote() {
        return new Endpoint(new Address(family, ends[2], ends[3]), remotePort);
    }

    /** Whether these are the ends of this row, told without making any object. */
    public boolean hasEnds(Endpoint local, Endpoint remote) {
        return local.port() == localPort() && remote.port() == remotePort && same(local.address(), 0) && same(remote.address(), 2);
    }

    private boolean same(Address address, int at) {
        return address.high() == ends[at] && address.low() == ends[at + 1] && address.family() == family;
    }

    /** Unread bytes; for a listener, connections waiting to be accepted. */
    public long receive() {
        return receive;
    }

    /** Bytes not acknowledged; 0 for a listener. */
    public long send() {
        return send;
    }

    /** The sockfs inode, 0 where the socket has none. */
    public long inode() {
        return inode;
    }

    public long uid() {
        return uid;
    }

    /**
     * Whether the uid means anything. TIME_WAIT rows say 0, and so do rows without an inode on older kernels, whoever made the socket.
     */
    public boolean uidKnown() {
        return timer != TIME_WAIT_TIMER && (inode != 0 || uid != 0);
    }

    /** Clock ticks (USER_HZ) until the TIME_WAIT timer ends the socket; -1 where no such timer runs. */
    public long timerTicks() {
        return timer == TIME_WAIT_TIMER && ticks >= 0 && ticks < MOST_TICKS ? ticks : NO_TIMER;
    }

    /** Spreads sockets over a hash table: by inode where there is one, else by the ends. */
    public int hash() {
        return inode != 0
                ? hash(inode)
                : hash(ends[0] * 31 + ends[1] * 17 + ends[2] * 13 + ends[3] * 7 + ((long) localPort << 16 | remotePort) * 0x9e3779b1L);
    }

    /** The same for a socket with this inode. */
    public static int hash(long inode) {
        long mixed = inode * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32);
    }
}
