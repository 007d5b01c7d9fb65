package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.Inodes;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.RowSink;
import quaywatch.kernel.SocketFile;
import quaywatch.kernel.SocketTables;

/**
 * Sockets of other network namespaces than our own. Everybody may read the tables of a namespace through the folder of a process in it
 * (proc_pid_net(5)); it is told apart by the inode of such a file, as the link {@code ns/net} is refused. Which one a process is in is asked when it
 * is met, and while it is young, as it enters another one between its fork and its exec. Where there is no other namespace nothing is read.
 * <p>The kernel goes through all sockets of the machine for each table, so each namespace is read the more rarely the longer all of them take,
 * but at once when a process in it has come or gone.
 */
final class Namespaces {

    /** What reading may take of each tick on average, in nanoseconds. */
    static final long ALLOWED = 1_500_000;
    /** A namespace is read at least every so many ticks. */
    static final int RAREST = 10;

    private static final int YOUNG = 3;
    private static final int MOST_AT_FIRST = 8_192;
    private static final int MOST = 256;
    /** So many processes of a namespace are tried in one tick: they may end before they are asked. */
    private static final int MOST_TRIES = 3;
    private static final List<SocketFile> FILES = List.of(SocketFile.TCP, SocketFile.TCP6, SocketFile.UDP, SocketFile.UDP6);

    private final @Nullable Inodes inodes;
    private final SocketTables files;
    private final LongSupplier nanos;
    private final Map<Long, Namespace> others = new LinkedHashMap<>();
    private long own;
    private int asked;
    private int firstTick;

    /** One of them. */
    private static final class Namespace {

        private final List<Holder> members = new ArrayList<>();
        private boolean due = true;
        private int readIn;
        private long cost;
    }

    /**
     * @param inodes  of the files of the tree; null for a captured one, which is of one namespace
     * @param nanos   a clock in nanoseconds that goes on evenly
     */
    Namespaces(ProcFs fs, @Nullable Inodes inodes, LongSupplier nanos) {
        this.inodes = inodes;
        this.files = new SocketTables(fs);
        this.nanos = nanos;
    }

    /**
     * Hands on the rows of the other namespaces that the processes are in. Those that can't be read are left out: their processes are gone, or hidden.
     *
     * @param all  whether none may be put off
     * @return the namespaces whose turn it is not: what was told of them last stands
     */
    List<Long> read(List<Holder> processes, int tick, boolean all, RowSink sink) {
        follow(processes, tick);
        if (others.isEmpty()) {
            return List.of();
        }
        others.values().forEach(one -> one.due |= one.members.removeIf(holder -> holder.ended));
        others.values().removeIf(one -> one.members.isEmpty());
        long whole = others.values().stream().mapToLong(one -> one.cost).sum();
        long wait = Math.clamp((whole + ALLOWED - 1) / ALLOWED, 1, RAREST);
        List<Long> left = new ArrayList<>();
        for (long namespace : List.copyOf(others.keySet())) {
            Namespace one = others.get(namespace);
            if (one == null) {
                continue;
            }
            if (all || one.due || tick - one.readIn >= wait) {
                read(namespace, one, tick, sink);
            } else {
                left.add(namespace);
            }
        }
        return left;
    }

    /** Asks which namespaces new and young processes are in. */
    void follow(List<Holder> processes, int tick) {
        if (firstTick == 0) {
            firstTick = tick;
            own = inodes == null ? 0 : inodes.of("self/net/tcp");
        }
        if (own == 0) {
            return;
        }
        int left = tick == firstTick ? MOST_AT_FIRST : MOST;
        for (int i = 0; i < processes.size() && left > 0; i++) {
            Holder holder = processes.get(i);
            boolean young = holder.met > firstTick && tick - holder.met <= YOUNG;
            if (holder.namespace == Holder.NOT_ASKED || young) {
                left--;
                ask(holder);
            }
        }
    }

    private void ask(Holder holder) {
        asked++;
        long told = inodes == null ? own : inodes.of(holder.pid, "/net/tcp");
        long now = told == own ? 0 : told;
        if (now == holder.namespace) {
            return;
        }
        leave(holder);
        holder.namespace = now;
        if (now != 0) {
            Namespace entered = others.computeIfAbsent(now, _ -> new Namespace());
            entered.members.add(holder);
            entered.due = true;
        }
    }

    private void leave(Holder holder) {
        Namespace left = others.get(holder.namespace);
        if (left != null) {
            left.members.remove(holder);
            left.due = true;
            if (left.members.isEmpty()) {
                others.remove(holder.namespace);
            }
        }
    }

    private void read(long namespace, Namespace one, int tick, RowSink sink) {
        long start = nanos.getAsLong();
        boolean read = false;
        for (int tries = 0; tries < MOST_TRIES && !read && !one.members.isEmpty(); tries++) {
            read = read(one.members.getFirst(), namespace, sink);
        }
        // One that could not be read is tried again at the next tick.
        one.due = !read;
        one.readIn = tick;
        one.cost = nanos.getAsLong() - start;
    }

    /** Asks again where the process is: its number may be another one's by now, and it may have moved. */
    private boolean read(Holder holder, long namespace, RowSink sink) {
        ask(holder);
        if (holder.namespace != namespace) {
            return false;
        }
        for (SocketFile file : FILES) {
            files.read(holder.pid, namespace, file, sink);
        }
        return true;
    }

    /** How often it was asked in which namespace a process is. */
    int asked() {
        return asked;
    }

    /** How many lines of tables were odd since the last call. */
    int takeOdd() {
        return files.takeOddLines();
    }
}
