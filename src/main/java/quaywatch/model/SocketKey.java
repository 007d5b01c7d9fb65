package quaywatch.model;

/** What makes two sightings the same socket. The strongest form that the source can give is used. */
public sealed interface SocketKey {

    /** A socket cookie: 64 bits, never reused while the machine runs (sock_diag). */
    record ByCookie(long namespace, long cookie) implements SocketKey {}

    /** A sockfs inode: unique among open sockets, reused later, so the ends are part of the key. */
    record ByInode(long namespace, long inode, Protocol protocol, Endpoint local, Endpoint remote) implements SocketKey {}

    /** Neither is known: TIME_WAIT rows and portable sources. */
    record ByTuple(long namespace, Protocol protocol, Endpoint local, Endpoint remote) implements SocketKey {}
}
