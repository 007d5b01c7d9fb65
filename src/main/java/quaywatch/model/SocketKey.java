package quaywatch.model;

import org.jspecify.annotations.Nullable;

/**
 * What makes two sightings the same socket. The strongest form that the source can give is used.
 * <p>Compared by hand where every look compares: what records come with makes classes of its own when first used, which takes a short command
 * longer than its look.
 */
public sealed interface SocketKey {

    /** A socket cookie: 64 bits, never reused while the machine runs (sock_diag). */
    record ByCookie(long namespace, long cookie) implements SocketKey {

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(namespace) + Long.hashCode(cookie);
        }
    }

    /** A sockfs inode: unique among open sockets, reused later, so the ends are part of the key. */
    record ByInode(long namespace, long inode, Protocol protocol, Endpoint local, Endpoint remote) implements SocketKey {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ByInode it && inode == it.inode && namespace == it.namespace && protocol == it.protocol
                    && local.equals(it.local) && remote.equals(it.remote);
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(inode) + local.hashCode();
        }
    }

    /** Neither is known: TIME_WAIT rows and portable sources. */
    record ByTuple(long namespace, Protocol protocol, Endpoint local, Endpoint remote) implements SocketKey {

        /** The ends differ in few bits (neighbouring ports), so one of them is spread first. */
        @Override
        public int hashCode() {
            return (local.hashCode() * 0x9e37_79b1 + remote.hashCode()) * 31 + protocol.ordinal();
        }
    }
}
