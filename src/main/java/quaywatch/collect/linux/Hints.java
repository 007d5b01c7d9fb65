package quaywatch.collect.linux;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Protocol;

/** Sockets whose holders come to mind for one that nobody is known to hold. Of one tick. */
final class Hints {

    private final SocketTable table;
    private final Listeners listeners = new Listeners();

    /** @param table  with all rows of the tick */
    Hints(SocketTable table) {
        this.table = table;
    }

    /** Those whose holders should be asked; each is held. */
    Set<Watched> of(Watched socket) {
        Set<Watched> hints = new LinkedHashSet<>();
        Watched neighbour = neighbour(socket);
        if (neighbour != null) {
            hints.add(neighbour);
        }
        listeners(socket).stream().filter(Watched::held).forEach(hints::add);
        return hints;
    }

    /** The held one among the new sockets that was made next to this one: inodes are given in turn. */
    private @Nullable Watched neighbour(Watched socket) {
        Watched nearest = null;
        for (Watched other : table.fresh()) {
            if (other.held() && (nearest == null || distance(other, socket) < distance(nearest, socket))) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static long distance(Watched one, Watched other) {
        return Math.abs(one.inode() - other.inode());
    }

    /** The listeners through which a connection came in, if it did. */
    private List<Watched> listeners(Watched socket) {
        boolean connection = socket.socket().protocol() == Protocol.TCP && socket.socket().hasPeer();
        return connection ? listeners.of(socket.socket(), table) : List.of();
    }
}
