package quaywatch.app;

import java.util.List;

import quaywatch.control.PortHolders;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.monitor.SamplingLoop;

/** Who holds a port now, by looking at the machine anew. */
final class Holders implements PortHolders {

    private final SamplingLoop loop;

    Holders(SamplingLoop loop) {
        this.loop = loop;
    }

    @Override
    public List<Owner> of(Protocol protocol, int port) {
        return loop.tickOnce().rows().stream()
                .filter(row -> !row.isClosed() && row.socket().holdsPort() && row.socket().protocol() == protocol
                        && row.socket().local().port() == port)
                .map(Row::live).map(live -> live.owner()).distinct().toList();
    }
}
