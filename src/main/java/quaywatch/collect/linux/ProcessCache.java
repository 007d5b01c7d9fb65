package quaywatch.collect.linux;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.ProcStat;
import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;

/**
 * Facts of the processes that hold sockets, kept from tick to tick. Each tick the start time is read again, so a number that is used by another process is
 * noticed; the costly rest is read for new processes, for those whose name changed ({@code exec}), and for each one now and then.
 */
final class ProcessCache {

    /** After so many ticks all facts of a process are read again: an {@code exec} that keeps the name shows no other sign. */
    private static final int REFRESH_TICKS = 16;

    private final ProcessReader reader;
    private final Map<Long, Known> byPid = new HashMap<>();
    private int tick;

    ProcessCache(ProcessReader reader) {
        this.reader = reader;
    }

    /** A process as last read; {@code owner} is kept with it because most sockets have this one holder. */
    private static final class Known {
        private final Owner.Processes owner;
        private final ProcStat stat;
        private int seen;

        Known(ProcessFacts facts, ProcStat stat) {
            this.owner = new Owner.Processes(List.of(facts));
            this.stat = stat;
        }
    }

    void startTick() {
        tick++;
    }

    /** Forgets the processes that were not asked for in this tick. */
    void endTick() {
        byPid.values().removeIf(known -> known.seen != tick);
    }

    /** The process as sole owner; null if it is gone. The same object while nothing changes. */
    Owner.@Nullable Processes owner(long pid) {
        @Nullable
        Known known = byPid.get(pid);
        if (known == null || known.seen != tick) {
            known = look(pid, known);
        }
        return known == null ? null : known.owner;
    }

    private @Nullable Known look(long pid, @Nullable Known former) {
        Optional<ProcStat> stat = reader.stat(pid);
        if (stat.isEmpty()) {
            byPid.remove(pid);
            return null;
        }
        Known known = former == null || changed(former.stat, stat.get()) || due(pid) ? read(pid, stat.get(), former) : former;
        known.seen = tick;
        return known;
    }

    private Known read(long pid, ProcStat stat, @Nullable Known former) {
        ProcessFacts facts = withStarter(reader.facts(pid, stat), former);
        if (former != null && former.owner.first().equals(facts)) {
            return former;
        }
        Known fresh = new Known(facts, stat);
        byPid.put(pid, fresh);
        return fresh;
    }

    /** A process whose parent ended is handed on to another one, which did not start it; who did is still known here. */
    private static ProcessFacts withStarter(ProcessFacts facts, @Nullable Known former) {
        if (former == null) {
            return facts;
        }
        ProcessFacts before = former.owner.first();
        return before.id().equals(facts.id()) && before.belongsTo() instanceof Belonging.StartedBy && !isUnit(facts.belongsTo())
                ? facts.belongingTo(before.belongsTo())
                : facts;
    }

    private static boolean isUnit(@Nullable Belonging belonging) {
        return belonging instanceof Belonging.Unit || belonging instanceof Belonging.Container;
    }

    private static boolean changed(ProcStat before, ProcStat now) {
        return before.start() != now.start() || !before.name().equals(now.name()) || before.parent() != now.parent();
    }

    private boolean due(long pid) {
        return (tick + pid) % REFRESH_TICKS == 0;
    }
}
