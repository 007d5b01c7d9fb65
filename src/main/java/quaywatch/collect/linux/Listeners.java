package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Entrances;
import quaywatch.model.Socket;

/** The listeners of one tick, to find those through which a connection came in, or in whose accept queue it waits. */
final class Listeners {

    private @Nullable Entrances<List<Watched>> all;

    /** Begins a tick; they are collected when first asked for. */
    void forget() {
        all = null;
    }

    /** Those that could have received the connection. Several share an entrance by SO_REUSEPORT. */
    List<Watched> of(Socket connection, SocketTable table) {
        Entrances<List<Watched>> known = all;
        if (known == null) {
            known = entrances(table);
            all = known;
        }
        List<Watched> found = known.through(connection);
        return found == null ? List.of() : found;
    }

    private static Entrances<List<Watched>> entrances(SocketTable table) {
        Entrances<List<Watched>> entrances = new Entrances<>();
        for (Watched listener : table.listeners()) {
            entrances.open(listener.socket(), () -> new ArrayList<>(1)).add(listener);
        }
        return entrances;
    }

    /** Whether a socket waits to be accepted: it has no inode yet, though it is past the handshake or in it. */
    static boolean waiting(Socket socket) {
        return socket.inode() == 0 && switch (socket.state()) {
            case ESTABLISHED, SYN_RECV, CLOSE_WAIT -> true;
            case SYN_SENT, FIN_WAIT1, FIN_WAIT2, TIME_WAIT, CLOSE, LAST_ACK, LISTEN, CLOSING, BOUND, CONNECTED -> false;
        };
    }
}
