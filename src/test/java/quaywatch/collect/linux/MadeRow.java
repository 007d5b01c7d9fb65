package quaywatch.collect.linux;

import quaywatch.kernel.SocketRow;
import quaywatch.kernel.TcpCounters;
import quaywatch.model.Address;
import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

/** A listener on 127.0.0.1 as netlink tells it, made by hand. */
final class MadeRow extends SocketRow {

    private static final Address LOCAL = Address.v4(0x7f000001);
    private final int port;
    private final long uid;
    private final long cgroup;

    MadeRow(int port, long uid, long cgroup) {
        this.port = port;
        this.uid = uid;
        this.cgroup = cgroup;
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
        return SocketState.LISTEN;
    }

    @Override
    public int localPort() {
        return port;
    }

    @Override
    public int remotePort() {
        return 0;
    }

    @Override
    public long localHigh() {
        return LOCAL.high();
    }

    @Override
    public long localLow() {
        return LOCAL.low();
    }

    @Override
    public long remoteHigh() {
        return Address.ANY_V4.high();
    }

    @Override
    public long remoteLow() {
        return Address.ANY_V4.low();
    }

    @Override
    public long receive() {
        return 0;
    }

    @Override
    public long send() {
        return 0;
    }

    @Override
    public long inode() {
        return 10_000L + port;
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
        return 20_000L + port;
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
