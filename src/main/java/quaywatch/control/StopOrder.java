package quaywatch.control;

import java.util.List;

import quaywatch.model.Address;
import quaywatch.model.Protocol;

/**
 * What is to be done: these processes end, then this port is tested.
 *
 * @param protocol  transport of the port
 * @param port      1 to 65535
 * @param targets   every process to end, with the socket it must still hold; not empty
 * @param testOn    the addresses to bind afterwards; empty where a bind here would tell nothing (another namespace)
 */
public record StopOrder(Protocol protocol, int port, List<Target> targets, List<Address> testOn) {

    public StopOrder {
        targets = List.copyOf(targets);
        testOn = List.copyOf(testOn);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("an order needs a target");
        }
    }
}
