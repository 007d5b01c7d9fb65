package quaywatch.control.linux;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import quaywatch.control.CloseOutcome;
import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Hold;
import quaywatch.control.Lever.Sent;
import quaywatch.control.Outcome.Refusal;
import quaywatch.control.Self;
import quaywatch.control.Target;
import quaywatch.kernel.PidFd;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.kernel.netlink.KnownSocket;
import quaywatch.kernel.netlink.SocketFinder;
import quaywatch.kernel.netlink.SocketFinder.Finding;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;

/**
 * What the helper does with the rights of root. It believes nothing it was told: the process, its start time and the socket it holds are all
 * looked up anew, behind a pidfd, before a signal goes through that. Starts no program.
 */
public final class HelperWork {

    private final Self self;
    private final LinuxLever lever;

    /** @param self  the helper and those who started it, who get no signal */
    public HelperWork(Self self) {
        this.self = self;
        this.lever = new LinuxLever(ProcessIdentity.ofThisMachine());
    }

    /** Does what was asked for, or nothing. */
    public HelperAnswer carryOut(HelperRequest request) {
        return switch (request) {
            case HelperRequest.Signal signal -> signal(signal);
            case HelperRequest.Close close -> close(close);
        };
    }

    private HelperAnswer signal(HelperRequest.Signal request) {
        if (request.pid() == self.pid() || self.ancestors().contains(request.pid())) {
            return HelperAnswer.REFUSED;
        }
        Optional<Known> socket = socket(request.cookie());
        return switch (lever.take(target(request, socket.map(Known::socket).orElse(null)))) {
            case Hold.Held(Grip grip) -> {
                try (grip) {
                    yield socket.isPresent() && same(socket.get()) ? send(grip, request.signal()) : HelperAnswer.NOT_THE_HOLDER;
                }
            }
            case Hold.Gone() -> HelperAnswer.GONE;
            case Hold.Reused() -> HelperAnswer.OTHER_PROCESS;
            case Hold.Released() -> HelperAnswer.NOT_THE_HOLDER;
            case Hold.NotPermitted() -> HelperAnswer.NOT_PERMITTED;
            case Hold.Refused(Refusal why) -> switch (why) {
                case NO_PIDFD -> HelperAnswer.NO_PIDFD;
                case FIRST_PROCESS, KERNEL_THREAD, QUAYWATCH_ITSELF, OTHER_NUMBERS -> HelperAnswer.REFUSED;
                case SOCKET_NOT_IDENTIFIED, START_NOT_KNOWN, NOT_THE_HOLDER -> HelperAnswer.NOT_THE_HOLDER;
            };
            case Hold.Failed _ -> HelperAnswer.FAILED;
        };
    }

    /** A socket by its cookie. */
    private record Known(Protocol protocol, KnownSocket found) {

        Socket socket() {
            return new Socket(protocol, found.local().address().family(), found.local(), found.remote(), found.state(), found.inode(),
                    found.cookie(), null, 0, Queues.EMPTY, null);
        }
    }

    /** Without a socket, too, it is told first whether it is the process. */
    private static Target target(HelperRequest.Signal request, @Nullable Socket socket) {
        return new Target(socket, new ProcessFacts(new ProcessId(request.pid(), request.start()), 0, "", "", "", "", null, null, null));
    }

    private static Optional<Known> socket(long cookie) {
        return List.of(Protocol.TCP, Protocol.UDP).stream().flatMap(protocol -> find(protocol, cookie).stream()).findFirst();
    }

    private static Optional<Known> find(Protocol protocol, long cookie) {
        return switch (SocketFinder.byCookie(protocol, cookie)) {
            case Finding.Found(List<KnownSocket> sockets) -> sockets.stream().findFirst().map(found -> new Known(protocol, found));
            case Finding.Failed _ -> Optional.empty();
        };
    }

    /** A descriptor names an inode, and an inode is used again: it must still be that of the cookie now that the process is held. */
    private static boolean same(Known before) {
        OptionalLong now = find(before.protocol(), before.found().cookie()).map(known -> OptionalLong.of(known.found().inode()))
                .orElse(OptionalLong.empty());
        return now.isPresent() && now.getAsLong() == before.found().inode();
    }

    private static HelperAnswer send(Grip grip, PidFd.Signal signal) {
        Sent sent = switch (signal) {
            case TERM -> grip.ask();
            case KILL -> grip.force();
        };
        return switch (sent) {
            case Sent.Delivered() -> HelperAnswer.DONE;
            case Sent.Gone() -> HelperAnswer.GONE;
            case Sent.Reused() -> HelperAnswer.OTHER_PROCESS;
            case Sent.NotPermitted() -> HelperAnswer.NOT_PERMITTED;
            case Sent.NotTheHolder() -> HelperAnswer.NOT_THE_HOLDER;
            case Sent.Cancelled(),Sent.Failed(_) -> HelperAnswer.FAILED;
        };
    }

    private static HelperAnswer close(HelperRequest.Close request) {
        return switch (LinuxConnectionCloser.closeDirectly(request.local(), request.remote(), request.cookie())) {
            case CloseOutcome.Closed() -> HelperAnswer.DONE;
            case CloseOutcome.AlreadyGone() -> HelperAnswer.GONE;
            case CloseOutcome.NotPermitted() -> HelperAnswer.NOT_PERMITTED;
            case CloseOutcome.Unsupported() -> HelperAnswer.UNSUPPORTED;
            case CloseOutcome.OtherSocket() -> HelperAnswer.OTHER_SOCKET;
            case CloseOutcome.Refused _ -> HelperAnswer.NO_CONNECTION;
            case CloseOutcome.StillOpen() -> HelperAnswer.STILL_OPEN;
            case CloseOutcome.Cancelled(),CloseOutcome.Failed(_) -> HelperAnswer.FAILED;
        };
    }
}
