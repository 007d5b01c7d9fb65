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
            all.removeIf(holder -> holder.listed != tick && end(holder));
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

    private boolean end(Holder holder) {
        holder.ended = true;
        byPid.remove(holder);
        ended.add(holder);
        return true;
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
