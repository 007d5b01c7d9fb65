package quaywatch.kernel;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

/**
 * What a socket table tells of one socket, in primitives; the same object stands for the next one. Read on demand: of most sockets only what
 * may have changed since the last look is asked.
 */
public abstract class SocketRow {

    /** No timer runs. */
    public static final long NO_TIMER = -1;

    public abstract Protocol protocol();

    public abstract Family family();

    public abstract SocketState state();

    /** The own port; 0 for a raw socket, whose table tells the number of the IP protocol there. */
    public abstract int localPort();

    public abstract int remotePort();

    /** The first and the last eight bytes of an address as in {@link Address}. */
    public abstract long localHigh();

    public abstract long localLow();

    public abstract long remoteHigh();

    public abstract long remoteLow();

    /** Unread bytes; for a listener, connections waiting to be accepted. */
    public abstract long receive();

    /** Bytes not acknowledged; for a listener the limit of its accept queue, 0 where the table does not tell. */
    public abstract long send();

    /** The sockfs inode, 0 where the socket has none. */
    public abstract long inode();

    public abstract long uid();

    /**
     * Whether the uid means anything. TIME_WAIT rows say 0, and so do rows without an inode on older kernels, whoever made the socket.
     */
    public abstract boolean uidKnown();

    /** Milliseconds until the TIME_WAIT timer ends the socket; {@link #NO_TIMER} where no such timer runs. */
    public abstract long timerMillis();

    /** The socket's cookie; 0 where the table gives none. */
    public abstract long cookie();

    /** The cgroup the socket was made in; 0 where the table does not tell. */
    public abstract long cgroup();

    /** The number of the interface it is bound to; 0 if to none, or where the table does not tell. */
    public abstract int interfaceNumber();

    /** IPV6_V6ONLY: 1 or 0; -1 where the table does not tell. */
    public abstract int v6Only();

    /** The network namespace, by the inode of its tables; 0 for our own. */
    public long namespace() {
        return 0;
    }

    /** Counters of a connection; where {@link TcpCounters#present()} is false the table tells none. */
    public abstract TcpCounters counters();

    public Endpoint local() {
        return new Endpoint(new Address(family(), localHigh(), localLow()), localPort());
    }

    public Endpoint remote() {
        return new Endpoint(new Address(family(), remoteHigh(), remoteLow()), remotePort());
    }

    /** Whether these are the ends of this row, told without making any object. */
    public boolean hasEnds(Endpoint local, Endpoint remote) {
        return local.port() == localPort() && remote.port() == remotePort() && same(local.address(), localHigh(), localLow())
                && same(remote.address(), remoteHigh(), remoteLow());
    }

    private boolean same(Address address, long high, long low) {
        return address.high() == high && address.low() == low && address.family() == family();
    }

    /** Spreads sockets over a hash table: by the strongest of cookie, inode and ends that is told. */
    public int hash() {
        if (cookie() != 0) {
            return hash(cookie());
        }
        return inode() != 0
                ? hash(inode())
                : hash(localHigh() * 31 + localLow() * 17 + remoteHigh() * 13 + remoteLow() * 7
                        + ((long) localPort() << 16 | remotePort()) * 0x9e3779b1L + namespace());
    }

    /** The same for a socket with this cookie, or without one and with this inode. */
    public static int hash(long number) {
        long mixed = number * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32);
    }
}
