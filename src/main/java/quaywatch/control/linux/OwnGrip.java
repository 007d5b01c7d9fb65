package quaywatch.control.linux;

import quaywatch.control.Lever.Sent;
import quaywatch.control.Target;
import quaywatch.kernel.PidFd;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.ProcessId;
import quaywatch.model.Socket;

/** Signals with the user's own rights. */
final class OwnGrip extends PidFdGrip {

    private final ProcessIdentity identity;
    private final Target target;

    OwnGrip(PidFd process, ProcessIdentity identity, Target target) {
        super(process);
        this.identity = identity;
        this.target = target;
    }

    /** The only place a signal leaves from. */
    @Override
    Sent send(PidFd.Signal signal) {
        ProcessId id = target.holder().id();
        return switch (identity.read(id.pid())) {
            case ProcessIdentity.Reading.Found found when found.start() == id.start() -> result(process.signal(signal));
            case ProcessIdentity.Reading.Found _ -> process.ended() ? new Sent.Gone() : new Sent.Reused();
            case ProcessIdentity.Reading.Missing() -> process.ended() ? new Sent.Gone() : new Sent.NotPermitted();
            case ProcessIdentity.Reading.Unreadable(String cause) -> new Sent.Failed(cause);
        };
    }

    private static Sent result(PidFd.Sending sending) {
        return switch (sending) {
            case PidFd.Delivered() -> new Sent.Delivered();
            case PidFd.Gone() -> new Sent.Gone();
            case PidFd.NotPermitted() -> new Sent.NotPermitted();
            case PidFd.Unsupported() -> new Sent.Failed("pidfd_send_signal");
            case PidFd.Failed(String cause) -> new Sent.Failed(cause);
        };
    }

    @Override
    public boolean holdsSocket() {
        Socket socket = target.socket();
        return socket != null && !process.ended()
                && !(identity.holds(target.holder().id().pid(), socket.inode()) instanceof ProcessIdentity.Holding.HoldsNot);
    }
}
