package quaywatch.collect.linux;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.Access;
import quaywatch.kernel.InodeSink;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.ProcStat;

/** Goes through the descriptors of all processes and notes which of them hold which of the sockets of a table. */
final class FdWalk implements InodeSink {

    private final ProcFs fs;
    private final SocketTable table;
    private final ProcessReader reader;
    /** Processes known to have threads with descriptors of their own ({@code unshare(CLONE_FILES)}). */
    private final Set<Long> split = new HashSet<>();
    private long pid;
    private int hidden;
    private boolean any;
    private boolean useful;
    private @Nullable Access stopped;

    FdWalk(ProcFs fs, SocketTable table, ProcessReader reader) {
        this.fs = fs;
        this.table = table;
        this.reader = reader;
    }

    /** Walks once. Stops early if descriptors run out: what follows would look empty without being so. */
    void run() {
        hidden = 0;
        stopped = null;
        Access listing = fs.listing();
        if (!listing.done()) {
            stopped = listing;
            return;
        }
        long[] pids = fs.pids();
        for (int i = 0; i < pids.length && stopped == null; i++) {
            process(pids[i]);
        }
    }

    /**
     * Looks for threads with descriptors of their own that hold what the walk found no holder of. A thread counts as one if it has another number of
     * descriptors than its process: to read all of them of all threads takes seconds where a process has many of both.
     */
    void deepen() {
        long[] pids = fs.pids();
        for (int i = 0; i < pids.length && stopped == null; i++) {
            if (!split.contains(pids[i]) && apart(pids[i])) {
                useful = false;
                threads(pids[i]);
                if (useful) {
                    split.add(pids[i]);
                }
            }
        }
        split.removeIf(each -> fs.threads(each).length == 0);
    }

    private boolean apart(long process) {
        long own = fs.descriptorCount(process + "/fd");
        for (long thread : fs.threads(process)) {
            if (fs.descriptorCount(process + "/task/" + thread + "/fd") != own) {
                return true;
            }
        }
        return false;
    }

    private void process(long process) {
        pid = process;
        any = false;
        Access access = fs.sockets(process + "/fd", this);
        switch (access.kind()) {
            case DONE -> {
                if (!any && leaderEnded(process) || split.contains(process)) {
                    threads(process);
                }
            }
            case GONE -> absent(process);
            case HIDDEN, FAILED -> hidden++;
            case EXHAUSTED -> stopped = access;
        }
    }

    private boolean leaderEnded(long process) {
        return reader.stat(process).map(ProcStat::leaderEnded).orElse(false);
    }

    /** On the live tree the process ended. A captured tree lacks the folder where it was empty or refused. */
    private void absent(long process) {
        if (fs.live()) {
            return;
        }
        Optional<ProcStat> stat = reader.stat(process);
        if (stat.isPresent() && stat.get().leaderEnded()) {
            threads(process);
        } else if (stat.isPresent() && stat.get().state() != 'Z' && !stat.get().kernelThread()) {
            hidden++;
        }
    }

    /** With its first thread gone a process shows no descriptors of its own; those of its other threads are still there. */
    private void threads(long process) {
        pid = process;
        for (long thread : fs.threads(process)) {
            Access access = thread == process ? Access.DONE : fs.sockets(process + "/task/" + thread + "/fd", this);
            if (access.kind() == Access.Kind.EXHAUSTED) {
                stopped = access;
                return;
            }
        }
    }

    @Override
    public void socket(long inode) {
        any = true;
        @Nullable
        Watched watched = table.byInode(inode);
        if (watched != null) {
            useful |= !watched.held();
            watched.heldBy(pid);
        }
    }

    /** Processes whose descriptors we may not list. */
    int hidden() {
        return hidden;
    }

    /** Why the walk stopped early; null if it did not. */
    @Nullable
    Access stopped() {
        return stopped;
    }
}
