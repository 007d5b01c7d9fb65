package quaywatch.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.Entrances;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** Where connections come in: the listeners that a look saw, and those gone a moment ago. */
final class Listeners {

    private final Entrances<List<Life>> entrances = new Entrances<>();

    private Listeners() {}

    static Listeners of(Collection<Life> lives) {
        Listeners all = new Listeners();
        for (Life life : lives) {
            if (listens(life.row.socket())) {
                all.entrances.open(life.row.socket(), () -> new ArrayList<>(1)).add(life);
            }
        }
        return all;
    }

    static boolean listens(Socket socket) {
        return socket.state() == SocketState.LISTEN;
    }

    /** The listener that takes connections to this end; null if there is none. Of those that share an entrance an open one goes first. */
    @Nullable
    Row at(long namespace, Endpoint local) {
        List<Life> there = entrances.through(Protocol.TCP, namespace, local);
        if (there == null) {
            return null;
        }
        for (Life life : there) {
            if (!life.row.isClosed()) {
                return life.row;
            }
        }
        return there.getFirst().row;
    }
}
