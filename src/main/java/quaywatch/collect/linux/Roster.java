package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.Access;
import quaywatch.kernel.FdStat;
import quaywatch.kernel.FdTables;
import quaywatch.kernel.Numbers;
import quaywatch.kernel.netlink.ProcessEvent;

/**
 * The processes there are. Listed at each tick, which takes some two microseconds a process; where the machine tells of those that begin and
 * end, listed now and then as proof.
 */
final class Roster implements AutoCloseable {

    /** So many ticks are believed without a listing. */
    static final int PROOF = 10;

    private final FdTables tables;
    private final ProcessNews news;
    private final Numbers pids = new Numbers();
    private final FdStat stat = new FdStat();
    private final Attendance those = new Attendance();
    private final List<Holder> touched = new ArrayList<>();
    /** Listed, and not told before. If not told afterwards either, then not all is told. */
    private final List<Holder> unannounced = new ArrayList<>();
    private int updated;
    /** The tick that lists again. */
    private int due;

    Roster(FdTables tables, ProcessNews news) {
        this.tables = tables;
        this.news = news;
    }

    /** Brings the list up to date, once a tick; {@link #takeFresh}, {@link #takeEnded} and {@link #takeTouched} tell what has changed. */
    Access update(int tick) {
        if (updated == tick) {
            return Access.DONE;
        }
        boolean told = updated > 0 && news.take(event -> happened(event, tick)) && allAnnounced();
        touched.forEach(holder -> lookAfter(holder, tick));
        Access access = told && tick < due ? Access.DONE : list(tick, told);
        those.strike();
        if (access.done()) {
            updated = tick;
        }
        return access;
    }

    private void happened(ProcessEvent event, int tick) {
        switch (event) {
            case ProcessEvent.Forked(int pid) -> begun(pid, tick);
            case ProcessEvent.Executed(int pid) -> touch(pid, tick, false);
            case ProcessEvent.Exited(int pid) -> touch(pid, tick, true);
            case ProcessEvent.Renamed(int pid) -> {
                Holder known = those.find(pid);
                if (known != null) {
                    known.tell(tick);
                }
            }
        }
    }

    /** A number is given again only after the process that bore it is gone. */
    private void begun(int pid, int tick) {
        Holder known = those.find(pid);
        if (known == null) {
            those.meet(pid, tick);
            return;
        }
        known.announced = true;
        if (known.exited) {
            those.end(known);
            those.meet(pid, tick);
        }
    }

    private void touch(int pid, int tick, boolean exited) {
        Holder known = those.find(pid);
        if (known != null) {
            known.tell(tick);
            known.exited = exited;
            touched.add(known);
        }
    }

    /** A process whose first thread has ended may live on in others, and stays until its parent has taken note. */
    private void lookAfter(Holder holder, int tick) {
        if (!holder.exited || holder.ended) {
            return;
        }
        if (tables.stat(holder.pid, stat).kind() == Access.Kind.GONE) {
            those.end(holder);
        } else {
            due = Math.min(due, tick + 1);
        }
    }

    /** Whether all that the last listing brought to light has been told by now; what is not told once is not relied on again. */
    private boolean allAnnounced() {
        boolean all = unannounced.stream().allMatch(holder -> holder.announced);
        unannounced.clear();
        if (!all) {
            news.close();
        }
        return all;
    }

    private Access list(int tick, boolean told) {
        Access access = tables.pids(pids);
        if (!access.done()) {
            return access;
        }
        unannounced.clear();
        for (int i = 0; i < pids.size(); i++) {
            Holder known = those.find(pids.get(i));
            Holder holder = known == null ? those.meet(pids.get(i), tick) : known;
            holder.listed = tick;
            if (known == null && told) {
                unannounced.add(holder);
            }
        }
        for (Holder holder : those.all()) {
            if (holder.listed != tick && !holder.ended) {
                those.end(holder);
            }
        }
        due = tick + PROOF;
        return access;
    }

    /** The process whose turn it is with whoever goes through all of them; null if there is none at all. */
    @Nullable
    Holder turn() {
        return those.turn();
    }

    /** Gives the turn to the next one. */
    void pass() {
        those.pass();
    }

    /** All processes, in no order. */
    List<Holder> all() {
        return those.all();
    }

    /** Those that came since the last call. */
    List<Holder> takeFresh() {
        return those.takeFresh();
    }

    /** Those that went since the last call. */
    List<Holder> takeEnded() {
        return those.takeEnded();
    }

    /** Those that were told to run another program, or to end, since the last call: they may have let go of descriptors. */
    List<Holder> takeTouched() {
        return Attendance.take(touched);
    }

    @Override
    public void close() {
        news.close();
    }
}
