package quaywatch.collect.linux;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.model.SocketState;

/** Sockets whose holders come to mind for one that nobody is known to hold. */
final class Hints {

    private final SocketTable table;

    Hints(SocketTable table) {
        this.table = table;
    }

    /** Those whose holders should be asked; each is held. */
    List<Watched> of(Watched socket) {
        return Stream.of(neighbour(socket), listener(socket)).filter(Objects::nonNull).toList();
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

    /** The listener through which a connection came in, if it did. */
    private @Nullable Watched listener(Watched socket) {
        if (socket.socket().state() == SocketState.ESTABLISHED) {
            for (Watched other : table.listeners()) {
                if (other.held() && other.socket().local().equals(socket.socket().local())) {
                    return other;
                }
            }
        }
        return null;
    }
}
