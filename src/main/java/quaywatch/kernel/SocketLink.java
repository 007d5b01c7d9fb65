package quaywatch.kernel;

/** Reads the target of a descriptor link, {@code socket:[4711]} for a socket (proc(5), {@code /proc/pid/fd}). */
final class SocketLink {

    private static final String HEAD = "socket:[";

    private SocketLink() {}

    /** The sockfs inode; -1 if the descriptor is not a socket. */
    static long inode(String target) {
        return target.startsWith(HEAD) && target.endsWith("]") ? Decimal.of(target, HEAD.length(), target.length() - 1) : -1;
    }
}
