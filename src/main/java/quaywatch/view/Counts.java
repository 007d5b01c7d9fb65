package quaywatch.view;

import java.util.List;
import java.util.function.Predicate;

import quaywatch.model.Evidence;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/**
 * The figures of the status bar. Sockets that are closed already are not counted. Held ports count as on the Ports screen: twins are one.
 *
 * @param sockets      open sockets
 * @param listening    ports that take connections or datagrams
 * @param established  TCP ESTABLISHED, and sockets of other protocols with a peer
 * @param waiting      TIME_WAIT
 * @param boundOnly    ports held by TCP without listening
 * @param hidden       held ports and connections whose process can't be named, TIME_WAIT aside
 * @param inferred     held ports and connections whose owner is inferred
 */
public record Counts(int sockets, int listening, int established, int waiting, int boundOnly, int hidden, int inferred) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    public static Counts of(Snapshot snapshot) {
        List<Row> rows = snapshot.rows().stream().filter(row -> !row.isClosed()).toList();
        List<Row> lines = Twins.of(rows, Scope.ALL).stream().map(List::getFirst).toList();
        return new Counts(rows.size(), count(lines, row -> row.socket().holdsPort() && !isBoundOnly(row.socket())),
                count(rows, row -> isEstablished(row.socket())), count(rows, row -> row.socket().state() == SocketState.TIME_WAIT),
                count(lines, row -> isBoundOnly(row.socket())), count(lines, Counts::isHidden),
                count(lines, row -> row.live().evidence() instanceof Evidence.Inferred && !OwnerText.isHidden(row.live().owner())));
    }

    private static int count(List<Row> rows, Predicate<Row> what) {
        int count = 0;
        for (Row row : rows) {
            count += what.test(row) ? 1 : 0;
        }
        return count;
    }

    private static boolean isEstablished(Socket socket) {
        return socket.state() == SocketState.ESTABLISHED || socket.state() == SocketState.CONNECTED;
    }

    private static boolean isBoundOnly(Socket socket) {
        return socket.holdsPort() && socket.protocol() == Protocol.TCP && socket.state() == SocketState.BOUND;
    }

    /** The kernel tells nobody the owner of TIME_WAIT: that is not an owner hidden from us. */
    private static boolean isHidden(Row row) {
        return OwnerText.isHidden(row.live().owner()) && row.socket().state() != SocketState.TIME_WAIT
                && !(row.live().evidence() instanceof Evidence.Resolving);
    }
}
