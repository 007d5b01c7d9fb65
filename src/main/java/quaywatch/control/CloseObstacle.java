package quaywatch.control;

import java.util.Optional;

import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** Why a socket is no connection that could be closed. */
public enum CloseObstacle {
    /** UDP and raw sockets have no connection, even where they have a peer. */
    NOT_TCP,
    /** It listens, or is bound and no more: its port is freed by stopping its process. */
    NOT_CONNECTED,
    /** It is closed already; in TIME_WAIT only the port is kept for a while. */
    OVER,
    /** It is in another network namespace, which is not asked from here. */
    OTHER_NAMESPACE,
    /** Its source gives it no cookie, so it could not be told from a later one between the same ends. */
    NOT_IDENTIFIED,
    /** This system closes no connection of somebody else's program. */
    NOT_HERE;

    /** What can be told without asking the system; empty where nothing speaks against it. */
    public static Optional<CloseObstacle> of(Row row) {
        return row.isClosed() ? Optional.of(OVER) : of(row.socket());
    }

    /** The same of a socket. */
    public static Optional<CloseObstacle> of(Socket socket) {
        if (socket.protocol() != Protocol.TCP) {
            return Optional.of(NOT_TCP);
        }
        return of(socket.state()).or(() -> {
            if (socket.namespace() != 0) {
                return Optional.of(OTHER_NAMESPACE);
            }
            return socket.cookie() == 0 ? Optional.of(NOT_IDENTIFIED) : Optional.empty();
        });
    }

    /** What the state of a TCP socket says. */
    public static Optional<CloseObstacle> of(SocketState state) {
        return switch (state) {
            case LISTEN, BOUND, CONNECTED -> Optional.of(NOT_CONNECTED);
            case TIME_WAIT, CLOSE -> Optional.of(OVER);
            case ESTABLISHED, SYN_SENT, SYN_RECV, FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT, LAST_ACK, CLOSING -> Optional.empty();
        };
    }
}
