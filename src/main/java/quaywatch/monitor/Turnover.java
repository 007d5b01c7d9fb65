package quaywatch.monitor;

import java.util.HashMap;
import java.util.Map;

import quaywatch.model.Endpoint;
import quaywatch.model.Owner;

/** Who moved how much since the history took it in last. One thread at a time. */
final class Turnover {

    final Map<Object, Taken<Owner>> owners = new HashMap<>();
    final Map<Object, Taken<Integer>> services = new HashMap<>();
    final Map<Object, Taken<Endpoint>> hosts = new HashMap<>();
    final Taken<Boolean> network = new Taken<>(false);
    final Taken<Boolean> inside = new Taken<>(true);
    final Taken<Boolean> payload = new Taken<>(true);

    /** Bytes of one of them, who may be known better than before. */
    static final class Taken<T> {

        T of;
        long in;
        long out;

        Taken(T of) {
            this.of = of;
        }

        void add(long received, long sent) {
            in += received;
            out += sent;
        }

        long total() {
            return in + out;
        }

        private void clear() {
            in = 0;
            out = 0;
        }
    }

    /**
     * Adds a flow.
     *
     * @param key      what makes it the same owner
     * @param service  the port of the service that was asked
     */
    void add(Flow flow, Object key, Owner owner, int service) {
        if (flow.received() == 0 && flow.sent() == 0) {
            return;
        }
        add(owners, key, owner, flow);
        payload.add(flow.received(), flow.sent());
        if (flow.countsHere()) {
            (flow.isInside() ? inside : network).add(flow.received(), flow.sent());
            add(services, service, service, flow);
            add(hosts, flow.host(), flow.host(), flow);
        }
    }

    private static <T> void add(Map<Object, Taken<T>> all, Object key, T of, Flow flow) {
        Taken<T> one = all.computeIfAbsent(key, _ -> new Taken<>(of));
        one.of = of;
        one.add(flow.received(), flow.sent());
    }

    /** Begins anew. */
    void clear() {
        owners.clear();
        services.clear();
        hosts.clear();
        network.clear();
        inside.clear();
        payload.clear();
    }
}
