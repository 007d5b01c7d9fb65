package quaywatch.control.linux;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

    private final Supplier<Optional<Administrator>> administrator;

    /** @param administrator  who may be asked where the user may not himself */
    public LinuxConnectionCloser(Supplier<Optional<Administrator>> administrator) {
        this.administrator = administrator;
    }

    @Override
    public boolean asksAdministrator() {
        return administrator.get().isPresent();
    }

    @Override
    public CloseOutcome close(Socket connection) {
        Optional<CloseObstacle> obstacle = CloseObstacle.of(connection);
        if (obstacle.isPresent()) {
            return new CloseOutcome.Refused(obstacle.get());
        }
        CloseOutcome outcome = closeDirectly(connection.local(), connection.remote(), connection.cookie());
        return outcome instanceof CloseOutcome.NotPermitted
                ? administrator.get().map(asked -> closeWith(asked, connection.local(), connection.remote(), connection.cookie()))
                        .orElse(outcome)
                : outcome;
    }

    static CloseOutcome closeWith(Administrator asked, Endpoint local, Endpoint remote, long cookie) {
        return switch (asked.ask(new HelperRequest.Close(bare(local), bare(remote), cookie))) {
            case Administrator.Reply.Dismissed() -> new CloseOutcome.Cancelled();
            case Administrator.Reply.NotAuthorised() -> new CloseOutcome.NotPermitted();
            case Administrator.Reply.Failed(String cause) -> new CloseOutcome.Failed(cause);
            case Administrator.Reply.Answered(HelperAnswer answer) -> outcome(answer);
        };
    }

    private static CloseOutcome outcome(HelperAnswer answer) {
        return switch (answer) {
            case DONE -> new CloseOutcome.Closed();
            case GONE -> new CloseOutcome.AlreadyGone();
            case NOT_ROOT, NOT_PERMITTED -> new CloseOutcome.NotPermitted();
            case OTHER_SOCKET -> new CloseOutcome.OtherSocket();
            case NO_CONNECTION -> new CloseOutcome.Refused(CloseObstacle.NOT_CONNECTED);
            case UNSUPPORTED -> new CloseOutcome.Unsupported();
            case STILL_OPEN -> new CloseOutcome.StillOpen();
            case NOT_UNDERSTOOD, OTHER_PROCESS, NOT_THE_HOLDER, REFUSED, NO_PIDFD, FAILED -> new CloseOutcome.Failed(answer.name());
        };
    }

    /** The same for a connection that is known by its ends and its cookie only. */
    static CloseOutcome closeDirectly(Endpoint local, Endpoint remote, long cookie) {
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
        if (!same(socket.local(), local) || !same(socket.remote(), remote)) {
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

    /** An IPv4 address may be written as the IPv6 socket has it, or by itself. */
    private static boolean same(Endpoint one, Endpoint other) {
        return one.port() == other.port() && one.address().unmapped().equals(other.address().unmapped());
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
