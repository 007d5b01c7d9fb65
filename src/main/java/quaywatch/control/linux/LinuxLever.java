package quaywatch.control.linux;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import quaywatch.control.Lever;
import quaywatch.control.Outcome;
import quaywatch.control.Target;
import quaywatch.kernel.PidFd;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.ProcessId;
import quaywatch.model.Socket;

/**
 * Signals through pidfds. The order leaves no gap: first the descriptor, then the check that the process behind the number is the one that was
 * seen. What passes the check is what the descriptor names, for as long as it is open.
 */
public final class LinuxLever implements Lever {

    private static final long FIRST_PROCESS = 1;

    private final ProcessIdentity identity;
    private final Supplier<Optional<Administrator>> administrator;

    /** One that signals with the user's own rights alone. */
    public LinuxLever(ProcessIdentity identity) {
        this(identity, Optional::empty);
    }

    /** @param administrator  who may be asked, and is looked for only then */
    public LinuxLever(ProcessIdentity identity, Supplier<Optional<Administrator>> administrator) {
        this.identity = identity;
        this.administrator = administrator;
    }

    @Override
    public Optional<Lever> administrators() {
        return administrator.get().map(found -> new AdministratorLever(this, found));
    }

    @Override
    public Hold take(Target target) {
        return take(target, process -> holding(process, target));
    }

    /** @param known  what becomes of a process that was found to be the one that is meant */
    Hold take(Target target, Function<PidFd, Hold> known) {
        if (target.holder().id().pid() == FIRST_PROCESS) {
            return new Hold.Refused(Outcome.Refusal.FIRST_PROCESS);
        }
        return switch (PidFd.open(target.holder().id().pid())) {
            case PidFd.Opened(PidFd process) -> checked(process, target, known);
            case PidFd.Gone() -> new Hold.Gone();
            case PidFd.Unsupported() -> new Hold.Refused(Outcome.Refusal.NO_PIDFD);
            case PidFd.NumberedOtherwise() -> new Hold.Refused(Outcome.Refusal.OTHER_NUMBERS);
            case PidFd.Failed(String cause) -> new Hold.Failed(cause);
        };
    }

    private Hold checked(PidFd process, Target target, Function<PidFd, Hold> known) {
        Hold hold = check(process, target, known);
        if (!(hold instanceof Hold.Held)) {
            process.close();
        }
        return hold;
    }

    private Hold check(PidFd process, Target target, Function<PidFd, Hold> known) {
        ProcessId id = target.holder().id();
        return switch (identity.read(id.pid())) {
            case ProcessIdentity.Reading.Found found when found.start() != id.start() -> new Hold.Reused();
            case ProcessIdentity.Reading.Found _ when process.ended() -> new Hold.Gone();
            case ProcessIdentity.Reading.Found found when found.kernelThread() -> new Hold.Refused(Outcome.Refusal.KERNEL_THREAD);
            case ProcessIdentity.Reading.Found _ -> known.apply(process);
            // The number is taken, as the descriptor shows, but hidden from us.
            case ProcessIdentity.Reading.Missing() -> process.ended() ? new Hold.Gone() : new Hold.NotPermitted();
            case ProcessIdentity.Reading.Unreadable(String cause) -> new Hold.Failed(cause);
        };
    }

    private Hold holding(PidFd process, Target target) {
        Socket socket = target.socket();
        if (socket == null) {
            return new Hold.Held(new OwnGrip(process, identity, target));
        }
        long inode = socket.inode();
        if (inode == 0) {
            return new Hold.Refused(Outcome.Refusal.SOCKET_NOT_IDENTIFIED);
        }
        return switch (identity.holds(target.holder().id().pid(), inode)) {
            case ProcessIdentity.Holding.Holds() -> new Hold.Held(new OwnGrip(process, identity, target));
            case ProcessIdentity.Holding.HoldsNot() -> process.ended() ? new Hold.Gone() : new Hold.Released();
            case ProcessIdentity.Holding.Hidden() -> process.ended() ? new Hold.Gone() : new Hold.NotPermitted();
            case ProcessIdentity.Holding.Unreadable(String cause) -> new Hold.Failed(cause);
        };
    }
}
