package quaywatch.collect.linux;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.Access;
import quaywatch.kernel.FdTables;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

/**
 * Keeps up with who holds which socket. What it costs grows with what has changed since the last tick, not with what there is: the first tick
 * reads the descriptors of all processes, later ones only what may be news, and a part of the rest in turn.
 */
final class Ownership implements AutoCloseable {

    private static final int YOUNG = 3;

    private final FdTables tables;
    private final SocketTable table;
    private final Holds holds;
    private final Roster roster;
    private final FdWalk walk;
    private final Changes changes;
    private final Search search;
    private final Verification verification;
    private final ProcessCache facts;
    private List<Socket> attended = List.of();
    private int tick;
    private long verifyNanos;
    private @Nullable Access listing;

    /**
     * Knows of nothing yet.
     *
     * @param live  whether the tree is that of the running machine
     * @param news  of its processes; closed with this
     */
    Ownership(FdTables tables, SocketTable table, ProcessReader reader, ProcessCache facts, boolean live, ProcessNews news) {
        this.tables = tables;
        this.table = table;
        this.facts = facts;
        this.holds = new Holds(table);
        this.roster = new Roster(tables, news);
        this.walk = new FdWalk(tables, holds, reader, live);
        this.changes = new Changes(roster, holds, walk);
        this.search = new Search(table, roster, holds, walk, changes);
        this.verification = new Verification(roster, holds, walk, facts);
    }

    /**
     * Reads the descriptors of all processes before the first tables are there; may run beside the thread that reads those, and comes before the
     * {@link #update} of the same tick.
     */
    void readAhead(int firstTick, Effort effort) {
        long deadline = effort.deadline();
        walk.startTick(firstTick);
        holds.setAhead(true);
        if (roster.update(firstTick).done()) {
            for (Holder holder : roster.all()) {
                if (walk.stopped() == null && System.nanoTime() < deadline) {
                    walk.all(holder, false);
                }
            }
        }
        holds.setAhead(false);
    }

    /**
     * Brings the holders of all sockets of the table up to date, as far as the effort goes.
     *
     * @param hidden  whether the holder of a socket can't be seen anyway, so that looking for it is in vain
     */
    void update(int newTick, Effort effort, Predicate<Watched> hidden) {
        tick = newTick;
        walk.startTick(tick);
        Access access = roster.update(tick);
        listing = access.done() ? null : access;
        roster.takeEnded().forEach(holds::release);
        List<Watched> missing = table.missing();
        for (int i = 0; i < missing.size(); i++) {
            judge(missing.get(i), hidden);
        }
        table.released().forEach(changes::free);
        verifyAttended();
        roster.takeTouched().forEach(this::readTouched);
        if (effort.rounds() == 1) {
            search.readAll(tick);
        } else {
            search.run(effort, tick, hidden);
            long start = System.nanoTime();
            verification.run(effort.rounds(), tick);
            verifyNanos = System.nanoTime() - start;
        }
        renewFacts(effort.rounds() == 1);
    }

    /** Sets the sockets whose holders are read again in each tick. */
    void attend(List<Socket> sockets) {
        attended = sockets;
    }

    private void verifyAttended() {
        for (Socket socket : attended) {
            @Nullable
            Watched known = table.byInode(socket.inode());
            if (known != null && known.socket().key().equals(socket.key())) {
                changes.verify(known, tick);
            }
        }
    }

    /** A program that takes over a process does so without some of its descriptors; one that has ended leaves none. */
    private void readTouched(Holder holder) {
        if (!holder.ended && holder.walked != tick && holder.met != tick && walk.stopped() == null) {
            walk.all(holder, true);
        }
    }

    /** A process that has just begun soon runs another program. */
    private void renewFacts(boolean all) {
        for (Holder holder : roster.all()) {
            if (holder.holds.size() > 0 && (all || holder.told == tick || tick - holder.met <= YOUNG)
                    && facts.renew(holder, tick)) {
                walk.all(holder, true);
            }
        }
    }

    /**
     * A socket that the tables lack is gone, unless it is one that they may leave out under churn. Then a descriptor that is still it speaks for
     * it, or once the fact that its descriptors are hidden.
     */
    private void judge(Watched socket, Predicate<Watched> hidden) {
        if (!socket.surelyTold() && socket.inode() != 0 && socket.absent() == 1
                && (stillHeld(socket) || socket.socket().protocol() == Protocol.UDP && hidden.test(socket))) {
            table.keep(socket);
            return;
        }
        table.drop(socket);
        changes.free(socket);
    }

    private boolean stillHeld(Watched socket) {
        for (Hold hold = socket.holds(); hold != null; hold = socket.holds()) {
            boolean still = walk.openTable(hold) && walk.read(hold.holder, hold.thread, hold.descriptor, hold) == hold;
            walk.shut();
            if (still || hold == socket.holds()) {
                return still;
            }
        }
        return false;
    }

    /** How long the last tick took to read again a part of what is held. */
    long verifyNanos() {
        return verifyNanos;
    }

    /** The processes there are in this tick, in no order. */
    List<Holder> processes(int newTick) {
        roster.update(newTick);
        return roster.all();
    }

    /** Processes whose descriptors we may not list. */
    int hidden() {
        int count = 0;
        for (Holder holder : roster.all()) {
            count += holder.hidden ? 1 : 0;
        }
        return count;
    }

    /** Whether there are processes that were never read: the budget was used up. */
    boolean unfinished() {
        return !search.complete();
    }

    /** Why walks had to stop early; null if they did not. */
    @Nullable
    Access stopped() {
        return listing != null ? listing : walk.stopped();
    }

    @Override
    public void close() {
        tables.close();
        roster.close();
    }
}
