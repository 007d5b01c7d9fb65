package quaywatch.query;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import quaywatch.model.PortRange;
import quaywatch.model.Row;
import quaywatch.model.Socket;

/**
 * {@code port:8080}: a port of one end lies in one of some ranges. A service name has become its ports by now.
 *
 * @param side    which end
 * @param ranges  at least one
 */
public record PortTerm(Side side, List<PortRange> ranges) implements Query.Term {

    public PortTerm {
        ranges = List.copyOf(ranges);
    }

    @Override
    public boolean matches(Row row, Instant now) {
        Socket socket = row.socket();
        return side.looksAtLocal() && fits(socket.local().port()) || side.looksAtRemote(socket) && fits(socket.remote().port());
    }

    private boolean fits(int port) {
        for (PortRange range : ranges) {
            if (range.contains(port)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return side.field("port") + ":"
                + ranges.stream().map(range -> range.size() == 1 ? "" + range.first() : range.toString()).collect(Collectors.joining(","));
    }
}
