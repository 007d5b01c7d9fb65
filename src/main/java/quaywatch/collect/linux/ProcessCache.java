package quaywatch.collect.linux;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.ProcStat;
import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;

/**
 * Facts of the processes that hold sockets, kept with them. The start time is read again now and then, so a number that is used by another
 * process is noticed; the costly rest is read for new processes, for those whose name changed ({@code exec}), and for each one at longer intervals.
 */
final class ProcessCache {

    /** After so many ticks all facts of a process are read again: an {@code exec} that keeps the name shows no other sign. */
    private static final int REFRESH_TICKS = 60;

    private final ProcessReader reader;

    ProcessCache(ProcessReader reader) {
        this.reader = reader;
    }

    /** The process as sole owner; null if it is gone. The same object while nothing changes. */
    Owner.@Nullable Processes owner(Holder holder, int tick) {
        if (holder.facts == null) {
            renew(holder, tick);
        }
        return holder.facts;
    }

    /**
     * Looks after the facts of a process, at most once a tick.
     *
     * @return whether its number was found to be another process's by now, of whose descriptors nothing is known
     */
    boolean renew(Holder holder, int tick) {
        if (holder.factsTick == tick) {
            return false;
        }
        holder.factsTick = tick;
        @Nullable
        ProcStat before = holder.stat;
        Optional<ProcStat> stat = reader.stat(holder.pid);
        // What can't be read is not gone: the roster tells who is.
        if (stat.isPresent() && due(holder, stat.get(), tick)) {
            read(holder, stat.get(), tick);
        }
        return before != null && stat.isPresent() && before.start() != stat.get().start();
    }

    private static boolean due(Holder holder, ProcStat now, int tick) {
        return holder.facts == null || holder.stat == null || changed(holder.stat, now) || tick >= holder.factsDue;
    }

    private void read(Holder holder, ProcStat stat, int tick) {
        Owner.@Nullable Processes former = holder.facts;
        ProcessFacts facts = withStarter(reader.facts(holder.pid, stat), former);
        if (former == null || !former.first().equals(facts)) {
            holder.facts = new Owner.Processes(List.of(facts));
            for (int i = 0; i < holder.holds.places(); i++) {
                Hold hold = holder.holds.at(i);
                if (hold != null && hold.socket != null) {
                    hold.socket.unsettle();
                }
            }
        }
        holder.stat = stat;
        holder.factsDue = tick + REFRESH_TICKS;
    }

    /** A process whose parent ended is handed on to another one, which did not start it; who did is still known here. */
    private static ProcessFacts withStarter(ProcessFacts facts, Owner.@Nullable Processes former) {
        if (former == null) {
            return facts;
        }
        ProcessFacts before = former.first();
        return before.id().equals(facts.id()) && before.belongsTo() instanceof Belonging.StartedBy && !isUnit(facts.belongsTo())
                ? facts.belongingTo(before.belongsTo())
                : facts;
    }

    private static boolean isUnit(@Nullable Belonging belonging) {
        return belonging instanceof Belonging.Unit || belonging instanceof Belonging.Container;
    }

    private static boolean changed(ProcStat before, ProcStat now) {
        return before.start() != now.start() || !before.name().equals(now.name()) || before.parent() != now.parent()
                || before.leaderEnded() != now.leaderEnded();
    }
}
