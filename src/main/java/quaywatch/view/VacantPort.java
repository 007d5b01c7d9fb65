package quaywatch.view;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/**
 * A port that no program holds and no living connection uses, by TCP or UDP, here or in any other namespace that is looked at.
 *
 * @param port  its number
 * @param last  the socket that held it last; null where none closed within the last hour while it was watched
 */
public record VacantPort(int port, @Nullable Row last) {

    /** That port, if it is one; empty too where not every socket could be read. */
    public static Optional<VacantPort> of(Snapshot snapshot, int port) {
        boolean unsure = !snapshot.report().troubles().isEmpty();
        return unsure || snapshot.rows().stream().anyMatch(row -> uses(row, port))
                ? Optional.empty()
                : Optional.of(new VacantPort(port, last(snapshot, port)));
    }

    /** What waits for its end stops no server that does as most do and sets SO_REUSEADDR. */
    private static boolean uses(Row row, int port) {
        Socket socket = row.socket();
        return !row.isClosed() && socket.local().port() == port && socket.state() != SocketState.TIME_WAIT;
    }

    private static @Nullable Row last(Snapshot snapshot, int port) {
        return Stream.concat(snapshot.rows().stream().filter(Row::isClosed), snapshot.closed().rows().stream())
                .filter(row -> row.socket().holdsPort() && row.socket().local().port() == port)
                .max(Comparator.comparing(row -> row.live().closed())).orElse(null);
    }
}
