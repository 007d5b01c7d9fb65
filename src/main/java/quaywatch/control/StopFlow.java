package quaywatch.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Hold;
import quaywatch.control.Lever.Sent;
import quaywatch.control.Progress.Kind;
import quaywatch.control.Progress.State;
import quaywatch.model.Owner;

/**
 * Carries out one stop: check, ask, wait on the processes and the port, force if the user says so, test the port. Made for one run.
 * <p>{@link #run} works on the caller's thread, best a virtual one; {@link #force}, {@link #waitOn} and {@link #cancel} come from any other.
 */
public final class StopFlow {

    private static final Duration TEST_PAUSE = Duration.ofMillis(50);

    private final StopOrder order;
    private final StopTools tools;
    private final List<Grip> grips = new ArrayList<>();
    private volatile boolean cancelled;
    private volatile boolean forceAsked;
    private volatile boolean forceOffered;
    private volatile Duration grace;

    StopFlow(StopOrder order, StopTools tools) {
        this.order = order;
        this.tools = tools;
        this.grace = tools.patience().grace();
    }

    /** Stops waiting. What was sent can't be called back. */
    public void cancel() {
        cancelled = true;
    }

    /** Ends the processes with SIGKILL, after one more check of their identity. Followed only where progress offered it; false if not. */
    public boolean force() {
        if (!forceOffered) {
            return false;
        }
        forceAsked = true;
        return true;
    }

    /** Takes the offer of force back for a while. */
    public void waitOn(Duration more) {
        grace = grace.plus(more);
    }

    /** Does it, and reports every step and every tick of waiting to {@code report}, on this thread. An interrupt cancels. */
    public Outcome run(Consumer<Progress> report) {
        StepLog log = new StepLog(tools.pace(), report);
        try {
            Optional<Outcome> end = check(log).or(() -> ask(log));
            return end.isPresent() ? end.get() : await(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Cancelled(true);
        } finally {
            grips.forEach(Grip::close);
        }
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
        log.set(Kind.CHECKED, State.DONE);
        if (cancelled) {
            return Optional.of(new Outcome.Cancelled(false));
        }
        return grips.isEmpty() ? Optional.of(new Outcome.AlreadyGone(probe())) : Optional.empty();
    }

    private Optional<Outcome> take(Target target) {
        return switch (tools.lever().take(target)) {
            case Hold.Held(Grip grip) -> {
                grips.add(grip);
                yield Optional.empty();
            }
            case Hold.Gone(),Hold.Released() -> Optional.empty();
            case Hold.Reused() -> Optional.of(new Outcome.PidReused());
            case Hold.NotPermitted() -> Optional.of(new Outcome.NotPermitted());
            case Hold.Refused(Outcome.Refusal why) -> Optional.of(new Outcome.Refused(why));
            case Hold.Failed(String cause) -> Optional.of(new Outcome.Failed(cause));
        };
    }

    private Optional<Outcome> ask(StepLog log) {
        log.set(Kind.ASKED, State.RUNNING);
        return send(log, Kind.ASKED, Grip::ask);
    }

    private Optional<Outcome> send(StepLog log, Kind kind, Function<Grip, Sent> signal) {
        for (Grip grip : grips) {
            Optional<Outcome> obstacle = obstacle(signal.apply(grip));
            if (obstacle.isPresent()) {
                log.set(kind, State.FAILED);
                return obstacle;
            }
        }
        log.set(kind, State.DONE);
        return Optional.empty();
    }

    private static Optional<Outcome> obstacle(Sent sent) {
        return switch (sent) {
            case Sent.Delivered(),Sent.Gone() -> Optional.empty();
            case Sent.Reused() -> Optional.of(new Outcome.PidReused());
            case Sent.NotPermitted() -> Optional.of(new Outcome.NotPermitted());
            case Sent.Failed(String cause) -> Optional.of(new Outcome.Failed(cause));
        };
    }

    private Outcome await(StepLog log) throws InterruptedException {
        Duration begin = log.elapsed();
        boolean forced = false;
        while (!ended()) {
            Duration waited = log.elapsed().minus(begin);
            if (cancelled) {
                return new Outcome.Cancelled(true);
            }
            if (waited.compareTo(tools.patience().limit()) >= 0) {
                log.set(Kind.WAITING, State.FAILED);
                return new Outcome.StillRunning();
            }
            if (forceAsked && !forced) {
                forced = true;
                forceOffered = false;
                Optional<Outcome> obstacle = send(log, Kind.FORCED, Grip::force);
                if (obstacle.isPresent()) {
                    return obstacle.get();
                }
            }
            forceOffered = !forced && waited.compareTo(grace) >= 0;
            log.set(Kind.WAITING, forceOffered ? State.WARNING : State.RUNNING, forceOffered, grips.stream().noneMatch(Grip::holdsSocket));
        }
        forceOffered = false;
        log.set(Kind.WAITING, State.DONE);
        return prove(log);
    }

    /** Waits one tick at most; whether all processes have ended. */
    private boolean ended() throws InterruptedException {
        boolean all = true;
        Duration limit = tools.patience().tick();
        for (Grip grip : grips) {
            all &= grip.awaitEnd(all ? limit : Duration.ZERO);
        }
        return all;
    }

    private Outcome prove(StepLog log) throws InterruptedException {
        log.set(Kind.TESTED, State.RUNNING);
        Duration begin = log.elapsed();
        PortProbe.Result proof = probe();
        while (proof.held() && !cancelled && log.elapsed().minus(begin).compareTo(tools.patience().settle()) < 0) {
            tools.pace().pause(TEST_PAUSE);
            proof = probe();
        }
        log.set(Kind.TESTED, proof.held() ? State.FAILED : State.DONE);
        return proof.held() ? new Outcome.PortStillHeld(others(), proof) : new Outcome.Ended(proof);
    }

    private PortProbe.Result probe() {
        return tools.probe().test(order.protocol(), order.port(), order.testOn());
    }

    /** The holders that are not the processes just ended: a scan may still show those. */
    private List<Owner> others() {
        List<Owner> stopped = List.of(new Owner.Processes(order.targets().stream().map(Target::holder).toList()));
        return tools.holders().of(order.protocol(), order.port()).stream().filter(owner -> !stopped.contains(owner)).toList();
    }
}
