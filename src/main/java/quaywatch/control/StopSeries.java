package quaywatch.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import quaywatch.control.StopPlan.Possible;

/**
 * Frees several ports, or ends several processes, one after the other, and watches all ports together afterwards, also those that only closed
 * with a process. A port whose holder went with an earlier one is only
 * tested. Made for one run, on the caller's thread; {@link #force}, {@link #waitOn} and {@link #cancel} come from any other.
 */
public final class StopSeries<P extends Stoppable> {

    /** Between two looks at who holds the ports. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final List<P> plans;
    private final StopTools tools;
    private volatile @Nullable StopFlow flow;
    private volatile boolean cancelled;

    StopSeries(List<P> plans, StopTools tools) {
        this.plans = List.copyOf(plans);
        this.tools = tools;
    }

    /** How one plan ended. */
    public record Part<P extends Stoppable>(P plan, Outcome outcome) {

        /** Whether there was a port, and nobody was found to hold it at the end. */
        public boolean free() {
            return switch (outcome) {
                case Outcome.Ended(PortProbe.Result proof, _) -> proof.free();
                case Outcome.AlreadyGone(PortProbe.Result proof) -> proof.free();
                case Outcome.StillRunning _,Outcome.NotPermitted _,Outcome.PidReused _,Outcome.Refused _,Outcome.Cancelled _ -> false;
                case Outcome.PortStillHeld _,Outcome.RespawnedBy _,Outcome.Failed _ -> false;
            };
        }
    }

    /** Whether somebody may still take a port that this left free. */
    private static boolean isOpen(Part<?> part) {
        StopOrder order = part.plan().order();
        return order.isForPort() ? part.free() : part.outcome() instanceof Outcome.Ended && !order.watched().isEmpty();
    }

    /** Stops: the port at hand waits no longer, the others are left alone, nothing is watched. What was sent can't be called back. */
    public void cancel() {
        cancelled = true;
        StopFlow running = flow;
        if (running != null) {
            running.cancel();
        }
    }

    /** As {@link StopFlow#force}, for the port at hand. */
    public boolean force() {
        StopFlow running = flow;
        return running != null && running.force();
    }

    /** As {@link StopFlow#waitOn}, for the port at hand. */
    public void waitOn(Duration more) {
        StopFlow running = flow;
        if (running != null) {
            running.waitOn(more);
        }
    }

    /** Does it; one part for each plan, in their order. */
    public List<Part<P>> run(BiConsumer<P, Progress> report) {
        StopTools brief = tools.withPatience(tools.patience().withoutWatch());
        List<Newcomers> newcomers = plans.stream().map(plan -> new Newcomers(plan.order(), tools)).toList();
        List<Part<P>> parts = new ArrayList<>();
        List<StopFlow> flows = new ArrayList<>();
        for (P plan : plans) {
            StopFlow next = brief.flow(plan.order());
            flows.add(next);
            flow = next;
            // A wish that came between two flows reached neither.
            if (cancelled) {
                next.cancel();
            }
            parts.add(new Part<>(plan, next.run(progress -> report.accept(plan, progress))));
        }
        flow = null;
        List<Part<P>> before = List.copyOf(parts);
        watch(parts, newcomers);
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).equals(before.get(i))) {
                flows.get(i).record(parts.get(i).outcome());
            }
        }
        return List.copyOf(parts);
    }

    private void watch(List<Part<P>> parts, List<Newcomers> newcomers) {
        Duration watch = tools.patience().watch();
        newcomers.forEach(Newcomers::settle);
        long begin = tools.pace().nanos();
        Duration watched = Duration.ZERO;
        try {
            while (watched.compareTo(watch) < 0 && !cancelled && parts.stream().anyMatch(StopSeries::isOpen)) {
                tools.pace().pause(LOOK);
                watched = Duration.ofNanos(tools.pace().nanos() - begin);
                look(parts, newcomers);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Duration whole = watched.compareTo(watch) < 0 ? watched : watch;
        parts.replaceAll(part -> isOpen(part) && part.outcome() instanceof Outcome.Ended(PortProbe.Result proof, _)
                ? new Part<>(part.plan(), new Outcome.Ended(proof, whole))
                : part);
    }

    private void look(List<Part<P>> parts, List<Newcomers> newcomers) throws InterruptedException {
        for (int i = 0; i < parts.size(); i++) {
            Part<P> part = parts.get(i);
            Optional<Outcome> came = isOpen(part) ? newcomers.get(i).look() : Optional.empty();
            if (came.isPresent()) {
                parts.set(i, new Part<>(part.plan(), came.get()));
            }
        }
    }
}
