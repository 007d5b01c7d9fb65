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
 */
public record Socket(Protocol protocol, Family family, Endpoint local, Endpoint remote, SocketState state, long inode, long cookie,
        @Nullable User user,
        long namespace, Queues queues, @Nullable Instant timerEnd) {

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
