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

    /** Lists the processes; {@link #fresh} and {@link #ended} tell what has changed. */
    Access update(int tick) {
        fresh.clear();
        ended.clear();
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

    /** Those that the last tick did not list. */
    List<Holder> fresh() {
        return fresh;
    }

    /** Those that are no more. */
    List<Holder> ended() {
        return ended;
    }
}
