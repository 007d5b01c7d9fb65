package quaywatch.monitor;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Owner;
import quaywatch.model.Traffic;
import quaywatch.model.Traffic.Shares;

/** All accounts, and which of them a flow belongs to. */
final class Books {

    private final Tally network = new Tally();
    private final Tally inside = new Tally();
    private final Ledger<Owner> owners = new Ledger<>();
    private final Ledger<Belonging> services = new Ledger<>();
    private final Ledger<Integer> ports = new Ledger<>();
    private final Ledger<Endpoint> hosts = new Ledger<>();
    private final Turnover turnover = new Turnover();
    private Traffic traffic = Traffic.NONE;

    /**
     * Adds a flow.
     *
     * @param door     the listener's port it came in through; null for what went out
     * @param service  the port of the service that was asked
     */
    void add(Flow flow, Owner owner, @Nullable Integer door, int service) {
        turnover.add(flow, identity(owner), owner, service);
        owners.add(identity(owner), owner, flow.received(), flow.sent());
        if (door != null) {
            ports.add(door, door, flow.received(), flow.sent());
        }
        Belonging belonging = owner.belongsTo();
        if (belonging != null && !(belonging instanceof Belonging.StartedBy)) {
            services.add(belonging, belonging, flow.received(), flow.sent());
        }
        if (flow.countsHere()) {
            (flow.isInside() ? inside : network).add(flow.received(), flow.sent());
            hosts.add(flow.host(), flow.host(), flow.received(), flow.sent());
        }
    }

    /** Who moved how much lately. */
    Turnover turnover() {
        return turnover;
    }

    /** All there is, with what was added in some time above zero; the same object if nothing changed. */
    Traffic settle(Duration time) {
        boolean changed = network.settle(time) | inside.settle(time);
        Shares<Owner> byOwner = owners.settle(time);
        Shares<Belonging> byService = services.settle(time);
        Shares<Integer> byPort = ports.settle(time);
        Shares<Endpoint> byHost = hosts.settle(time);
        if (changed || byOwner != traffic.owners() || byService != traffic.services() || byPort != traffic.ports()
                || byHost != traffic.hosts()) {
            traffic = new Traffic(network.sum(), inside.sum(), byOwner, byService, byPort, byHost);
        }
        return traffic;
    }

    /** Facts of a process may change while it stays the same process. */
    private static Object identity(Owner owner) {
        return owner instanceof Owner.Processes processes ? processes.first().id() : owner;
    }
}
