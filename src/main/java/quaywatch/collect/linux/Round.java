package quaywatch.collect.linux;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads all descriptors of all processes again, a slice a tick, for sockets that no quicker way found a holder of. */
final class Round {

    /** A slice is so many times smaller than what is read of the known holders in turn. */
    private static final int PART = 3;
    /** Even the smallest slice reads so many descriptors. */
    private static final int LEAST = 500;

    private final Roster roster;
    private final Holds holds;
    private final FdWalk walk;
    private final Deque<Holder> left = new ArrayDeque<>();
    private List<Watched> sought = List.of();

    Round(Roster roster, Holds holds, FdWalk walk) {
        this.roster = roster;
        this.holds = holds;
        this.walk = walk;
    }

    /** Whether there is more to read. Not for sockets that have been found by now, or are gone. */
    boolean going() {
        if (!left.isEmpty() && sought.stream().noneMatch(Watched::sought)) {
            left.clear();
        }
        return !left.isEmpty();
    }

    /** Begins anew, for these sockets. */
    void start(List<Watched> sockets) {
        left.clear();
        left.addAll(roster.all());
        sought = List.copyOf(sockets);
    }

    /** Reads the next slice of so many; true if that was the last one, and then those still without a holder are counted as missed. */
    boolean read(int slices, long deadline) {
        int quota = Math.max(LEAST, holds.count() / slices / PART);
        while (!left.isEmpty() && quota > 0 && walk.stopped() == null && System.nanoTime() < deadline) {
            Holder holder = left.removeFirst();
            if (!holder.ended) {
                walk.all(holder, true);
                quota -= holder.openCount() + 1;
            }
        }
        if (!left.isEmpty() || walk.stopped() != null) {
            return false;
        }
        for (Watched socket : sought) {
            if (!socket.held()) {
                socket.miss();
            }
        }
        sought = List.of();
        return true;
    }
}
