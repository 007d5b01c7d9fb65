package quaywatch.monitor;

import java.util.List;

import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** How many open sockets are in which kind of state; see {@link quaywatch.model.Gauge}. */
record StateCounts(int established, int listening, int waiting, int other) {

    static StateCounts of(List<Row> rows) {
        int[] counts = new int[4];
        for (Row row : rows) {
            if (!row.isClosed()) {
                counts[kind(row.socket())]++;
            }
        }
        return new StateCounts(counts[0], counts[1], counts[2], counts[3]);
    }

    private static int kind(Socket socket) {
        if (socket.state() == SocketState.ESTABLISHED || socket.state() == SocketState.CONNECTED) {
            return 0;
        }
        if (socket.holdsPort()) {
            return 1;
        }
        return socket.state() == SocketState.TIME_WAIT ? 2 : 3;
    }
}
