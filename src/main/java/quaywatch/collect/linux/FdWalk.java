package quaywatch.collect.linux;

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
    private long pid;
    private int hidden;
    private boolean any;
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
        for (long each : fs.pids()) {
            process(each);
            if (stopped != null) {
                return;
            }
        }
    }

    private void process(long process) {
        pid = process;
        any = false;
        Access access = fs.sockets(process + "/fd", this);
        note(access);
        if (access.done() && !any && leaderEnded(process)) {
            threads(process);
        }
    }

    private void note(Access access) {
        switch (access.kind()) {
            case DONE, GONE, FAILED -> {
                // A process that ended has no sockets any more.
            }
            case HIDDEN -> hidden++;
            case EXHAUSTED -> stopped = access;
        }
    }

    private boolean leaderEnded(long process) {
        return reader.stat(process).map(ProcStat::leaderEnded).orElse(false);
    }

    /** With its first thread gone a process shows no descriptors of its own; those of its other threads are still there. */
    private void threads(long process) {
        for (long thread : fs.threads(process)) {
            Access access = fs.sockets(process + "/task/" + thread + "/fd", this);
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
