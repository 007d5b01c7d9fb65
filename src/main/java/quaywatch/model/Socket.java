package quaywatch.model;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One socket as the kernel tells it at one moment. The same object lives on from tick to tick while nothing in it changes.
 *
 * @param protocol   transport
 * @param family     the socket's family; a v4-mapped connection of an IPv6 socket is IPV6 here and shows IPv4 addresses
 * @param local      own end
 * @param remote     far end; {@link Endpoint#isNone()} where there is no peer
 * @param state      state
 * @param inode      sockfs inode; 0 where the socket has none (TIME_WAIT, not yet accepted)
 * @param cookie     socket cookie; 0 where the source gives none
 * @param user       who created it; null where the kernel does not tell (TIME_WAIT) or the source does not
 * @param namespace  network namespace, 0 for our own
 * @param queues     queue lengths
 * @param timerEnd   when the state ends by itself (TIME_WAIT); null where no such timer runs
 * @param cgroup     id of the cgroup in which it was made: the inode of a cgroup2 directory; 0 where the source does not tell
 * @param v6Only     whether an IPv6 socket leaves IPv4 alone (IPV6_V6ONLY); null where the source does not tell
 * @param tcp        counters and measurements of a connection; null where there is none or the source does not tell
 */
public record Socket(Protocol protocol, Family family, Endpoint local, Endpoint remote, SocketState state, long inode, long cookie,
        @Nullable User user,
        long namespace, Queues queues, @Nullable Instant timerEnd, long cgroup, @Nullable Boolean v6Only, @Nullable TcpInfo tcp) {

    /** As a source tells it that knows neither cgroup nor counters. */
    public Socket(Protocol protocol, Family family, Endpoint local, Endpoint remote, SocketState state, long inode, long cookie,
            @Nullable User user, long namespace, Queues queues, @Nullable Instant timerEnd) {
        this(protocol, family, local, remote, state, inode, cookie, user, namespace, queues, timerEnd, 0, null, null);
    }

    /** The same socket, known to be this user's. */
    public Socket withUser(User known) {
        return new Socket(protocol, family, local, remote, state, inode, cookie, known, namespace, queues, timerEnd, cgroup, v6Only, tcp);
    }

    /** The same socket with another end of its timer. */
    public Socket withTimerEnd(@Nullable Instant end) {
        return new Socket(protocol, family, local, remote, state, inode, cookie, user, namespace, queues, end, cgroup, v6Only, tcp);
    }

    /** The same socket with these counters. */
    public Socket withTcp(@Nullable TcpInfo counters) {
        return new Socket(protocol, family, local, remote, state, inode, cookie, user, namespace, queues, timerEnd, cgroup, v6Only,
                counters);
    }

    /** What identifies this socket across ticks. */
    public SocketKey key() {
        if (cookie != 0) {
            return new SocketKey.ByCookie(namespace, cookie);
        }
        return inode != 0
                ? new SocketKey.ByInode(namespace, inode, protocol, local, remote)
                : new SocketKey.ByTuple(namespace, protocol, local, remote);
    }

    /** Whether the socket holds its local port: TCP LISTEN, TCP BOUND, UDP without a peer. */
    public boolean holdsPort() {
        return local.port() != 0 && switch (protocol) {
            case TCP -> state == SocketState.LISTEN || state == SocketState.BOUND;
            case UDP -> state == SocketState.BOUND;
            case RAW -> false;
        };
    }

    /** Whether the socket has a peer. */
    public boolean hasPeer() {
        return !remote.isNone();
    }

    /** Who can reach the held port. */
    public Exposure exposure() {
        return Exposure.of(local.address(), namespace == 0);
    }

    public Optional<User> knownUser() {
        return Optional.ofNullable(user);
    }
}
