package quaywatch.control.linux;

import java.time.Duration;

import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Sent;
import quaywatch.control.Target;
import quaywatch.kernel.PidFd;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.ProcessId;
import quaywatch.model.Socket;

/** A grip on a process by its pidfd. */
final class PidFdGrip implements Grip {

    private final PidFd process;
    private final ProcessIdentity identity;
    private final Target target;

    PidFdGrip(PidFd process, ProcessIdentity identity, Target target) {
        this.process = process;
        this.identity = identity;
        this.target = target;
    }

    @Override
    public Sent ask() {
        return send(PidFd.Signal.TERM);
    }

    @Override
    public Sent force() {
        return send(PidFd.Signal.KILL);
    }

    /** The only place a signal leaves from. */
    private Sent send(PidFd.Signal signal) {
        ProcessId id = target.holder().id();
        if (process.ended()) {
            return new Sent.Gone();
        }
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

    @Override
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return process.awaitEnd(limit);
    }

    @Override
    public void close() {
        process.close();
    }
}
