package quaywatch.bench;

import java.util.Optional;
import java.util.function.Predicate;

import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.TcpInfo;
import quaywatch.model.Traffic.Share;
import quaywatch.model.Traffic.Shares;

/** The bytes that the program has counted, as a snapshot tells them; empty where it does not count. Which values these are is decided here only. */
final class Counted {

    private Counted() {}

    record Bytes(long sent, long received) {

        Bytes plus(Bytes other) {
            return new Bytes(sent + other.sent, received + other.received);
        }
    }

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

    /** Of all connections that a process has had since the loop began, as far as it is known that they were its. */
    static Optional<Bytes> ofProcess(Snapshot snapshot, long pid) {
        return of(snapshot.traffic().owners(), owner -> owner instanceof Owner.Processes(var all) && all.getFirst().id().pid() == pid);
    }

    /** Of all connections of which nobody can tell whose they were. */
    static Optional<Bytes> ofNobody(Snapshot snapshot) {
        return of(snapshot.traffic().owners(), Owner.Unknown.class::isInstance);
    }

    /** Of all connections to a local port since the loop began, short ones included. */
    static Optional<Bytes> ofPort(Snapshot snapshot, int port) {
        return of(snapshot.traffic().ports(), each -> each == port);
    }

    private static <T> Optional<Bytes> of(Shares<T> shares, Predicate<T> which) {
        return shares.busiest().stream().filter(share -> which.test(share.of())).map(Share::sum)
                .map(sum -> new Bytes(sum.sent(), sum.received())).reduce(Bytes::plus);
    }

    /** Whether the program says that its totals lack something. */
    static boolean admitsLoss(Snapshot snapshot) {
        return switch (snapshot.report().counting()) {
            case COMPLETE -> false;
            case SHORT_MISSED, LOST -> true;
        };
    }
}
