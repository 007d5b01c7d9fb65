package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** The listeners of one tick, to find those through which a connection came in, or in whose accept queue it waits. */
final class Listeners {

    private @Nullable List<Watched> all;

    /** Begins a tick; they are collected when first asked for. */
    void forget() {
        all = null;
    }

    /** Those that could have received the connection: bound to its very address, else to every one. Several share a port by SO_REUSEPORT. */
    List<Watched> of(Socket connection, SocketTable table) {
        if (all == null) {
            all = table.listeners();
        }
        List<Watched> exact = new ArrayList<>(1);
        List<Watched> wide = new ArrayList<>(1);
        for (Watched listener : all) {
            Endpoint end = listener.socket().local();
            if (end.port() != connection.local().port() || listener.socket().namespace() != connection.namespace()
                    || listener.socket().family() != connection.family()) {
                continue;
            }
            if (end.address().equals(connection.local().address())) {
                exact.add(listener);
            } else if (end.address().isAny()) {
                wide.add(listener);
            }
        }
        return exact.isEmpty() ? wide : exact;
    }

    /** Whether a socket waits to be accepted: it has no inode yet, though it is past the handshake or in it. */
    static boolean waiting(Socket socket) {
        return socket.inode() == 0 && switch (socket.state()) {
            case ESTABLISHED, SYN_RECV, CLOSE_WAIT -> true;
            case SYN_SENT, FIN_WAIT1, FIN_WAIT2, TIME_WAIT, CLOSE, LAST_ACK, LISTEN, CLOSING, BOUND, CONNECTED -> false;
        };
    }
}
