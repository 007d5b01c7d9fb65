package quaywatch.control.linux;

import quaywatch.control.Lever.Sent;
import quaywatch.kernel.PidFd;
import quaywatch.model.ProcessId;

/** Lets the helper signal, once an administrator has agreed: each time anew. */
final class ConsentedGrip extends PidFdGrip {

    private final Administrator administrator;
    private final ProcessId id;
    private final long cookie;

    /** @param cookie  of the socket that it must still hold when the signal is sent */
    ConsentedGrip(PidFd process, Administrator administrator, ProcessId id, long cookie) {
        super(process);
        this.administrator = administrator;
        this.id = id;
        this.cookie = cookie;
    }

    @Override
    Sent send(PidFd.Signal signal) {
        return switch (administrator.ask(new HelperRequest.Signal(id.pid(), id.start(), cookie, signal))) {
            case Administrator.Reply.Dismissed() -> new Sent.Cancelled();
            case Administrator.Reply.NotAuthorised() -> new Sent.NotPermitted();
            case Administrator.Reply.Failed(String cause) -> new Sent.Failed(cause);
            case Administrator.Reply.Answered(HelperAnswer answer) -> sent(answer);
        };
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

    /** What it holds is hidden from us: as long as it runs, it can't be told that it does not. */
    @Override
    public boolean holdsSocket() {
        return !process.ended();
    }
}
