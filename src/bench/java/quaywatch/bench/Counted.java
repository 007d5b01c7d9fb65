package quaywatch.bench;

import java.util.Optional;

import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.TcpInfo;

/** The bytes that the program has counted, as a snapshot tells them; empty where it does not count. Which values these are is decided here only. */
final class Counted {

    private Counted() {}

    record Bytes(long sent, long received) {}

    /** Of the connection that has these ports, seen from the first. */
    static Optional<Bytes> ofConnection(Snapshot snapshot, int localPort, int remotePort) {
        for (Row row : snapshot.rows()) {
            TcpInfo tcp = row.socket().tcp();
            if (tcp != null && row.socket().local().port() == localPort && row.socket().remote().port() == remotePort) {
                return Optional.of(new Bytes(tcp.sent(), tcp.received()));
            }
        }
        return Optional.empty();
    }

    /** Of all connections that a process has had since the loop began, short ones included. */
    static Optional<Bytes> ofProcess(Snapshot snapshot, long pid) {
        return Optional.empty();
    }

    /** Of all connections to a local port since the loop began, short ones included. */
    static Optional<Bytes> ofPort(Snapshot snapshot, int port) {
        return Optional.empty();
    }

    /** Whether the program says that its totals lack something; empty while it has none. */
    static Optional<Boolean> admitsLoss(Snapshot snapshot) {
        return Optional.empty();
    }
}
