package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.ProcStat;
import quaywatch.model.Owner;

/**
 * The processes whose descriptors are hidden from us, by user and control group: the kernel tells both of a process to everybody, and both of a
 * socket. Each process is read when it is met, again while it is young, as it then changes its user and its group, when it is told to have
 * changed, and later now and then. A tick without news reads nothing.
 */
final class Neighbours {

    /** A process is read again after so many ticks. */
    static final int ROUND = 32;
    /** So many processes are read in the first tick at most, and in each later one. */
    static final int MOST_AT_FIRST = 4_096;
    static final int MOST = 128;
    private static final int YOUNG = 3;

    private final ProcessReader reader;
    private final ProcessCache facts;
    private final Map<Home, List<Holder>> byHome = new HashMap<>();
    private final List<Neighbour> all = new ArrayList<>();
    private final Set<Home> asked = new HashSet<>();
    private boolean complete;
    private boolean changed;
    private int read;
    private int firstTick;

    Neighbours(ProcessReader reader, ProcessCache facts) {
        this.reader = reader;
        this.facts = facts;
    }

    /** What a process shares with the sockets it makes. */
    record Home(long uid, String group) {}

    /** A process as last read. */
    static final class Neighbour {

        private final Holder holder;
        private boolean read;
        /** Null for one that holds no socket: a thread of the kernel, one that has ended, one that is not hidden. */
        private @Nullable Home home;
        private int due;

        Neighbour(Holder holder) {
            this.holder = holder;
        }
    }

    /** Follows the processes; true if an answer of {@link #of} since the last such change may be another one now. */
    boolean update(List<Holder> processes, int tick) {
        firstTick = firstTick == 0 ? tick : firstTick;
        changed = false;
        for (Holder holder : processes) {
            if (holder.neighbour == null) {
                holder.neighbour = new Neighbour(holder);
                all.add(holder.neighbour);
            }
        }
        all.removeIf(each -> each.holder.ended && leave(each));
        boolean allRead = readDue(tick);
        changed |= allRead != complete;
        complete = allRead;
        if (changed) {
            asked.clear();
        }
        return changed;
    }

    private boolean readDue(int tick) {
        int left = tick == firstTick ? MOST_AT_FIRST : MOST;
        boolean allRead = true;
        for (Neighbour each : all) {
            if ((tick >= each.due || tick == each.holder.told) && left > 0) {
                left--;
                read(each, tick);
            }
            allRead &= each.read;
        }
        return allRead;
    }

    private void read(Neighbour neighbour, int tick) {
        read++;
        Holder holder = neighbour.holder;
        boolean young = holder.met > firstTick && tick - holder.met < YOUNG;
        neighbour.due = tick + (young ? 1 : ROUND);
        neighbour.read = true;
        move(neighbour, holder.hidden || holder.walked == 0 ? home(holder.pid) : null);
        if (holder.facts != null) {
            Owner.Processes before = holder.facts;
            facts.renew(holder, tick);
            changed |= holder.facts != before;
        }
    }

    private @Nullable Home home(int pid) {
        Optional<ProcStat> stat = reader.stat(pid);
        if (stat.isEmpty() || stat.get().kernelThread() || stat.get().state() == 'Z' && !stat.get().leaderEnded()) {
            return null;
        }
        long uid = reader.effectiveUid(Integer.toString(pid));
        String group = reader.controlGroup(pid);
        return uid < 0 || group.isEmpty() ? null : new Home(uid, group);
    }

    private void move(Neighbour neighbour, @Nullable Home home) {
        if (home == null ? neighbour.home == null : home.equals(neighbour.home)) {
            return;
        }
        leave(neighbour);
        neighbour.home = home;
        if (home != null) {
            changed |= asked.contains(home);
            byHome.computeIfAbsent(home, _ -> new ArrayList<>(1)).add(neighbour.holder);
        }
    }

    private boolean leave(Neighbour neighbour) {
        @Nullable
        Home home = neighbour.home;
        if (home != null) {
            changed |= asked.contains(home);
            byHome.computeIfPresent(home, (_, those) -> those.remove(neighbour.holder) && those.isEmpty() ? null : those);
            neighbour.home = null;
        }
        return true;
    }

    /** The processes of a user in a control group, in order of pid; none before all processes were read. */
    List<Holder> of(long uid, String group) {
        Home home = new Home(uid, group);
        asked.add(home);
        List<Holder> those = complete ? byHome.getOrDefault(home, List.of()) : List.of();
        return those.size() < 2 ? those : those.stream().sorted(Comparator.comparingInt(holder -> holder.pid)).toList();
    }

    /** How often a process was read. */
    int read() {
        return read;
    }
}
