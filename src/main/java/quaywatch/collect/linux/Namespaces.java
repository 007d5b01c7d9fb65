package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 */
final class Namespaces {

    private static final int YOUNG = 3;
    private static final int MOST_AT_FIRST = 8_192;
    private static final int MOST = 256;
    /** So many processes of a namespace are tried in one tick: they may end before they are asked. */
    private static final int MOST_TRIES = 3;
    private static final List<SocketFile> FILES = List.of(SocketFile.TCP, SocketFile.TCP6, SocketFile.UDP, SocketFile.UDP6);

    private final @Nullable Inodes inodes;
    private final SocketTables files;
    private final Map<Long, List<Holder>> members = new LinkedHashMap<>();
    private long own;
    private int asked;
    private int firstTick;

    /** @param inodes  of the files of the tree; null for a captured one, which is of one namespace */
    Namespaces(ProcFs fs, @Nullable Inodes inodes) {
        this.inodes = inodes;
        this.files = new SocketTables(fs);
    }

    /** Hands on the rows of all other namespaces that the processes are in. Those that can't be read are left out: their processes are gone, or hidden. */
    void read(List<Holder> processes, int tick, RowSink sink) {
        follow(processes, tick);
        if (!members.isEmpty()) {
            members.values().forEach(those -> those.removeIf(holder -> holder.ended));
            members.values().removeIf(List::isEmpty);
            for (long namespace : List.copyOf(members.keySet())) {
                read(namespace, sink);
            }
        }
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
            members.computeIfAbsent(now, _ -> new ArrayList<>()).add(holder);
        }
    }

    private void leave(Holder holder) {
        members.computeIfPresent(holder.namespace, (_, those) -> those.remove(holder) && those.isEmpty() ? null : those);
    }

    private void read(long namespace, RowSink sink) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            List<Holder> those = members.getOrDefault(namespace, List.of());
            if (those.isEmpty() || read(those.getFirst(), namespace, sink)) {
                return;
            }
        }
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
