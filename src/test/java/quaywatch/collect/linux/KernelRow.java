package quaywatch.collect.linux;

import quaywatch.kernel.SocketRow;
import quaywatch.kernel.TcpCounters;
import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

/** A made-up row of a TCP table, on 127.0.0.1 where nothing else is said. */
final class KernelRow extends SocketRow {

    private static final long USUAL_UID = 1_000;
    private static final long LOOPBACK = 0x7f000001;

    final SocketState state;
    final long cookie;
    final long inode;
    final int port;
    final long unread;
    private final long uid;
    private final long cgroup;
    private long namespace;
    private long address = LOOPBACK;

    KernelRow(SocketState state, long cookie, long inode, int port, long unread) {
        this(state, cookie, inode, port, unread, USUAL_UID, 0);
    }

    private KernelRow(SocketState state, long cookie, long inode, int port, long unread, long uid, long cgroup) {
        this.uid = uid;
        this.cgroup = cgroup;
        this.state = state;
        this.cookie = cookie;
        this.inode = inode;
        this.port = port;
        this.unread = unread;
    }

    static KernelRow listener(long cookie, long inode) {
        return new KernelRow(SocketState.LISTEN, cookie, inode, (int) (cookie & 0xffff), 0);
    }

    /** A listener of a user, made in a control group. */
    static KernelRow listener(int port, long uid, long cgroup) {
        return new KernelRow(SocketState.LISTEN, 20_000L + port, 10_000L + port, port, 0, uid, cgroup);
    }

    /** The same row, told of another network namespace. */
    KernelRow inNamespace(long number) {
        namespace = number;
        return this;
    }

    /** The same row, at every address of the machine. */
    KernelRow atEveryAddress() {
        address = 0;
        return this;
    }

    @Override
    public long namespace() {
        return namespace;
    }

    KernelRow withInode(long newInode) {
        return new KernelRow(state, cookie, newInode, port, unread);
    }

    KernelRow withUnread(long bytes) {
        return new KernelRow(state, cookie, inode, port, bytes);
    }

    @Override
    public Protocol protocol() {
        return Protocol.TCP;
    }

    @Override
    public Family family() {
        return Family.IPV4;
    }

    @Override
    public SocketState state() {
        return state;
    }

    @Override
    public int localPort() {
        return port;
    }

    @Override
    public int remotePort() {
        return state == SocketState.LISTEN ? 0 : 443;
    }

    @Override
    public long localHigh() {
        return 0;
    }

    @Override
    public long localLow() {
        return address;
    }

    @Override
    public long remoteHigh() {
        return 0;
    }

    @Override
    public long remoteLow() {
        return state == SocketState.LISTEN ? 0 : 0x7f000002;
    }

    @Override
    public long receive() {
        return unread;
    }

    @Override
    public long send() {
        return 0;
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
        return true;
    }

    @Override
    public long timerMillis() {
        return NO_TIMER;
    }

    @Override
    public long cookie() {
        return cookie;
    }

    @Override
    public long cgroup() {
        return cgroup;
    }

    @Override
    public int interfaceNumber() {
        return 0;
    }

    @Override
    public int v6Only() {
        return -1;
    }

    @Override
    public TcpCounters counters() {
        return TcpCounters.NONE;
    }
}
