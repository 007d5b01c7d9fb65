package quaywatch.control;

import java.util.List;

import quaywatch.model.Address;
import quaywatch.model.Protocol;

/**
 * What is to be done: these processes end, then this port is tested.
 *
 * @param protocol  transport of the port
 * @param port      1 to 65535
 * @param targets   every process to end or to wait for, with the socket it must still hold; not empty but for a service
 * @param testOn    the addresses to bind afterwards; empty where a bind here would tell nothing (another namespace)
 * @param way       how they are asked
 * @param closesToo other ports that they hold
 */
public record StopOrder(Protocol protocol, int port, List<Target> targets, List<Address> testOn, Way way,
        List<StopPlan.ClosesToo> closesToo) {

    public StopOrder {
        targets = List.copyOf(targets);
        testOn = List.copyOf(testOn);
        closesToo = List.copyOf(closesToo);
        if (targets.isEmpty() && !(way instanceof Way.Stop)) {
            throw new IllegalArgumentException("an order needs a target");
        }
    }

    /** Where no other port is known. */
    public StopOrder(Protocol protocol, int port, List<Target> targets, List<Address> testOn, Way way) {
        this(protocol, port, targets, testOn, way, List.of());
    }

    /** These processes get SIGTERM. */
    public StopOrder(Protocol protocol, int port, List<Target> targets, List<Address> testOn) {
        this(protocol, port, targets, testOn, new Way.Ask(targets.stream().map(Target::holder).toList()));
    }
}
