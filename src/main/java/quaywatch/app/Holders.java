package quaywatch.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import quaywatch.control.Deed;
import quaywatch.control.PortHolders;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;

/** Who holds a port now, by looking at the machine anew. */
final class Holders implements PortHolders {

    private final Supplier<Snapshot> look;

    Holders(Supplier<Snapshot> look) {
        this.look = look;
    }

    @Override
    public List<Owner> of(Protocol protocol, int port, long namespace) {
        return in(look.get(), new Deed.Port(protocol, port), namespace);
    }

    @Override
    public Map<Deed.Port, List<Owner>> of(List<Deed.Port> ports, long namespace) {
        Map<Deed.Port, List<Owner>> found = new LinkedHashMap<>();
        if (!ports.isEmpty()) {
            Snapshot snapshot = look.get();
            ports.forEach(port -> found.put(port, in(snapshot, port, namespace)));
        }
        return found;
    }

    private static List<Owner> in(Snapshot snapshot, Deed.Port port, long namespace) {
        return snapshot.rows().stream()
                .filter(row -> !row.isClosed() && row.socket().holdsPort() && row.socket().protocol() == port.protocol()
                        && row.socket().local().port() == port.port() && row.socket().namespace() == namespace)
                .map(Row::live).map(live -> live.owner()).distinct().toList();
    }
}
