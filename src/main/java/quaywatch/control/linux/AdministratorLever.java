package quaywatch.control.linux;

import java.time.Duration;

import quaywatch.control.Lever;
import quaywatch.control.Outcome.Refusal;
import quaywatch.control.Target;
import quaywatch.kernel.PidFd;
import quaywatch.model.ProcessId;
import quaywatch.model.Socket;

/**
 * Signals that an administrator agrees to, one by one. The process is held and told by its start time here too; whether it holds the socket is
 * hidden from us, and for the helper to check.
 */
final class AdministratorLever implements Lever {

    private final LinuxLever own;
    private final Administrator administrator;

    AdministratorLever(LinuxLever own, Administrator administrator) {
        this.own = own;
        this.administrator = administrator;
    }

    @Override
    public Hold take(Target target) {
        Socket socket = target.socket();
        if (socket == null || socket.cookie() == 0) {
            return new Hold.Refused(Refusal.SOCKET_NOT_IDENTIFIED);
        }
        return own.take(target, process -> new Hold.Held(new HelperGrip(process, target.holder().id(), socket.cookie())));
    }

    /** Waits on the process itself, which everybody may, and lets the helper send. */
    private final class HelperGrip implements Grip {

        private final PidFd process;
        private final ProcessId id;
        private final long cookie;

        HelperGrip(PidFd process, ProcessId id, long cookie) {
            this.process = process;
            this.id = id;
            this.cookie = cookie;
        }

        @Override
        public Sent ask() {
            return send(PidFd.Signal.TERM);
        }

        @Override
        public Sent force() {
            return send(PidFd.Signal.KILL);
        }

        private Sent send(PidFd.Signal signal) {
            if (process.ended()) {
                return new Sent.Gone();
            }
            return switch (administrator.ask(new HelperRequest.Signal(id.pid(), id.start(), cookie, signal))) {
                case Administrator.Reply.Dismissed() -> new Sent.Cancelled();
                case Administrator.Reply.NotAuthorised() -> new Sent.NotPermitted();
                case Administrator.Reply.Failed(String cause) -> new Sent.Failed(cause);
                case Administrator.Reply.Answered(HelperAnswer answer) -> sent(answer);
            };
        }

        @Override
        public boolean holdsSocket() {
            return !process.ended();
        }

        @Override
        public boolean awaitEnd(Duration limit) throws InterruptedException {
            return process.awaitEnd(limit);
        }

        @Override
        public void close() {
            process.close();
        }
    }

    private static Sent sent(HelperAnswer answer) {
        return switch (answer) {
            case DONE -> new Sent.Delivered();
            case GONE -> new Sent.Gone();
            case OTHER_PROCESS -> new Sent.Reused();
            case NOT_THE_HOLDER -> new Sent.NotTheHolder();
            case NOT_ROOT, NOT_PERMITTED, REFUSED -> new Sent.NotPermitted();
            case NOT_UNDERSTOOD, NO_PIDFD, OTHER_SOCKET, NO_CONNECTION, UNSUPPORTED, STILL_OPEN, FAILED -> new Sent.Failed(answer.name());
        };
    }
}
