package quaywatch.monitor;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Protocol;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey.ByTuple;
import quaywatch.model.SocketState;

/**
 * Finds the earlier life of a connection that comes back under another key: the kernel replaces a closing socket by a small stand-in without
 * inode (TIME_WAIT, FIN_WAIT2), and gives one to a connection only when it is accepted.
 */
final class Lineage {

    static final Lineage NONE = new Lineage(Map.of());

    private final Map<ByTuple, Life> vanished;

    private Lineage(Map<ByTuple, Life> vanished) {
        this.vanished = vanished;
    }

    /** Over the TCP connections that sample {@code tick} lacks. */
    static Lineage of(Collection<Life> lives, long tick) {
        Map<ByTuple, Life> vanished = new HashMap<>();
        for (Life life : lives) {
            if (life.seen != tick && connection(life.row.socket())) {
                vanished.put(Tuples.of(life.row.socket()), life);
            }
        }
        return new Lineage(vanished);
    }

    /** The life that {@code socket} continues, once; null where there is none. */
    @Nullable
    Life take(Socket socket) {
        if (vanished.isEmpty() || !connection(socket)) {
            return null;
        }
        ByTuple tuple = Tuples.of(socket);
        Life life = vanished.get(tuple);
        if (life == null || !continues(life.row.socket(), socket)) {
            return null;
        }
        vanished.remove(tuple);
        return life;
    }

    private static boolean connection(Socket socket) {
        return socket.protocol() == Protocol.TCP && socket.hasPeer();
    }

    private static boolean continues(Socket was, Socket is) {
        return (was.inode() == 0 || is.inode() == 0) && age(was.state()) <= age(is.state());
    }

    /** How far a connection has come; it never goes back. */
    private static int age(SocketState state) {
        return switch (state) {
            case CLOSE, SYN_SENT, SYN_RECV, BOUND, LISTEN -> 0;
            case ESTABLISHED, CONNECTED -> 1;
            case FIN_WAIT1, CLOSE_WAIT -> 2;
            case FIN_WAIT2, LAST_ACK, CLOSING -> 3;
            case TIME_WAIT -> 4;
        };
    }
}
