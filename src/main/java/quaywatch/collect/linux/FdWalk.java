package quaywatch.collect.linux;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.Access;
import quaywatch.kernel.FdStat;
import quaywatch.kernel.FdTables;
import quaywatch.kernel.Numbers;
import quaywatch.kernel.ProcStat;
import quaywatch.kernel.call.Errno;

/** Reads the descriptors of one process and brings what is known of them up to date. */
final class FdWalk {

    private static final int MOST_PROBES = 64;
    private static final int SPARE_PROBES = 3;

    private final FdTables tables;
    private final Holds holds;
    private final ProcessReader reader;
    private final boolean live;
    private final FdStat stat = new FdStat();
    private final Numbers descriptors = new Numbers();
    private final Numbers threads = new Numbers();
    private int walk;
    private int tick;
    private @Nullable Access stopped;

    FdWalk(FdTables tables, Holds holds, ProcessReader reader, boolean live) {
        this.tables = tables;
        this.holds = holds;
        this.reader = reader;
        this.live = live;
    }

    /** Begins a tick: what stopped the last one may be over. */
    void startTick(int newTick) {
        tick = newTick;
        stopped = null;
    }

    /** Why walks had to stop: descriptors ran out, and what follows would look empty without being so. Null if they did not. */
    @Nullable
    Access stopped() {
        return stopped;
    }

    /**
     * Opens the table of a process, as the one that is known under its number; false if it can't be. Leaves it open: call {@link #shut}.
     */
    boolean open(Holder holder) {
        Access access = tables.open(holder.pid, stat);
        switch (access.kind()) {
            case DONE -> {
                recognise(holder);
                holder.hidden = false;
                holder.leaderless = false;
                return true;
            }
            case GONE -> absent(holder);
            case HIDDEN, FAILED -> hide(holder);
            case EXHAUSTED -> stopped = access;
        }
        return false;
    }

    /** Opens the table in which a hold stands. */
    boolean openTable(Hold hold) {
        return hold.thread == 0 ? open(hold.holder) : openThread(hold.holder, hold.thread);
    }

    void shut() {
        tables.shut();
    }

    /** Another identity means another process, or only that the kernel had forgotten the folder: the start time decides. */
    private void recognise(Holder holder) {
        if (holder.identity != 0 && holder.identity != stat.identity() && !sameStart(holder)) {
            holds.release(holder);
            holder.clearOpen();
            holder.facts = null;
            holder.stat = null;
        }
        holder.identity = stat.identity();
        holder.size = stat.size();
        holder.sizeTick = tick;
    }

    private boolean sameStart(Holder holder) {
        @Nullable
        ProcStat known = holder.stat;
        return known != null && reader.stat(holder.pid).map(now -> now.start() == known.start()).orElse(false);
    }

    /** On the live tree the process ended. A captured tree lacks the folder where it was empty or refused. */
    private void absent(Holder holder) {
        if (live) {
            holds.release(holder);
            return;
        }
        @Nullable
        ProcStat told = reader.stat(holder.pid).orElse(null);
        if (told != null && told.leaderEnded()) {
            walkThreads(holder);
        } else if (told != null && told.state() != 'Z' && !told.kernelThread()) {
            hide(holder);
        }
    }

    private void hide(Holder holder) {
        holds.release(holder);
        if (!holder.hidden) {
            Optional<ProcStat> told = reader.stat(holder.pid);
            holder.hidden = !told.map(ProcStat::kernelThread).orElse(true);
            holder.leaderless = told.map(ProcStat::leaderEnded).orElse(false);
        }
    }

    /** What became of the number of open descriptors since they were looked at last. */
    enum Size {
        SAME, GROWN, SHRUNK,
        /** It is not told, or may be that of another process. */
        UNKNOWN
    }

    /** Asks for the number of open descriptors, once a tick. */
    Size size(Holder holder) {
        if (holder.sizeTick != tick) {
            Access access = tables.stat(holder.pid, stat);
            if (access.kind() == Access.Kind.EXHAUSTED) {
                stopped = access;
            }
            if (!access.done()) {
                return Size.SAME;
            }
            if (holder.identity != stat.identity()) {
                return Size.UNKNOWN;
            }
            holder.size = stat.size();
            holder.sizeTick = tick;
        }
        if (holder.size < 0) {
            return Size.UNKNOWN;
        }
        int known = holder.openCount();
        return holder.size == known ? Size.SAME : holder.size > known ? Size.GROWN : Size.SHRUNK;
    }

    /** Opens the table and does what {@link #readLowestOpen} does. */
    boolean readLowest(Holder holder) {
        if (holder.size - holder.openCount() > MOST_PROBES || !open(holder)) {
            return false;
        }
        readLowestOpen(holder);
        shut();
        return holder.openCount() == holder.size;
    }

    /** Reads, in the open table, the numbers that a process that has opened descriptors got for them. */
    void readLowestOpen(Holder holder) {
        long missing = holder.size - holder.openCount();
        if (missing <= 0 || missing > MOST_PROBES) {
            return;
        }
        int descriptor = holder.lowestFree(0);
        for (int i = 0; i < missing + SPARE_PROBES && holder.openCount() < holder.size && stopped == null; i++) {
            read(holder, 0, descriptor, holder.holds.find(0, descriptor));
            descriptor = holder.lowestFree(descriptor + 1);
        }
    }

    /**
     * Reads all descriptors of a process.
     *
     * @param again  read those too that are known as sockets; else only the others
     */
    void all(Holder holder, boolean again) {
        holder.walked = tick;
        holder.forgetFreed();
        if (!open(holder)) {
            besideTheLeader(holder);
            return;
        }
        walk++;
        holder.clearOpen();
        boolean any = table(holder, 0, again);
        shut();
        if (!any && reader.stat(holder.pid).map(ProcStat::leaderEnded).orElse(false) || holder.split) {
            walkThreads(holder);
        }
        holds.sweep(holder, walk, stopped != null);
    }

    /** What a first thread that has gone leaves is root's; the descriptors of the other threads are still listed to their user. */
    private void besideTheLeader(Holder holder) {
        if (holder.hidden && holder.leaderless && stopped == null) {
            walk++;
            // Asked anew at the next look, as the process may have ended or run another program by then.
            holder.hidden = !walkThreads(holder);
            holds.sweep(holder, walk, stopped != null);
        }
    }

    /** With its first thread gone a process shows no descriptors of its own; those of its other threads are still there. */
    private boolean walkThreads(Holder holder) {
        boolean any = false;
        if (tables.threads(holder.pid, threads).done()) {
            for (int i = 0; i < threads.size() && stopped == null; i++) {
                int thread = threads.get(i);
                if (thread != holder.pid && openThread(holder, thread)) {
                    table(holder, thread, true);
                    shut();
                    any = true;
                }
            }
        }
        return any;
    }

    private boolean openThread(Holder holder, int thread) {
        Access access = tables.openThread(holder.pid, thread);
        if (access.kind() == Access.Kind.EXHAUSTED) {
            stopped = access;
        }
        return access.done();
    }

    private boolean table(Holder holder, int thread, boolean again) {
        Access access = tables.list(descriptors);
        if (access.kind() == Access.Kind.EXHAUSTED) {
            stopped = access;
        }
        for (int i = 0; i < descriptors.size() && stopped == null; i++) {
            int descriptor = descriptors.get(i);
            if (thread == 0) {
                holder.setOpen(descriptor, true);
            }
            @Nullable
            Hold known = holder.holds.find(thread, descriptor);
            if (known == null || again || known.socket == null) {
                known = read(holder, thread, descriptor, known);
            }
            if (known != null) {
                known.seen = walk;
            }
        }
        return descriptors.size() > 0;
    }

    /** Reads one descriptor of the open table; null if it is no socket. */
    @Nullable
    Hold read(Holder holder, int thread, int descriptor, @Nullable Hold former) {
        // Given up, if opening the table showed that it is another process's by now.
        Hold known = former != null && former.read == Hold.DROPPED ? holder.holds.find(thread, descriptor) : former;
        long inode = tables.inode(descriptor);
        if (inode == FdTables.EXHAUSTED) {
            stopped = Access.of(Errno.EMFILE);
            return known;
        }
        if (thread == 0) {
            holder.setOpen(descriptor, inode != FdTables.NOT_OPEN);
        }
        if (known != null && known.inode == inode) {
            known.read = tick;
            holds.confirm(known);
            return known;
        }
        if (known != null) {
            holds.drop(known);
        }
        return inode <= FdTables.NO_SOCKET ? null : take(holder, thread, descriptor, inode);
    }

    private Hold take(Holder holder, int thread, int descriptor, long inode) {
        Hold hold = new Hold(holder, thread, descriptor, inode);
        hold.read = tick;
        holds.take(hold);
        return hold;
    }

    /** Whether threads of a process have tables of their own ({@code unshare(CLONE_FILES)}): another number of descriptors tells. */
    boolean looksSplit(Holder holder) {
        if (!tables.threads(holder.pid, threads).done() || threads.size() < 2) {
            return false;
        }
        long own = count(holder, holder.pid);
        for (int i = 0; i < threads.size(); i++) {
            if (count(holder, threads.get(i)) != own) {
                return true;
            }
        }
        return false;
    }

    private long count(Holder holder, int thread) {
        if (tables.statThread(holder.pid, thread, stat).done() && stat.size() >= 0) {
            return stat.size();
        }
        long count = tables.openThread(holder.pid, thread).done() && tables.list(descriptors).done() ? descriptors.size() : -1;
        shut();
        return count;
    }
}
