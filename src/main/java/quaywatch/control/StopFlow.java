package quaywatch.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Hold;
import quaywatch.control.Lever.Sent;
import quaywatch.control.Progress.Kind;
import quaywatch.control.Progress.State;

/**
 * Carries out one order: check, ask, wait on the processes, force if the user says so, test the port, watch it. Made for one run.
 * <p>{@link #run} works on the caller's thread, best a virtual one; {@link #force}, {@link #waitOn} and {@link #cancel} come from any other.
 */
public final class StopFlow {

    /** Between two looks at who holds the port; each is a scan. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final StopOrder order;
    private final StopTools tools;
    private final Wishes wishes = new Wishes();
    private final List<Grip> grips = new ArrayList<>();
    private boolean asked;
    /** Whether a target is out of our reach, and only the port can be waited for. */
    private boolean hidden;
    private boolean forced;
    /** What was written down; null while nothing was sent. */
    private Recorder.@Nullable Entry entry;

    StopFlow(StopOrder order, StopTools tools) {
        this.order = order;
        this.tools = tools;
    }

    /** Stops waiting. What was sent can't be called back. */
    public void cancel() {
        wishes.cancel();
    }

    /** Ends the processes with SIGKILL, after one more check of their identity. False, and without effect, where progress does not offer it. */
    public boolean force() {
        return wishes.wishForce();
    }

    /** Takes the offer of force back for this long. */
    public void waitOn(Duration more) {
        wishes.waitOn(more);
    }

    /** Does it, and reports every step and every tick of waiting to {@code report}, on this thread. An interrupt cancels and stays set. */
    public Outcome run(Consumer<Progress> report) {
        Outcome outcome = carryOut(report);
        record(outcome);
        return outcome;
    }

    /** Writes down how it ended, also if that turned out later; nothing where nothing was sent. */
    void record(Outcome outcome) {
        if (entry != null) {
            entry.ended(outcome, forced);
        }
    }

    private Outcome carryOut(Consumer<Progress> report) {
        StepLog log = new StepLog(tools.pace(), order.isForPort(), !tools.patience().watch().isZero(), report);
        try {
            Optional<Outcome> obstacle = check(log);
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
            PortTest test = new PortTest(order, tools, log);
            return grips.isEmpty() && !hidden ? new Outcome.AlreadyGone(test.prove()) : stop(log, test);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Cancelled(asked);
        } finally {
            grips.forEach(Grip::close);
        }
    }

    private Outcome stop(StepLog log, PortTest test) throws InterruptedException {
        Newcomers newcomers = new Newcomers(order, tools);
        entry = tools.recorder().begin(order);
        asked = true;
        Optional<Outcome> obstacle = ask(log);
        if (obstacle.isEmpty()) {
            obstacle = new Waiting(grips, () -> !test.probe().held(), tools, wishes, log)
                    .untilEnded(() -> force(log));
        }
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        PortProbe.Result proof = test.prove();
        if (proof.held()) {
            return newcomers.look().orElseGet(() -> new Outcome.PortStillHeld(test.others(), proof));
        }
        return order.isForPort() ? watch(log, newcomers, proof) : new Outcome.Ended(proof, Duration.ZERO);
    }

    private Optional<Outcome> ask(StepLog log) {
        if (!(order.way() instanceof Way.Stop(Service service))) {
            return send(log, Kind.ASKED, Grip::ask);
        }
        log.set(Kind.ASKED, State.RUNNING);
        Optional<Outcome> obstacle = obstacle(tools.services().stop(service), false);
        log.set(Kind.ASKED, obstacle.isPresent() ? State.FAILED : State.DONE);
        return obstacle;
    }

    /** Looks on; a wish to stop ends the watch, not what was proven. */
    private Outcome watch(StepLog log, Newcomers newcomers, PortProbe.Result proof) throws InterruptedException {
        Duration watch = tools.patience().watch();
        Duration begin = log.elapsed();
        Duration watched = Duration.ZERO;
        newcomers.settle();
        while (watched.compareTo(watch) < 0 && !wishes.cancelled()) {
            log.set(Kind.WATCHED, State.RUNNING);
            tools.pace().pause(LOOK);
            Optional<Outcome> newcomer = newcomers.look();
            if (newcomer.isPresent()) {
                log.set(Kind.WATCHED, State.FAILED);
                return newcomer.get();
            }
            watched = log.elapsed().minus(begin);
        }
        if (!watch.isZero()) {
            log.set(Kind.WATCHED, wishes.cancelled() ? State.WARNING : State.DONE);
        }
        return new Outcome.Ended(proof, watched.compareTo(watch) < 0 ? watched : watch);
    }

    /** Takes hold of every process before anything is sent to one of them. */
    private Optional<Outcome> check(StepLog log) {
        log.set(Kind.CHECKED, State.RUNNING);
        for (Target target : order.targets()) {
            Optional<Outcome> obstacle = take(target);
            if (obstacle.isPresent()) {
                log.set(Kind.CHECKED, State.FAILED);
                return obstacle;
            }
        }
        hidden |= order.targets().isEmpty();
        log.set(Kind.CHECKED, grips.isEmpty() && !hidden ? State.WARNING : State.DONE);
        return wishes.cancelled() ? Optional.of(new Outcome.Cancelled(false)) : Optional.empty();
    }

    private Lever lever() {
        return order.way() instanceof Way.AskAdministrator ? tools.lever().administrators().orElse(tools.lever()) : tools.lever();
    }

    private Optional<Outcome> take(Target target) {
        return switch (lever().take(target)) {
            case Hold.Held(Grip grip) -> {
                grips.add(grip);
                yield Optional.empty();
            }
            case Hold.Gone(),Hold.Released() -> Optional.empty();
            case Hold.Reused() -> Optional.of(new Outcome.PidReused());
            case Hold.NotPermitted() when order.way() instanceof Way.Stop -> {
                // Whoever runs the service may still stop it for us.
                hidden = true;
                yield Optional.empty();
            }
            case Hold.NotPermitted() -> Optional.of(new Outcome.NotPermitted());
            case Hold.Refused(Outcome.Refusal why) -> Optional.of(new Outcome.Refused(why));
            case Hold.Failed(String cause) -> Optional.of(new Outcome.Failed(cause));
        };
    }

    private Optional<Outcome> force(StepLog log) {
        forced = true;
        return send(log, Kind.FORCED, Grip::force);
    }

    private Optional<Outcome> send(StepLog log, Kind kind, Function<Grip, Sent> signal) {
        log.set(kind, State.RUNNING);
        for (Grip grip : grips) {
            Optional<Outcome> obstacle = obstacle(signal.apply(grip), kind == Kind.FORCED || grip != grips.getFirst());
            if (obstacle.isPresent()) {
                log.set(kind, State.FAILED);
                return obstacle;
            }
        }
        log.set(kind, State.DONE);
        return Optional.empty();
    }

    /** @param before  whether something was sent before this, to this process or another */
    private static Optional<Outcome> obstacle(Sent sent, boolean before) {
        return switch (sent) {
            case Sent.Delivered(),Sent.Gone() -> Optional.empty();
            case Sent.Reused() -> Optional.of(new Outcome.PidReused());
            case Sent.NotPermitted() -> Optional.of(new Outcome.NotPermitted());
            case Sent.Cancelled() -> Optional.of(new Outcome.Cancelled(before));
            case Sent.NotTheHolder() -> Optional.of(new Outcome.Refused(Outcome.Refusal.NOT_THE_HOLDER));
            case Sent.Failed(String cause) -> Optional.of(new Outcome.Failed(cause));
        };
    }
}
