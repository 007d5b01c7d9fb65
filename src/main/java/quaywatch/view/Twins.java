package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/**
 * Puts the sockets together that one owner opened for one purpose: same port, protocol, state and exposure, IPv4 and IPv6 or several
 * addresses. Only held ports: connections are never put together.
 */
final class Twins {

    private static final Comparator<Row> BY_ADDRESS = Comparator.<Row, Address>comparing(
            row -> row.socket().local().address()).thenComparing(row -> row.socket().local().scope())
            .thenComparingLong(row -> row.socket().cookie()).thenComparingLong(row -> row.socket().inode());

    private record Purpose(Object owner, Protocol protocol, int port, SocketState state, Exposure exposure, long namespace,
            @Nullable Instant closed) {}

    private Twins() {}

    /** The sockets of a scope, each with its twins; twins in order of address. */
    static List<List<Row>> of(List<Row> rows, Scope scope) {
        Map<Purpose, List<Row>> held = new LinkedHashMap<>();
        List<List<Row>> lines = new ArrayList<>();
        for (Row row : rows) {
            if (!scope.holds(row.socket())) {
                continue;
            }
            if (row.socket().holdsPort()) {
                held.computeIfAbsent(purpose(row), _ -> new ArrayList<>(1)).add(row);
            } else {
                lines.add(List.of(row));
            }
        }
        for (List<Row> twins : held.values()) {
            twins.sort(BY_ADDRESS);
            lines.add(List.copyOf(twins));
        }
        return lines;
    }

    private static Purpose purpose(Row row) {
        Socket socket = row.socket();
        return new Purpose(identity(row.live().owner()), socket.protocol(), socket.local().port(), socket.state(), socket.exposure(),
                socket.namespace(), row.live().closed());
    }

    /** Facts of a process may change while it stays the same process. */
    private static Object identity(Owner owner) {
        return switch (owner) {
            case Owner.Processes processes -> processes.holders().size() == 1
                    ? processes.first().id()
                    : processes.holders().stream().map(ProcessFacts::id).toList();
            case Owner.Service _,Owner.UserOnly _,Owner.Kernel _,Owner.Unknown _ -> owner;
        };
    }
}
