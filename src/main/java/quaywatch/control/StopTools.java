package quaywatch.control;

import java.util.List;

/**
 * What a stop works with.
 *
 * @param lever        the way to the processes
 * @param services     the way to units and containers
 * @param probe        test binds
 * @param holders      who holds a port now
 * @param supervisors  tell who started what came back
 * @param patience     how long to wait for what
 * @param pace         the passing of time
 * @param recorder     writes down what is done
 */
public record StopTools(Lever lever, ServiceLever services, PortProbe probe, PortHolders holders, Supervisors supervisors,
        Patience patience, Pace pace, Recorder recorder) {

    /** Where nothing is written down. */
    public StopTools(Lever lever, ServiceLever services, PortProbe probe, PortHolders holders, Supervisors supervisors, Patience patience,
            Pace pace) {
        this(lever, services, probe, holders, supervisors, patience, pace, Recorder.NONE);
    }

    /** Where nothing is known about services and supervisors. */
    public StopTools(Lever lever, PortProbe probe, PortHolders holders, Patience patience, Pace pace) {
        this(lever, ServiceLever.NONE, probe, holders, Supervisors.NONE, patience, pace);
    }

    /** A flow that will carry out one order. */
    public StopFlow flow(StopOrder order) {
        return new StopFlow(order, this);
    }

    /** A series that will carry out several plans. */
    public <P extends Stoppable> StopSeries<P> series(List<P> plans) {
        return new StopSeries<>(plans, this);
    }

    StopTools withPatience(Patience other) {
        return new StopTools(lever, services, probe, holders, supervisors, other, pace, recorder);
    }
}
