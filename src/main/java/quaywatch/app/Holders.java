package quaywatch.app;

import java.util.List;
import java.util.function.Supplier;

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
        return look.get().rows().stream()
                .filter(row -> !row.isClosed() && row.socket().holdsPort() && row.socket().protocol() == protocol
                        && row.socket().local().port() == port && row.socket().namespace() == namespace)
                .map(Row::live).map(live -> live.owner()).distinct().toList();
    }
}
