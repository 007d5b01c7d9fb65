package quaywatch.collect.linux;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.SocketRow;

/** Sockets by what identifies them, found by a row without making a key. */
final class WatchedByRow extends Slots<Watched> {

    @Override
    int hash(Watched watched) {
        return watched.hash();
    }

    /** The socket of a row; null if it is not here. */
    @Nullable
    Watched find(SocketRow row) {
        int place = first(row.hash());
        Watched found = at(place);
        while (found != null && !found.is(row)) {
            place = after(place);
            found = at(place);
        }
        return found;
    }
}
