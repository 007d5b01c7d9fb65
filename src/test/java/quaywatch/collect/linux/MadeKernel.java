package quaywatch.collect.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.Access;
import quaywatch.kernel.FdStat;
import quaywatch.kernel.FdStats;
import quaywatch.kernel.FdTables;
import quaywatch.kernel.Numbers;
import quaywatch.kernel.RowSink;
import quaywatch.kernel.netlink.ProcessEvent;

/** Processes, descriptors and sockets that behave as in a kernel. */
final class MadeKernel implements FdTables {

    private static final long FILE = 0;
    private static final Access GONE = new Access(Access.Kind.GONE, "");

    private final Tree tree;
    /** What each descriptor is, an inode or {@link #FILE}, by pid. */
    final Map<Integer, TreeMap<Integer, Long>> tables = new LinkedHashMap<>();
    /** Sent by one process and not received by another yet. */
    final List<Long> underWay = new ArrayList<>();
    private final Map<Integer, Long> births = new LinkedHashMap<>();
    private final Map<Long, KernelRow> sockets = new LinkedHashMap<>();
    private long made = 1000;
    private int open;
    private Runnable whenOpened = () -> {};
    private Moment whenListed = () -> {};
    private Consumer<ProcessEvent> told = _ -> {};
    /** How often all processes were listed. */
    int listings;

    MadeKernel(Tree tree) {
        this.tree = tree;
    }

    /** A new process under this number, with these descriptors. */
    void spawn(int pid, Map<Integer, Long> descriptors) throws IOException {
        long birth = ++made;
        births.put(pid, birth);
        tables.put(pid, new TreeMap<>(descriptors));
        tree.stat(pid, "p" + birth, 'S', 1, birth);
        told.accept(new ProcessEvent.Forked(pid));
    }

    /** Another program takes over the process; the descriptors that were to be closed then are. */
    void exec(int pid, String name, int... closed) throws IOException {
        for (int descriptor : closed) {
            table(pid).remove(descriptor);
        }
        collect();
        tree.stat(pid, name, 'S', 1, birth(pid));
        tree.file(pid + "/cmdline", ++made + "\0");
        told.accept(new ProcessEvent.Executed(pid));
    }

    /** The process calls itself something else. */
    void rename(int pid, String name) throws IOException {
        tree.stat(pid, name, 'S', 1, birth(pid));
        told.accept(new ProcessEvent.Renamed(pid));
    }

    /** The process has ended, of which its parent takes no note. */
    void exitUnnoticed(int pid) throws IOException {
        table(pid).clear();
        collect();
        tree.stat(pid, "p", 'Z', 1, birth(pid));
        told.accept(new ProcessEvent.Exited(pid));
    }

    /** Tells events of processes from now on. */
    void tellTo(Consumer<ProcessEvent> listener) {
        told = listener;
    }

    long birth(int pid) {
        return births.getOrDefault(pid, -1L);
    }

    void exit(int pid) throws IOException {
        tables.remove(pid);
        tree.delete(pid + "/stat");
        collect();
        told.accept(new ProcessEvent.Exited(pid));
    }

    /** Opens a file or, if it is one, a socket, under the lowest free number. */
    int put(int pid, long inode) {
        TreeMap<Integer, Long> table = table(pid);
        int number = 0;
        while (table.containsKey(number)) {
            number++;
        }
        table.put(number, inode);
        return number;
    }

    void openFile(int pid) {
        put(pid, FILE);
    }

    long openSocket(int pid) {
        long inode = ++made;
        sockets.put(inode, KernelRow.listener(inode + 1_000_000, inode));
        put(pid, inode);
        return inode;
    }

    long at(int pid, int descriptor) {
        return table(pid).getOrDefault(descriptor, NOT_OPEN);
    }

    /** Puts a file in the place of whatever a descriptor is. */
    void overwrite(int pid, int descriptor) {
        table(pid).put(descriptor, FILE);
        collect();
    }

    void close(int pid, int descriptor) {
        table(pid).remove(descriptor);
        collect();
    }

    /** Ends the sockets that nobody holds any more. */
    void collect() {
        Set<Long> held = new TreeSet<>(underWay);
        tables.values().forEach(it -> held.addAll(it.values()));
        sockets.keySet().retainAll(held);
    }

    TreeMap<Integer, Long> table(int pid) {
        return Objects.requireNonNull(tables.get(pid));
    }

    /** Who truly holds a socket, in order of pid. */
    List<Long> holders(long inode) {
        return tables.entrySet().stream().filter(it -> it.getValue().containsValue(inode)).map(it -> (long) it.getKey()).sorted().toList();
    }

    Set<Long> inodes() {
        return sockets.keySet();
    }

    void rows(RowSink sink) {
        sockets.values().forEach(sink::row);
    }

    /** Happens once, right after a table was opened. */
    void whenOpened(Runnable event) {
        whenOpened = event;
    }

    /** What may happen meanwhile. */
    interface Moment {
        void happens() throws IOException;
    }

    /** Happens once, right before all processes are listed. */
    void whenListed(Moment event) {
        whenListed = event;
    }

    @Override
    public Access pids(Numbers into) {
        Moment event = whenListed;
        whenListed = () -> {};
        try {
            event.happens();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listings++;
        into.clear();
        tables.keySet().forEach(into::add);
        return Access.DONE;
    }

    @Override
    public Access threads(int pid, Numbers into) {
        into.clear();
        into.add(pid);
        return Access.DONE;
    }

    @Override
    public Access stat(int pid, FdStat into) {
        @Nullable
        TreeMap<Integer, Long> table = tables.get(pid);
        if (table == null) {
            return GONE;
        }
        FdStats.tell(into, table.size(), birth(pid));
        return Access.DONE;
    }

    @Override
    public Access open(int pid, FdStat into) {
        Access access = stat(pid, into);
        open = access.done() ? pid : 0;
        Runnable event = whenOpened;
        whenOpened = () -> {};
        event.run();
        return access;
    }

    @Override
    public Access statThread(int pid, int thread, FdStat into) {
        return stat(pid, into);
    }

    @Override
    public Access openThread(int pid, int thread) {
        return open(pid, new FdStat());
    }

    @Override
    public Access list(Numbers into) {
        into.clear();
        @Nullable
        TreeMap<Integer, Long> table = tables.get(open);
        if (table == null) {
            return GONE;
        }
        table.keySet().forEach(into::add);
        return Access.DONE;
    }

    @Override
    public long inode(int descriptor) {
        @Nullable
        TreeMap<Integer, Long> table = tables.get(open);
        return table == null ? NOT_OPEN : table.getOrDefault(descriptor, NOT_OPEN);
    }

    @Override
    public void shut() {
        open = 0;
    }

    @Override
    public void close() {
        shut();
    }
}
