package quaywatch.collect.linux;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSource;
import quaywatch.collect.SourceException;
import quaywatch.kernel.Access;
import quaywatch.kernel.BootClock;
import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.SocketFile;
import quaywatch.kernel.SocketTables;
import quaywatch.kernel.Users;
import quaywatch.model.Family;
import quaywatch.model.SourceReport;
import quaywatch.model.SourceReport.Trouble;

/**
 * Reads sockets and their owners out of a proc tree: the socket tables first, then the descriptors of all processes. Needs no rights; what the
 * kernel hides is told as hidden. Sockets and owners are the same objects from sample to sample while nothing in them changes.
 */
public final class ProcSocketSource implements SocketSource {

    /** The inode of the first pid namespace (PROC_PID_INIT_INO in include/linux/proc_ns.h). */
    private static final String FIRST_PID_NAMESPACE = "pid:[4026531836]";

    private static final long NOT_ASKED = -2;

    private final ProcFs fs;
    private final Users users;
    private final BootClock boot;
    private final SocketTables files;
    private final SocketTable table;
    private final FdWalk walk;
    private final OwnerResolver owners;
    private final ProcessReader reader;
    private long ownUid = NOT_ASKED;
    private boolean everyone;

    /**
     * @param root    a live or captured tree
     * @param passwd  the user database that names its users
     * @param clock   the time, for what the tree tells relative to now
     */
    public ProcSocketSource(Path root, Path passwd, Clock clock) {
        this.fs = new ProcFs(root);
        this.users = new Users(passwd);
        this.boot = new BootClock(fs, clock);
        this.files = new SocketTables(fs);
        this.table = new SocketTable(new RowToSocket(users, new LinkScopes(fs)));
        this.reader = new ProcessReader(fs, users, boot);
        this.walk = new FdWalk(fs, table, reader);
        this.owners = new OwnerResolver(new ProcessCache(reader));
    }

    /** The source for the machine we run on. */
    public static ProcSocketSource live(Clock clock) {
        return new ProcSocketSource(ProcFs.LIVE_ROOT, Users.MACHINE, clock);
    }

    /** The source for a captured tree; the file {@code passwd} at its root, if there is one, names its users. */
    public static ProcSocketSource captured(Path tree, Clock clock) {
        return new ProcSocketSource(tree, tree.resolve("passwd"), clock);
    }

    @Override
    public String name() {
        return fs.root().toString();
    }

    @Override
    public SocketSample sample() throws SourceException {
        long start = System.nanoTime();
        users.refresh();
        Instant now = boot.now();
        List<Trouble> troubles = readTables(now);
        findHolders(troubles);
        var sightings = owners.resolve(table, view());
        Duration cost = Duration.ofNanos(System.nanoTime() - start);
        return new SocketSample(sightings,
                new SourceReport(name(), cost, files.takeOddLines(), walk.hidden(), walk.stopped() == null, troubles));
    }

    private void findHolders(List<Trouble> troubles) {
        table.carryOver();
        walk.run();
        table.settle();
        if (walk.hidden() == 0 && table.wantsDeepWalk()) {
            walk.deepen();
        }
        @Nullable
        Access stopped = walk.stopped();
        if (stopped != null) {
            troubles.add(new Trouble("fd", stopped.words()));
        }
    }

    private List<Trouble> readTables(Instant now) throws SourceException {
        table.startTick(now);
        List<Trouble> troubles = new ArrayList<>();
        int done = 0;
        for (SocketFile file : SocketFile.values()) {
            Access access = files.read(file, table);
            if (access.done()) {
                done++;
            } else if (!switchedOff(file, access)) {
                troubles.add(new Trouble(file.label(), access.words()));
            }
        }
        if (done == 0) {
            throw new SourceException("No socket table under " + fs.root() + " can be read: "
                    + (troubles.isEmpty() ? "none is there" : troubles.getFirst().cause()));
        }
        return troubles;
    }

    /** A kernel without IPv6 has none of its tables; that is no trouble. */
    private boolean switchedOff(SocketFile file, Access access) {
        return file.family() == Family.IPV6 && access.kind() == Access.Kind.GONE && !fs.exists("net/if_inet6");
    }

    private View view() {
        if (ownUid == NOT_ASKED) {
            ownUid = fs.live() ? reader.effectiveUid("self") : -1;
            everyone = ownUid == 0 && fs.link("self/ns/pid").equals(FIRST_PID_NAMESPACE);
        }
        return new View(ownUid, walk.hidden(), walk.stopped() == null, everyone);
    }
}
