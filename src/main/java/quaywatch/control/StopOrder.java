package quaywatch.control;

import java.util.List;
import java.util.Objects;

import quaywatch.model.Address;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

/**
 * What is to be done: these processes end, then this port is tested; or they only end.
 *
 * @param protocol  transport of the port
 * @param port      1 to 65535; 0 where no port is tested; then those of closesToo are watched
 * @param targets   every process to end or to wait for, with the socket it must still hold; not empty but for a service
 * @param testOn    the addresses to bind afterwards; empty where a bind here would tell nothing (another namespace)
 * @param way       how they are asked
 * @param closesToo other ports that they hold
 */
public record StopOrder(Protocol protocol, int port, List<Target> targets, List<Address> testOn, Way way,
        List<StopPlan.ClosesToo> closesToo) {

    /** Whoever holds more ports hands them out anew all the time. */
    private static final int MOST_WATCHED = 100;

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

    /** The processes of this way get SIGTERM, whatever they hold. */
    static StopOrder ofProcesses(Way way, List<StopPlan.ClosesToo> closesToo) {
        return new StopOrder(Protocol.TCP, 0, way.signalled().stream().map(who -> new Target(null, who)).toList(), List.of(), way,
                closesToo);
    }

    /** The network namespace of the port; 0 for our own. */
    long namespace() {
        return targets.stream().map(Target::socket).filter(Objects::nonNull).mapToLong(Socket::namespace).findFirst().orElse(0);
    }

    /** The ports that are watched afterwards: the one that is freed, or else those that close with the processes, up to a bound. */
    List<Deed.Port> watched() {
        return isForPort()
                ? List.of(new Deed.Port(protocol, port))
                : closesToo.stream().map(other -> new Deed.Port(other.protocol(), other.port())).limit(MOST_WATCHED).toList();
    }

    /** Whether it is for a port. */
    boolean isForPort() {
        return port != 0;
    }

    /** These processes get SIGTERM. */
    public StopOrder(Protocol protocol, int port, List<Target> targets, List<Address> testOn) {
        this(protocol, port, targets, testOn, new Way.Ask(targets.stream().map(Target::holder).toList()));
    }
}
