package quaywatch.collect.linux;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Finds the holders of sockets that nobody is known to hold, the cheapest way first: what earlier walks came by, descriptors whose socket has
 * just gone (the kernel gives the lowest free number), processes whose number of descriptors changed, and only for what stays open longer
 * everything again, a slice a tick.
 */
final class Search {

    /** For so many ticks a socket is looked for wherever something changed; after that at longer and longer intervals everywhere. */
    private static final int YOUNG = 2;
    /** After so many walks in vain every thread is worth a look. */
    private static final int DEEP = 2;
    private static final int DEEP_AGAIN = 30;

    private final SocketTable table;
    private final Roster roster;
    private final Holds holds;
    private final FdWalk walk;
    /** Processes whose descriptors were never read. */
    private final Deque<Holder> unread = new ArrayDeque<>();
    /** Sockets with an inode that nobody is known to hold. */
    private final List<Watched> open = new ArrayList<>();
    private final List<Holder> freed = new ArrayList<>();
    /** What is left of a walk over everything, and the sockets that were open when it began. */
    private final Deque<Holder> round = new ArrayDeque<>();
    private List<Watched> roundFor = List.of();

    Search(SocketTable table, Roster roster, Holds holds, FdWalk walk) {
        this.table = table;
        this.roster = roster;
        this.holds = holds;
        this.walk = walk;
    }

    /** The sockets that ended this tick give their descriptors to those that began. */
    void free(Watched socket) {
        for (Hold hold = socket.holds(); hold != null; hold = hold.next) {
            if (hold.holder.freedCount() == 0) {
                freed.add(hold.holder);
            }
        }
        holds.free(socket);
    }

    /** @param hidden  whether the holder of a socket can't be seen anyway */
    void run(long deadline, int tick, Predicate<Watched> hidden) {
        unread.addAll(roster.fresh());
        seek(tick);
        readNew(deadline, tick);
        settle(tick);
        open.forEach(this::early);
        readFreed();
        settle(tick);
        if (unread.isEmpty()) {
            goOn(deadline, tick, hidden);
        }
        freed.clear();
        for (Watched socket : holds.takeContested()) {
            recheck(socket, tick);
        }
    }

    /** Reads again who held a socket before another one was found to hold it. */
    private void recheck(Watched socket, int tick) {
        for (Hold hold : socket.allHolds()) {
            if (hold.socket == socket && hold.read != tick && walk.stopped() == null && walk.open(hold.holder)) {
                walk.read(hold.holder, hold.thread, hold.descriptor, hold);
                walk.shut();
            }
        }
    }

    private void goOn(long deadline, int tick, Predicate<Watched> hidden) {
        boolean young = false;
        boolean due = false;
        for (Watched socket : open) {
            if (!hidden.test(socket)) {
                int ticks = socket.waited();
                young |= ticks <= YOUNG;
                due |= ticks >= YOUNG && Integer.bitCount(ticks) == 1;
            }
        }
        if (young) {
            readChanged(tick);
            settle(tick);
        }
        if (due && round.isEmpty()) {
            round.addAll(roster.all());
            roundFor = List.copyOf(open);
        }
        readRound(deadline, tick);
    }

    /** Whether every process was read at least once. */
    boolean complete() {
        return unread.isEmpty();
    }

    private void readNew(long deadline, int tick) {
        boolean whole = unread.size() == roster.all().size();
        while (!unread.isEmpty() && walk.stopped() == null && System.nanoTime() < deadline) {
            Holder holder = unread.removeFirst();
            if (!holder.ended) {
                walk.all(holder, false);
            }
        }
        if (whole && unread.isEmpty() && walk.stopped() == null) {
            settle(tick);
            open.forEach(Watched::miss);
        }
    }

    private void early(Watched socket) {
        for (Hold hold : holds.early(socket)) {
            if (hold.socket == null && walk.open(hold.holder)) {
                walk.read(hold.holder, hold.thread, hold.descriptor, hold);
                walk.shut();
            }
        }
    }

    private void readFreed() {
        for (Holder holder : freed) {
            if (holder.freedCount() > 0 && !holder.ended && walk.stopped() == null && walk.open(holder)) {
                readFreed(holder);
                walk.shut();
            }
        }
    }

    private void readFreed(Holder holder) {
        int kept = 0;
        for (int i = 0; i < holder.freedCount(); i++) {
            int descriptor = holder.freed(i);
            @Nullable
            Hold known = holder.holds.find(0, descriptor);
            if (known == null && walk.read(holder, 0, descriptor, null) == null) {
                holder.setFreed(kept++, descriptor);
            }
        }
        holder.keepFreed(kept);
    }

    private void readChanged(int tick) {
        for (Holder holder : roster.all()) {
            if (walk.stopped() != null || open.isEmpty()) {
                break;
            }
            if (holder.walked != tick && !holder.hidden && (holder.freedCount() > 0 || walk.changed(holder))) {
                walk.all(holder, false);
            }
        }
    }

    private void readRound(long deadline, int tick) {
        boolean going = !round.isEmpty();
        while (!round.isEmpty() && walk.stopped() == null && System.nanoTime() < deadline) {
            Holder holder = round.removeFirst();
            if (!holder.ended) {
                walk.all(holder, true);
            }
        }
        if (going && round.isEmpty()) {
            missed(tick);
        }
    }

    /** Reads everything, and counts the sockets that nobody holds. */
    void readAll(int tick) {
        unread.clear();
        seek(tick);
        for (Holder holder : roster.all()) {
            if (walk.stopped() == null) {
                walk.all(holder, true);
            }
        }
        seek(tick);
        settle(tick);
        if (walk.stopped() == null) {
            roundFor = List.copyOf(open);
            missed(tick);
        }
    }

    private void missed(int tick) {
        boolean deep = false;
        for (Watched socket : roundFor) {
            if (!socket.held()) {
                socket.miss();
                deep |= socket.misses() == DEEP || socket.misses() == DEEP_AGAIN;
            }
        }
        roundFor = List.of();
        if (deep) {
            deepen(tick);
        }
    }

    /**
     * Looks for threads with descriptors of their own that hold what nobody was found to hold. To read all descriptors of all threads takes seconds
     * where a process has many of both, so a thread must show another number of them than its process.
     */
    private void deepen(int tick) {
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
        for (Watched socket : holds.takeBereft()) {
            if (socket.seenIn(tick)) {
                seek(socket);
            }
        }
    }

    private void seek(Watched socket) {
        if (socket.inode() != 0 && !socket.held() && socket.seek()) {
            open.add(socket);
        }
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
