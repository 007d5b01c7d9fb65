package quaywatch.collect.linux;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the holders of sockets that nobody is known to hold, the cheapest way first: new processes, what earlier walks came by, what tells of
 * change, processes that come to mind, and only for what stays open longer everything again.
 */
final class Search {

    /** For so many ticks a socket is looked for wherever something changed; after that at longer and longer intervals everywhere. */
    private static final int YOUNG = 2;
    /** So many sockets a tick have processes come to mind for them. */
    private static final int MOST_GUESSES = 8;
    /** After so many rounds in vain every thread is worth a look. */
    private static final int DEEP = 2;
    private static final int DEEP_AGAIN = 30;

    private final SocketTable table;
    private final Roster roster;
    private final Holds holds;
    private final FdWalk walk;
    private final Changes changes;
    private final Round round;
    /** Processes whose descriptors were never read. */
    private final Deque<Holder> unread = new ArrayDeque<>();
    /** Sockets with an inode that nobody is known to hold. */
    private final List<Watched> open = new ArrayList<>();

    Search(SocketTable table, Roster roster, Holds holds, FdWalk walk, Changes changes) {
        this.table = table;
        this.roster = roster;
        this.holds = holds;
        this.walk = walk;
        this.changes = changes;
        this.round = new Round(roster, holds, walk);
    }

    /**
     * Does the work of one tick.
     *
     * @param hidden  whether the holder of a socket can't be seen anyway
     */
    void run(Effort effort, int tick, Predicate<Watched> hidden) {
        long deadline = effort.deadline();
        unread.addAll(roster.takeFresh());
        seek(tick);
        open.forEach(socket -> readEarly(socket, tick));
        settle(tick);
        readNew(deadline, tick, hidden);
        settle(tick);
        changes.readFreed(tick);
        settle(tick);
        if (unread.isEmpty()) {
            goOn(effort, deadline, tick, hidden);
        }
    }

    private void goOn(Effort effort, long deadline, int tick, Predicate<Watched> hidden) {
        List<Watched> young = new ArrayList<>();
        boolean due = false;
        for (Watched socket : open) {
            if (!hidden.test(socket)) {
                int ticks = socket.waited();
                if (ticks <= YOUNG) {
                    young.add(socket);
                }
                due |= ticks >= YOUNG && Integer.bitCount(ticks) == 1;
            }
        }
        if (!young.isEmpty() || !table.fresh().isEmpty()) {
            changes.readSizes(tick);
            // What a process let go of that closed something, another one may have taken for something it closed.
            seekBereft(tick, young);
            settle(tick);
            guess(young, tick);
        }
        if (due && !open.isEmpty() && !round.going()) {
            round.start(open);
        }
        if (round.going() && round.read(effort.rounds(), deadline)) {
            settle(tick);
            deepen(tick);
        }
    }

    /** Whether every process was read at least once. */
    boolean complete() {
        return unread.isEmpty();
    }

    private void readNew(long deadline, int tick, Predicate<Watched> hidden) {
        boolean whole = unread.size() == roster.all().size();
        while (!unread.isEmpty() && walk.stopped() == null && System.nanoTime() < deadline) {
            Holder holder = unread.removeFirst();
            if (!holder.ended && holder.walked != tick) {
                walk.all(holder, false);
            }
        }
        if (whole && unread.isEmpty() && walk.stopped() == null) {
            settle(tick);
            open.forEach(Watched::miss);
            readAgain(deadline, tick, hidden);
        }
    }

    /**
     * The first walk may have begun before the tables were read, and may have passed where a socket went meanwhile: a second one is the proof. What
     * holds a socket of the tables needs no second look.
     */
    private void readAgain(long deadline, int tick, Predicate<Watched> hidden) {
        if (open.stream().allMatch(hidden)) {
            return;
        }
        for (Holder holder : roster.all()) {
            if (walk.stopped() != null || System.nanoTime() >= deadline) {
                return;
            }
            if (!holder.ended) {
                walk.all(holder, false);
            }
        }
        settle(tick);
        open.forEach(Watched::miss);
        deepen(tick);
    }

    /** What a walk of an earlier tick found before any table showed the socket may be another socket by now. */
    private void readEarly(Watched socket, int tick) {
        for (Hold hold : holds.early(socket)) {
            if (hold.read == tick) {
                holds.confirm(hold);
            } else if (hold.socket == null && walk.openTable(hold)) {
                walk.read(hold.holder, hold.thread, hold.descriptor, hold);
                walk.shut();
            }
        }
    }

    /**
     * Goes where the few sockets may be that nothing told of. Their descriptors took numbers that nobody knew were free: those of sockets that live on
     * with another process, which are few, or of files, so that the processes that come to mind have to be read as a whole.
     */
    private void guess(List<Watched> young, int tick) {
        if (open.isEmpty()) {
            return;
        }
        changes.readShared(tick);
        settle(tick);
        List<Watched> sought = young.stream().filter(socket -> !socket.held()).limit(MOST_GUESSES).toList();
        Hints hints = new Hints(table);
        for (Watched socket : sought) {
            hints.of(socket).forEach(hint -> readAll(hint, tick));
        }
        changes.recheck(tick);
        settle(tick);
    }

    private void readAll(Watched hint, int tick) {
        for (Holder holder : hint.holders()) {
            if (holder.walked != tick && walk.stopped() == null) {
                walk.all(holder, true);
            }
        }
    }

    /** Reads everything, and counts the sockets that nobody holds. */
    void readAll(int tick) {
        roster.takeFresh();
        seek(tick);
        round.start(open);
        while (round.going() && walk.stopped() == null) {
            round.read(1, Long.MAX_VALUE);
        }
        seek(tick);
        settle(tick);
        if (walk.stopped() == null) {
            deepen(tick);
        }
        changes.recheck(tick);
    }

    /**
     * Looks for threads with descriptors of their own that hold what nobody was found to hold. To read all descriptors of all threads takes seconds
     * where a process has many of both, so a thread must show another number of them than its process.
     */
    private void deepen(int tick) {
        if (open.stream().noneMatch(socket -> socket.misses() == DEEP || socket.misses() == DEEP_AGAIN)) {
            return;
        }
        for (Holder holder : roster.all()) {
            if (!holder.split && !holder.hidden && !open.isEmpty() && walk.stopped() == null && walk.looksSplit(holder)) {
                int before = open.size();
                holder.split = true;
                walk.all(holder, true);
                settle(tick);
                holder.split = open.size() < before;
            }
        }
    }

    /** Takes up what is new in the tables, and what has lost its holder. */
    private void seek(int tick) {
        table.fresh().forEach(this::seek);
        seekBereft(tick, new ArrayList<>());
    }

    private void seekBereft(int tick, List<Watched> into) {
        for (Watched socket : holds.takeBereft()) {
            if (socket.seenIn(tick) && seek(socket)) {
                into.add(socket);
            }
        }
    }

    private boolean seek(Watched socket) {
        boolean first = socket.inode() != 0 && !socket.held() && socket.seek();
        if (first) {
            open.add(socket);
        }
        return first;
    }

    /** Strikes out what is held by now, or gone. */
    private void settle(int tick) {
        open.removeIf(socket -> {
            boolean done = socket.held() || socket.inode() == 0 || !socket.seenIn(tick);
            if (done) {
                socket.endSearch();
            }
            return done;
        });
    }
}
