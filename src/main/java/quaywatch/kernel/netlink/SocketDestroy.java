package quaywatch.kernel.netlink;

import quaywatch.kernel.NativeBytes;
import quaywatch.kernel.call.Errno;
import quaywatch.kernel.call.SystemCalls;
import quaywatch.kernel.netlink.NetlinkSocket.Opening;

/**
 * Ends a connection without its program: SOCK_DESTROY of sock_diag (include/uapi/linux/sock_diag.h, since Linux 4.5 where the kernel was built
 * with CONFIG_INET_DIAG_DESTROY). Its program gets ECONNABORTED, the far end a reset. Takes CAP_NET_ADMIN. The kernel compares the cookie, so
 * another socket between the same ends is never hit.
 */
public final class SocketDestroy {

    private static final int SECONDS = 5;
    private static final int SEQUENCE = 1;
    /** In a request, a cookie of nothing but ones stands for any socket: INET_DIAG_NOCOOKIE, include/uapi/linux/inet_diag.h. */
    private static final long ANY_COOKIE = -1;

    private SocketDestroy() {}

    /** What came of it. */
    public sealed interface Destroying {

        /** The kernel has done it. */
        record Destroyed() implements Destroying {}

        /** ENOENT: there is no such socket with this cookie, or no longer. */
        record Gone() implements Destroying {}

        /** EPERM. */
        record NotPermitted() implements Destroying {}

        /** EOPNOTSUPP or EINVAL: this kernel can't. */
        record Unsupported() implements Destroying {}

        /** Any other error, in the system's words. */
        record Failed(String cause) implements Destroying {}
    }

    /**
     * Destroys a TCP socket. Whether it is a connection is for the caller to check.
     *
     * @throws IllegalArgumentException  for a socket without a cookie of its own
     */
    public static Destroying destroy(KnownSocket socket) {
        if (socket.cookie() == 0 || socket.cookie() == ANY_COOKIE) {
            throw new IllegalArgumentException("no socket has the cookie " + socket.cookie());
        }
        return switch (NetlinkSocket.open(NetlinkSocket.SOCK_DIAG, SECONDS)) {
            case Opening.Refused(int errno) -> meaning(errno);
            case Opening.Opened(var open) -> {
                try (open) {
                    yield meaning(ask(open, DiagRequest.destroy(socket, SEQUENCE)));
                }
            }
        };
    }

    /** The error number of the answer; 0 where all went well. */
    private static int ask(NetlinkSocket open, byte[] request) {
        long sent = open.send(request);
        if (sent < 0) {
            return (int) -sent;
        }
        while (true) {
            long length = open.receive();
            if (length < 0) {
                return (int) -length;
            }
            byte[] bytes = open.bytes();
            if (length >= Message.HEAD + Integer.BYTES && NativeBytes.unsigned16(bytes, Message.TYPE) == Message.ERROR
                    && NativeBytes.number32(bytes, Message.SEQUENCE) == SEQUENCE) {
                return -NativeBytes.number32(bytes, Message.HEAD);
            }
        }
    }

    static Destroying meaning(int errno) {
        return switch (errno) {
            case 0 -> new Destroying.Destroyed();
            case Errno.ENOENT, Errno.ESTALE -> new Destroying.Gone();
            case Errno.EPERM, Errno.EACCES -> new Destroying.NotPermitted();
            case Errno.EOPNOTSUPP, Errno.EINVAL -> new Destroying.Unsupported();
            default -> new Destroying.Failed(SystemCalls.words(errno));
        };
    }
}
