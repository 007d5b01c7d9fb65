package quaywatch.control.portable;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Lever;
import quaywatch.control.Outcome;
import quaywatch.control.Target;

/**
 * Signals through {@link ProcessHandle}, where the system offers nothing better. Weaker than a pidfd: a moment remains between the check and the
 * signal, and whether the process still holds the socket can't be asked.
 * <p>A process is told by when it started, to the second, as sources round differently; a target without that time is refused.
 */
public final class HandleLever implements Lever {

    @Override
    public Hold take(Target target) {
        Instant expected = target.holder().started();
        if (expected == null) {
            return new Hold.Refused(Outcome.Refusal.START_NOT_KNOWN);
        }
        long pid = target.holder().id().pid();
        if (pid == ProcessHandle.current().pid()) {
            return new Hold.Refused(Outcome.Refusal.QUAYWATCH_ITSELF);
        }
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isEmpty() || !handle.get().isAlive()) {
            return new Hold.Gone();
        }
        Instant found = started(handle.get());
        if (found == null) {
            return new Hold.NotPermitted();
        }
        return HandleGrip.same(found, expected) ? new Hold.Held(new HandleGrip(handle.get(), expected)) : new Hold.Reused();
    }

    static @Nullable Instant started(ProcessHandle handle) {
        return handle.info().startInstant().orElse(null);
    }
}
