package quaywatch.collect.linux;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSource;
import quaywatch.collect.SourceException;
import quaywatch.kernel.Access;
import quaywatch.kernel.BootClock;
import quaywatch.kernel.CgroupTree;
import quaywatch.kernel.FdTables;
import quaywatch.kernel.Inodes;
import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.LiveFdTables;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.TreeFdTables;
import quaywatch.kernel.Users;
import quaywatch.model.Socket;
import quaywatch.model.SourceReport;
import quaywatch.model.SourceReport.Trouble;
import quaywatch.model.User;

/**
 * Sockets and their owners on Linux: the socket tables first, then who holds what is new in them. Needs no rights; what the kernel hides is told
 * as hidden. Sockets and owners are the same objects from sample to sample while nothing in them changes.
 */
public final class LinuxSocketSource implements SocketSource {

    /** The inode of the first pid namespace (PROC_PID_INIT_INO in include/linux/proc_ns.h). */
    private static final String FIRST_PID_NAMESPACE = "pid:[4026531836]";

    private static final long NOT_ASKED = -2;

    private final ProcFs fs;
    private final Users users;
    private final BootClock boot;
    private final TableReader tables;
    private final Effort effort;
    private final Executor beside;
    private final SocketTable table;
    private final Ownership ownership;
    private final Namespaces namespaces;
    private final HiddenOwners hidden;
    private final OwnerResolver owners;
    private final ProcessReader reader;
    private volatile List<Socket> attended = List.of();
    private long ownUid = NOT_ASKED;
    private boolean everyone;
    private int tick;
    private long ownerNanos;

    private LinuxSocketSource(ProcFs fs, TableReader tables, FdTables descriptors, ProcessNews news, Effort effort, Path passwd,
            Clock clock, Executor beside) {
        this.beside = beside;
        this.fs = fs;
        this.users = new Users(passwd);
        this.boot = new BootClock(fs, clock);
        this.tables = tables;
        this.effort = effort;
        this.table = new SocketTable(new RowToSocket(users, new LinkScopes(fs)));
        this.reader = new ProcessReader(fs, users, boot);
        ProcessCache facts = new ProcessCache(reader);
        this.ownership = new Ownership(descriptors, table, reader, facts, fs.live(), news);
        this.namespaces = new Namespaces(fs, fs.live() ? new Inodes(fs.root()) : null, System::nanoTime);
        this.hidden = new HiddenOwners(new CgroupTree(fs), new Neighbours(reader, facts), facts);
        this.owners = new OwnerResolver(facts, hidden);
    }

    /**
     * The machine we run on, asked by netlink. From the second look on it is told of processes that begin, change and end, where that is allowed.
     *
     * @param beside  runs a part of the first look beside the thread that looks
     */
    public static LinuxSocketSource netlink(Clock clock, Executor beside) {
        ProcFs fs = new ProcFs(ProcFs.LIVE_ROOT);
        return new LinuxSocketSource(fs, new NetlinkTables(fs), new LiveFdTables(), new ConnectorNews(), Effort.STEADY, Users.MACHINE,
                clock, beside);
    }

    /** The machine we run on, read out of its proc file system alone; otherwise like {@link #netlink}. */
    public static LinuxSocketSource proc(Clock clock, Executor beside) {
        ProcFs fs = new ProcFs(ProcFs.LIVE_ROOT);
        return new LinuxSocketSource(fs, new ProcTables(fs), new LiveFdTables(), ProcessNews.NONE, Effort.STEADY, Users.MACHINE, clock,
                beside);
    }

    /** A captured tree; the file {@code passwd} at its root, if there is one, names its users. */
    public static LinuxSocketSource captured(Path tree, Clock clock) {
        return captured(tree, tree.resolve("passwd"), clock);
    }

    /** A captured tree, whose users a file of the form of passwd(5) names. */
    static LinuxSocketSource captured(Path tree, Path passwd, Clock clock) {
        ProcFs fs = new ProcFs(tree);
        return new LinuxSocketSource(fs, new ProcTables(fs), new TreeFdTables(fs), ProcessNews.NONE, Effort.WHOLE, passwd, clock,
                Runnable::run);
    }

    @Override
    public String name() {
        return tables.name();
    }

    @Override
    public SocketSample sample() throws SourceException {
        return sample(effort);
    }

    @Override
    public SocketSample sample(Duration budget) throws SourceException {
        return sample(effort.within(budget));
    }

    @Override
    public void attend(List<Socket> sockets) {
        attended = List.copyOf(sockets);
    }

    private SocketSample sample(Effort allowed) throws SourceException {
        long start = System.nanoTime();
        boolean renamed = users.refresh();
        List<Trouble> troubles = new ArrayList<>();
        tick++;
        table.startTick(boot.now(), renamed);
        boolean whole = tick == 1 && allowed.rounds() > 1 ? readBeside(allowed, troubles) : tables.read(table, troubles);
        table.keepOf(namespaces.read(ownership.processes(tick), tick, renamed, table));
        table.endRows();
        View before = view();
        long owning = System.nanoTime();
        ownership.attend(attended);
        ownership.update(tick, allowed, socket -> hides(before, socket));
        ownerNanos = System.nanoTime() - owning;
        @Nullable
        Access stopped = ownership.stopped();
        if (stopped != null) {
            troubles.add(new Trouble("fd", stopped.words()));
        }
        hidden.startTick(ownership.processes(tick), tick, boot.now());
        var sightings = owners.resolve(table, view(), tick);
        Duration cost = Duration.ofNanos(System.nanoTime() - start);
        return new SocketSample(sightings,
                new SourceReport(name(), cost, tables.takeOdd() + namespaces.takeOdd(), ownership.hidden(), whole && stopped == null,
                        troubles),
                ownership.unfinished());
    }

    /** How long the last sample took to find holders, in nanoseconds, without {@link #verifyNanos}. */
    public long ownerNanos() {
        return ownerNanos - ownership.verifyNanos();
    }

    /** How long the last sample took to read again a part of what is held, in nanoseconds. */
    public long verifyNanos() {
        return ownership.verifyNanos();
    }

    /** The first look reads the tables and the descriptors side by side. */
    private boolean readBeside(Effort allowed, List<Trouble> troubles) throws SourceException {
        FutureTask<?> ahead = new FutureTask<>(() -> readAhead(allowed), null);
        beside.execute(ahead);
        try {
            return tables.read(table, troubles);
        } finally {
            await(ahead);
        }
    }

    private void readAhead(Effort allowed) {
        ownership.readAhead(tick, allowed);
        namespaces.follow(ownership.processes(tick), tick);
    }

    private static void await(Future<?> task) {
        boolean interrupted = false;
        while (task.state() == Future.State.RUNNING) {
            try {
                task.get();
            } catch (InterruptedException _) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hides(View view, Watched socket) {
        @Nullable
        User user = socket.socket().user();
        return user != null && view.hides(user);
    }

    private View view() {
        if (ownUid == NOT_ASKED) {
            ownUid = fs.live() ? reader.effectiveUid("self") : -1;
            everyone = ownUid == 0 && fs.link("self/ns/pid").equals(FIRST_PID_NAMESPACE);
        }
        return new View(ownUid, ownership.hidden(), ownership.stopped() == null && !ownership.unfinished(), everyone);
    }

    @Override
    public void close() {
        tables.close();
        ownership.close();
    }
}
