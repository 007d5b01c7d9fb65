package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads descriptors where something tells of news: where a socket has just gone, where the number of descriptors is another, and where a socket
 * was held that another process is found to hold.
 */
final class Changes {

    /** One that was passed on makes room for the next; a chain longer than this is left to the rounds. */
    private static final int MOST_PASSES = 8;
    /** So many holds of shared sockets are read at once. */
    private static final int MOST_SHARED = 4_096;

    private final Roster roster;
    private final Holds holds;
    private final FdWalk walk;
    private final Set<Holder> freed = new LinkedHashSet<>();
    /** Processes that were found to have closed something. */
    private final Set<Holder> touched = new LinkedHashSet<>();
    private final List<Holder> shrunk = new ArrayList<>();

    Changes(Roster roster, Holds holds, FdWalk walk) {
        this.roster = roster;
        this.holds = holds;
        this.walk = walk;
    }

    /** A socket has ended: its descriptors are free, and the kernel gives the lowest free number to the next one. */
    void free(Watched socket) {
        for (Hold hold : socket.allHolds()) {
            if (hold.thread == 0 && !hold.holder.ended) {
                hold.holder.free(hold.descriptor);
                freed.add(hold.holder);
            }
            holds.drop(hold);
        }
    }

    /** Reads what became of the descriptors that were freed. */
    void readFreed(int tick) {
        for (Holder holder : freed) {
            if (!holder.ended && walk.stopped() == null && walk.open(holder)) {
                for (int i = 0; i < holder.freedCount(); i++) {
                    int descriptor = holder.freed(i);
                    walk.read(holder, 0, descriptor, holder.holds.find(0, descriptor));
                }
                walk.readLowestOpen(holder);
                walk.shut();
            }
            holder.forgetFreed();
        }
        freed.clear();
        recheck(tick);
    }

    /**
     * Goes to the processes whose number of descriptors is another than known. Those that opened some tell of sockets that others passed on to
     * them, which explains some of those that closed some.
     */
    void readSizes(int tick) {
        shrunk.clear();
        roster.all().forEach(holder -> readSize(holder, tick));
        recheck(tick);
        for (int pass = 0; pass < MOST_PASSES && !touched.isEmpty(); pass++) {
            List<Holder> again = List.copyOf(touched);
            touched.clear();
            again.forEach(holder -> readSize(holder, tick));
            recheck(tick);
        }
        touched.clear();
        for (Holder holder : shrunk) {
            if (walk.stopped() == null && walk.size(holder) != FdWalk.Size.SAME) {
                walk.all(holder, false);
            }
        }
        recheck(tick);
    }

    private void readSize(Holder holder, int tick) {
        if (walk.stopped() != null || holder.hidden || holder.ended || holder.walked == tick) {
            return;
        }
        switch (walk.size(holder)) {
            case SAME -> {
            }
            case SHRUNK -> shrunk.add(holder);
            case UNKNOWN -> walk.all(holder, false);
            case GROWN -> {
                if (!walk.readLowest(holder)) {
                    walk.all(holder, false);
                }
            }
        }
    }

    /** Reads the holds of shared sockets: when one of them is closed nothing tells of it, and its number is free for another socket. */
    void readShared(int tick) {
        List<Hold> all = holds.ofShared();
        all.removeIf(hold -> hold.read == tick || hold.thread != 0);
        all.sort(Comparator.comparingInt(hold -> hold.holder.pid));
        @Nullable
        Holder opened = null;
        for (int i = 0; i < Math.min(all.size(), MOST_SHARED) && walk.stopped() == null; i++) {
            Hold hold = all.get(i);
            if (hold.read == Hold.DROPPED) {
                continue;
            }
            if (hold.holder != opened) {
                opened = walk.open(hold.holder) ? hold.holder : null;
            }
            if (opened != null) {
                walk.read(opened, 0, hold.descriptor, hold);
            }
        }
        walk.shut();
        recheck(tick);
    }

    /** Reads again who held the sockets that another process was found to hold since the last time. */
    void recheck(int tick) {
        for (List<Watched> more = holds.takeContested(); !more.isEmpty(); more = holds.takeContested()) {
            more.forEach(socket -> recheck(socket, tick));
        }
    }

    /** Reads again all holds of a socket. */
    void verify(Watched socket, int tick) {
        recheck(socket, tick);
        recheck(tick);
    }

    private void recheck(Watched socket, int tick) {
        for (Hold hold : socket.allHolds()) {
            if (hold.socket == socket && hold.read != tick && walk.stopped() == null && walk.openTable(hold)) {
                if (walk.read(hold.holder, hold.thread, hold.descriptor, hold) != hold) {
                    touched.add(hold.holder);
                }
                walk.shut();
            }
        }
    }
}
