package quaywatch.collect.linux;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.SocketRow;

/** Sockets that have an inode, by it. */
final class WatchedByInode extends Slots<Watched> {

    @Override
    int hash(Watched watched) {
        return SocketRow.hash(watched.inode());
    }

    /** The socket with this inode; null if it is not here. */
    @Nullable
    Watched find(long inode) {
        int place = first(SocketRow.hash(inode));
        Watched found = at(place);
        while (found != null && found.inode() != inode) {
            place = after(place);
            found = at(place);
        }
        return found;
    }
}
