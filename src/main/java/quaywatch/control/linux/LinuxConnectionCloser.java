package quaywatch.control.linux;

import java.util.List;
import java.util.Optional;

import quaywatch.control.CloseObstacle;
import quaywatch.control.CloseOutcome;
import quaywatch.control.ConnectionCloser;
import quaywatch.kernel.netlink.KnownSocket;
import quaywatch.kernel.netlink.SocketDestroy;
import quaywatch.kernel.netlink.SocketDestroy.Destroying;
import quaywatch.kernel.netlink.SocketFinder;
import quaywatch.kernel.netlink.SocketFinder.Finding;
import quaywatch.model.Endpoint;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

/**
 * Closes connections through the kernel. It is asked anew what the cookie names: only a connection between the very ends that were seen is
 * closed, and never a listener.
 */
public final class LinuxConnectionCloser implements ConnectionCloser {

    @Override
    public CloseOutcome close(Socket connection) {
        Optional<CloseObstacle> obstacle = CloseObstacle.of(connection);
        return obstacle.isPresent()
                ? new CloseOutcome.Refused(obstacle.get())
                : close(connection.local(), connection.remote(), connection.cookie());
    }

    /** The same for a connection that is known by its ends and its cookie only. */
    static CloseOutcome close(Endpoint local, Endpoint remote, long cookie) {
        return switch (SocketFinder.byCookieOrEnds(Protocol.TCP, cookie, bare(local), bare(remote))) {
            case Finding.Failed(String cause) -> new CloseOutcome.Failed(cause);
            case Finding.Found(List<KnownSocket> found) -> {
                Optional<KnownSocket> same = found.stream().filter(socket -> socket.cookie() == cookie).findFirst();
                yield same.isEmpty()
                        ? found.isEmpty() ? new CloseOutcome.AlreadyGone() : new CloseOutcome.OtherSocket()
                        : close(same.get(), bare(local), bare(remote));
            }
        };
    }

    /** The kernel names interfaces by number and beside the address. */
    private static Endpoint bare(Endpoint end) {
        return new Endpoint(end.address(), end.port());
    }

    private static CloseOutcome close(KnownSocket socket, Endpoint local, Endpoint remote) {
        Optional<CloseObstacle> obstacle = CloseObstacle.of(socket.state());
        if (obstacle.isPresent()) {
            return obstacle.get() == CloseObstacle.OVER ? new CloseOutcome.AlreadyGone() : new CloseOutcome.Refused(obstacle.get());
        }
        if (!socket.local().equals(local) || !socket.remote().equals(remote)) {
            return new CloseOutcome.OtherSocket();
        }
        return switch (SocketDestroy.destroy(socket)) {
            case Destroying.Destroyed() -> proof(socket);
            case Destroying.Gone() -> new CloseOutcome.AlreadyGone();
            case Destroying.NotPermitted() -> new CloseOutcome.NotPermitted();
            case Destroying.Unsupported() -> new CloseOutcome.Unsupported();
            case Destroying.Failed(String cause) -> new CloseOutcome.Failed(cause);
        };
    }

    private static CloseOutcome proof(KnownSocket before) {
        return switch (SocketFinder.byCookie(Protocol.TCP, before.cookie())) {
            case Finding.Failed(String cause) -> new CloseOutcome.Failed(cause);
            case Finding.Found(List<KnownSocket> found) -> found.stream().anyMatch(socket -> socket.state() == before.state())
                    ? new CloseOutcome.StillOpen()
                    : new CloseOutcome.Closed();
        };
    }
}
