package quaywatch.control;

import java.time.Duration;
import java.util.List;

/**
 * How far a stop has come, as one immutable value for each report.
 *
 * @param steps     in order; steps that are still to come stand at the end
 * @param elapsed   since the start of the flow
 * @param mayForce  whether {@link StopFlow#force()} would be followed now
 * @param letGo     whether the processes no longer hold the port though they have not ended
 */
public record Progress(List<Step> steps, Duration elapsed, boolean mayForce, boolean letGo) {

    public Progress {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param kind   what is done
     * @param state  how far it is
     * @param at     when it ended, since the start of the flow; for a running step the time until now; zero for one to come
     */
    public record Step(Kind kind, State state, Duration at) {}

    /** What is done, in this order. */
    public enum Kind {
        CHECKED, ASKED, WAITING,
        /** Only listed once force was asked for. */
        FORCED,
        /** Only listed where there is a port. */
        TESTED,
        /** Only listed where it is done. */
        WATCHED
    }

    /** How far a step is. */
    public enum State {
        TO_COME, RUNNING, DONE,
        /** It goes on, longer than it should. */
        WARNING, FAILED
    }
}
