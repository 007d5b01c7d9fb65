package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.SocketRow;

/** Which descriptor is which socket: joins what walks find with what the tables show, whichever comes first. */
final class Holds {

    private final SocketTable table;
    /** Found by a walk before any table showed their socket; sockets of other kinds stay here. */
    private final Hold.ByInode early = new Hold.ByInode();
    private final List<Watched> bereft = new ArrayList<>();
    private final List<Watched> contested = new ArrayList<>();
    private final Set<Watched> shared = new LinkedHashSet<>();
    private int count;
    private boolean ahead;

    Holds(SocketTable table) {
        this.table = table;
    }

    /** Whether walks are ahead of the tables: another thread reads those meanwhile, so they must not be asked. */
    void setAhead(boolean nowAhead) {
        ahead = nowAhead;
    }

    /** Notes what a descriptor is. */
    void take(Hold hold) {
        hold.holder.holds.add(hold);
        @Nullable
        Watched socket = ahead ? null : table.byInode(hold.inode);
        if (socket == null) {
            early.add(hold);
        } else {
            join(hold, socket);
        }
    }

    private void join(Hold hold, Watched socket) {
        if (socket.held()) {
            contested.add(socket);
            shared.add(socket);
        }
        socket.add(hold);
        count++;
    }

    /** Forgets what a descriptor was. */
    void drop(Hold hold) {
        hold.holder.holds.remove(hold);
        hold.read = Hold.DROPPED;
        @Nullable
        Watched socket = hold.socket;
        if (socket == null) {
            early.remove(hold);
        } else {
            socket.remove(hold);
            count--;
            if (!socket.held()) {
                bereft.add(socket);
            }
            if (!socket.shared()) {
                shared.remove(socket);
            }
        }
    }

    /** The sockets that have lost the last of their known holds since the last call. */
    List<Watched> takeBereft() {
        List<Watched> taken = List.copyOf(bereft);
        bereft.clear();
        return taken;
    }

    /** The sockets that have got one more hold since the last call: shared from now on, or passed on by a process that has let go of them. */
    List<Watched> takeContested() {
        List<Watched> taken = List.copyOf(contested);
        contested.clear();
        return taken;
    }

    /** The holds of sockets that have more than one. */
    List<Hold> ofShared() {
        List<Hold> all = new ArrayList<>(2 * shared.size());
        shared.forEach(socket -> all.addAll(socket.allHolds()));
        return all;
    }

    /** Forgets all of a process. */
    void release(Holder holder) {
        for (Hold hold : all(holder)) {
            drop(hold);
        }
    }

    /** Forgets what a walk did not come by; after one that had to stop, nothing. */
    void sweep(Holder holder, int walk, boolean stopped) {
        if (stopped) {
            return;
        }
        List<Hold> gone = new ArrayList<>(0);
        for (int i = 0; i < holder.holds.places(); i++) {
            Hold hold = holder.holds.at(i);
            if (hold != null && hold.seen != walk) {
                gone.add(hold);
            }
        }
        gone.forEach(this::drop);
    }

    private static List<Hold> all(Holder holder) {
        List<Hold> all = new ArrayList<>(holder.holds.size());
        for (int i = 0; i < holder.holds.places(); i++) {
            Hold hold = holder.holds.at(i);
            if (hold != null) {
                all.add(hold);
            }
        }
        return all;
    }

    /** The holds that walks found of a socket before it was shown. They are as old as those walks, so they have to be read again. */
    List<Hold> early(Watched socket) {
        List<Hold> found = new ArrayList<>(0);
        int place = early.first(SocketRow.hash(socket.inode()));
        for (Hold hold = early.at(place); hold != null; hold = early.at(place)) {
            if (hold.inode == socket.inode()) {
                found.add(hold);
            }
            place = early.after(place);
        }
        return found;
    }

    /** Notes that a descriptor still is what it was; if a table shows the socket by now, it is held. */
    void confirm(Hold hold) {
        @Nullable
        Watched socket = hold.socket == null ? table.byInode(hold.inode) : null;
        if (socket != null) {
            early.remove(hold);
            join(hold, socket);
        }
    }

    /** How many holds of shown sockets there are. */
    int count() {
        return count;
    }
}
