package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.ProcStat;

/**
 * Reads known holds again, a part of them each tick, so that none is believed for longer than a round: a descriptor may have been closed or
 * passed on while its socket lives, and nothing tells of it.
 */
final class Verification {

    private final Roster roster;
    private final Holds holds;
    private final FdWalk walk;
    private final ProcessCache facts;
    private final List<Hold> batch = new ArrayList<>();
    private @Nullable Holder current;
    /** Where to go on inside the current process. */
    private int place;

    Verification(Roster roster, Holds holds, FdWalk walk, ProcessCache facts) {
        this.roster = roster;
        this.holds = holds;
        this.walk = walk;
        this.facts = facts;
    }

    /** Reads the share of one tick. */
    void run(int rounds, int tick) {
        int quota = share(holds.count(), rounds);
        int processes = share(roster.all().size(), rounds);
        for (int i = 0; i < roster.all().size() && (quota > 0 || processes > 0) && walk.stopped() == null; i++) {
            Holder holder = roster.turn();
            if (holder == null) {
                return;
            }
            place = holder == current ? place : 0;
            current = holder;
            quota -= visit(holder, Math.max(quota, 1), tick);
            if (place == 0) {
                roster.pass();
                processes--;
            }
            if (quota <= 0 && place > 0) {
                break;
            }
        }
    }

    private static int share(int all, int rounds) {
        return (all + rounds - 1) / rounds;
    }

    /** Reads at most so many holds of a process, and says how many. */
    private int visit(Holder holder, int quota, int tick) {
        if (place == 0) {
            if (holder.holds.size() > 0 && facts.renew(holder, tick)) {
                walk.all(holder, true);
            }
            if (holder.walked != tick
                    && (holder.hidden || holder.split || leaderless(holder) || walk.size(holder) != FdWalk.Size.SAME)) {
                walk.all(holder, holder.split || leaderless(holder));
            }
        }
        collect(holder, quota, tick);
        if (!batch.isEmpty() && walk.open(holder)) {
            for (Hold hold : batch) {
                walk.read(holder, hold.thread, hold.descriptor, hold);
            }
            walk.shut();
        }
        return batch.size();
    }

    private static boolean leaderless(Holder holder) {
        @Nullable
        ProcStat stat = holder.stat;
        return stat != null && stat.leaderEnded();
    }

    /** A walk reads what is new, not what is known: those that it left out are read here. */
    private void collect(Holder holder, int quota, int tick) {
        batch.clear();
        int at = place;
        while (at < holder.holds.places() && batch.size() < quota) {
            Hold hold = holder.holds.at(at++);
            if (hold != null && hold.socket != null && hold.read != tick) {
                batch.add(hold);
            }
        }
        place = at < holder.holds.places() ? at : 0;
    }
}
