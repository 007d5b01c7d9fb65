package quaywatch.view;

import java.util.List;

import quaywatch.model.Evidence;
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
        int sockets = 0;
        int established = 0;
        int waiting = 0;
        for (Row row : snapshot.rows()) {
            if (!row.isClosed()) {
                sockets++;
                established += isEstablished(row.socket()) ? 1 : 0;
                waiting += row.socket().state() == SocketState.TIME_WAIT ? 1 : 0;
            }
        }
        int listening = 0;
        int boundOnly = 0;
        int hidden = 0;
        int inferred = 0;
        for (List<Row> twins : Twins.of(snapshot.rows(), Scope.ALL)) {
            Row row = twins.getFirst();
            if (!row.isClosed()) {
                listening += row.socket().holdsPort() && !isBoundOnly(row.socket()) ? 1 : 0;
                boundOnly += isBoundOnly(row.socket()) ? 1 : 0;
                hidden += isHidden(row) ? 1 : 0;
                inferred += row.live().evidence() instanceof Evidence.Inferred ? 1 : 0;
            }
        }
        return new Counts(sockets, listening, established, waiting, boundOnly, hidden, inferred);
    }

    private static boolean isEstablished(Socket socket) {
        return socket.state() == SocketState.ESTABLISHED || socket.state() == SocketState.CONNECTED;
    }

    private static boolean isBoundOnly(Socket socket) {
        return socket.holdsPort() && socket.protocol() == quaywatch.model.Protocol.TCP && socket.state() == SocketState.BOUND;
    }

    /** The kernel tells nobody the owner of TIME_WAIT: that is not an owner hidden from us. */
    private static boolean isHidden(Row row) {
        return OwnerText.isHidden(row.live().owner()) && row.socket().state() != SocketState.TIME_WAIT
                && !(row.live().evidence() instanceof Evidence.Resolving);
    }
}
