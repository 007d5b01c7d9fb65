package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.Access;
import quaywatch.kernel.FdTables;
import quaywatch.kernel.Numbers;

/** The processes there are. Listed anew at each tick, which takes less than a microsecond a process. */
final class Roster {

    private final FdTables tables;
    private final Numbers pids = new Numbers();
    private final List<Holder> all = new ArrayList<>();
    private final List<Holder> fresh = new ArrayList<>();
    private final List<Holder> ended = new ArrayList<>();
    private final ByPid byPid = new ByPid();
    private int updated;
    /** The place of the one whose turn it is with whoever goes through all of them. */
    private int turn;

    Roster(FdTables tables) {
        this.tables = tables;
    }

    private static final class ByPid extends Slots<Holder> {

        @Override
        int hash(Holder holder) {
            return hash(holder.pid);
        }

        static int hash(int pid) {
            return pid;
        }

        @Nullable
        Holder find(int pid) {
            int place = first(hash(pid));
            Holder found = at(place);
            while (found != null && found.pid != pid) {
                place = after(place);
                found = at(place);
            }
            return found;
        }
    }

    /** Lists the processes, once a tick; {@link #takeFresh} and {@link #takeEnded} tell what has changed. */
    Access update(int tick) {
        if (updated == tick) {
            return Access.DONE;
        }
        Access access = tables.pids(pids);
        if (!access.done()) {
            return access;
        }
        for (int i = 0; i < pids.size(); i++) {
            meet(pids.get(i), tick);
        }
        if (all.size() > pids.size()) {
            strike(tick);
        }
        updated = tick;
        return access;
    }

    private void meet(int pid, int tick) {
        Holder known = byPid.find(pid);
        if (known != null) {
            known.listed = tick;
            return;
        }
        Holder holder = new Holder(pid, tick);
        byPid.add(holder);
        all.add(holder);
        fresh.add(holder);
    }

    /** Takes out those that have ended, so that nobody loses the turn by it. */
    private void strike(int tick) {
        int kept = 0;
        int keptTurn = 0;
        for (int i = 0; i < all.size(); i++) {
            Holder holder = all.get(i);
            if (holder.listed == tick) {
                all.set(kept++, holder);
                keptTurn += i < turn ? 1 : 0;
            } else {
                holder.ended = true;
                byPid.remove(holder);
                ended.add(holder);
            }
        }
        all.subList(kept, all.size()).clear();
        turn = keptTurn;
    }

    /** The process whose turn it is; null if there is none at all. */
    @Nullable
    Holder turn() {
        if (turn >= all.size()) {
            turn = 0;
        }
        return all.isEmpty() ? null : all.get(turn);
    }

    /** Gives the turn to the next one. */
    void pass() {
        turn++;
    }

    /** All processes, in no order. */
    List<Holder> all() {
        return all;
    }

    /** Those that came since the last call. */
    List<Holder> takeFresh() {
        return take(fresh);
    }

    /** Those that went since the last call. */
    List<Holder> takeEnded() {
        return take(ended);
    }

    private static List<Holder> take(List<Holder> from) {
        List<Holder> taken = List.copyOf(from);
        from.clear();
        return taken;
    }
}
