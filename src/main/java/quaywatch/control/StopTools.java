package quaywatch.control;

/**
 * What a stop works with.
 *
 * @param lever     the way to the processes
 * @param probe     test binds
 * @param holders   who holds a port now
 * @param patience  how long to wait for what
 * @param pace      the passing of time
 */
public record StopTools(Lever lever, PortProbe probe, PortHolders holders, Patience patience, Pace pace) {

    /** A flow that will carry out one order. */
    public StopFlow flow(StopOrder order) {
        return new StopFlow(order, this);
    }
}
