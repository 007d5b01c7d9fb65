package quaywatch.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import quaywatch.control.Lever.Grip;
import quaywatch.control.Progress.Kind;
import quaywatch.control.Progress.State;

/** The wait for processes that were asked to end. Used by the flow's thread only. */
final class Waiting {

    /** Whether the port is let go is read from all descriptors of the process: often enough for a reader, seldom enough for the machine. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final List<Grip> grips;
    /** What else must be so; asked where there is no process to wait for. */
    private final BooleanSupplier free;
    private final Pace pace;
    private final Patience patience;
    private final Wishes wishes;
    private final StepLog log;
    private final Duration begin;
    private Duration offerAt;
    private Duration lookAt = LOOK;
    private boolean letGo;
    private boolean forced;

    Waiting(List<Grip> grips, BooleanSupplier free, StopTools tools, Wishes wishes, StepLog log) {
        this.grips = grips;
        this.free = free;
        this.pace = tools.pace();
        this.patience = tools.patience();
        this.wishes = wishes;
        this.log = log;
        this.begin = log.elapsed();
        this.offerAt = patience.grace();
    }

    /** Waits until all have ended; the outcome if the wait ends before that. */
    Optional<Outcome> untilEnded(Supplier<Optional<Outcome>> force) throws InterruptedException {
        while (!ended()) {
            Duration waited = log.elapsed().minus(begin);
            if (wishes.cancelled()) {
                return Optional.of(new Outcome.Cancelled(true));
            }
            if (waited.compareTo(patience.limit()) >= 0) {
                log.set(Kind.WAITING, State.FAILED);
                return Optional.of(new Outcome.StillRunning());
            }
            if (wishes.takeForce()) {
                forced = true;
                Optional<Outcome> obstacle = force.get();
                if (obstacle.isPresent()) {
                    return obstacle;
                }
            }
            tick(waited);
        }
        wishes.offerForce(false);
        log.set(Kind.WAITING, State.DONE);
        return Optional.empty();
    }

    private void tick(Duration waited) {
        Duration more = wishes.takeMore();
        if (more != null) {
            offerAt = waited.plus(more);
        }
        if (waited.compareTo(lookAt) >= 0) {
            lookAt = waited.plus(LOOK);
            letGo = !grips.isEmpty() && grips.stream().noneMatch(Grip::holdsSocket);
        }
        wishes.offerForce(!forced && !grips.isEmpty() && waited.compareTo(offerAt) >= 0);
        log.set(Kind.WAITING, wishes.forceOffered() ? State.WARNING : State.RUNNING, wishes.forceOffered(), letGo);
    }

    /** Waits one tick at most; whether all processes have ended, or without any, whether the port is free. */
    private boolean ended() throws InterruptedException {
        if (grips.isEmpty()) {
            boolean done = free.getAsBoolean();
            if (!done) {
                pace.pause(patience.tick());
            }
            return done;
        }
        boolean all = true;
        for (Grip grip : grips) {
            all &= grip.awaitEnd(all ? patience.tick() : Duration.ZERO);
        }
        return all;
    }
}
