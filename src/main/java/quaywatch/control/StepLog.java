package quaywatch.control;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import quaywatch.control.Progress.Kind;
import quaywatch.control.Progress.State;
import quaywatch.control.Progress.Step;

/** Keeps the steps of one flow and reports them. Used by the flow's thread only. */
final class StepLog {

    private final Pace pace;
    private final long start;
    private final Consumer<Progress> report;
    private final Map<Kind, Step> steps = new EnumMap<>(Kind.class);

    /**
     * @param tests    whether a port is tested
     * @param watches  whether it is watched afterwards
     */
    StepLog(Pace pace, boolean tests, boolean watches, Consumer<Progress> report) {
        this.pace = pace;
        this.report = report;
        this.start = pace.nanos();
        for (Kind kind : Kind.values()) {
            boolean comes = switch (kind) {
                case CHECKED, ASKED, WAITING -> true;
                case FORCED -> false;
                case TESTED -> tests;
                case WATCHED -> tests && watches;
            };
            if (comes) {
                steps.put(kind, new Step(kind, State.TO_COME, Duration.ZERO));
            }
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(pace.nanos() - start);
    }

    /** Sets a step and reports. */
    void set(Kind kind, State state) {
        set(kind, state, false, false);
    }

    void set(Kind kind, State state, boolean mayForce, boolean letGo) {
        steps.put(kind, new Step(kind, state, elapsed()));
        report.accept(new Progress(steps.values().stream().toList(), elapsed(), mayForce, letGo));
    }
}
