package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.kernel.BootClock;
import quaywatch.kernel.CgroupTree;
import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.Users;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What bob is told of sockets of alice: processes, users and control groups made by hand. */
class HiddenOwnersTest {

    private static final int ALICE_UID = 1000;
    private static final User ALICE = new User(ALICE_UID, "alice");
    private static final View BOB = new View(2000, 5, true, false);
    private static final Belonging WEB = new Belonging.Unit("web.service", false);

    private final Tree tree;
    private final Path mount;
    private final SocketTable table;
    private final Neighbours neighbours;
    private final HiddenOwners hidden;
    private final OwnerResolver resolver;
    private final List<Holder> processes = new ArrayList<>();
    private int tick;

    HiddenOwnersTest(@TempDir Path folder) throws IOException {
        tree = new Tree(folder.resolve("proc"));
        mount = Files.createDirectories(folder.resolve("groups"));
        tree.file("self/mountinfo", "30 23 0:26 / " + mount + " rw - cgroup2 cgroup2 rw\n");
        ProcFs fs = new ProcFs(tree.root());
        Users users = new Users(tree.passwd());
        users.refresh();
        table = new SocketTable(new RowToSocket(users, new LinkScopes(fs)));
        ProcessReader reader = new ProcessReader(fs, users, new BootClock(fs, Clock.systemUTC()));
        ProcessCache facts = new ProcessCache(reader);
        neighbours = new Neighbours(reader, facts);
        hidden = new HiddenOwners(new CgroupTree(fs), neighbours, facts);
        resolver = new OwnerResolver(facts, hidden);
    }

    @AfterEach
    void removeLinks() throws IOException {
        tree.removeLinks();
    }

    private long group(String path) throws IOException {
        return (Long) Files.getAttribute(Files.createDirectories(mount.resolve(path)), "unix:ino");
    }

    private Holder process(int pid, String group) throws IOException {
        tree.process(pid, "web" + pid).file(pid + "/cgroup", "1:name=systemd:/\n0::" + group + "\n");
        Holder holder = new Holder(pid, tick + 1);
        holder.hidden = true;
        processes.add(holder);
        return holder;
    }

    private void end(Holder holder) {
        holder.ended = true;
        processes.remove(holder);
    }

    private Sighting look(long cgroup) {
        return look(KernelRow.listener(80, ALICE_UID, cgroup)).getFirst();
    }

    private List<Sighting> look(KernelRow... rows) {
        tick++;
        Instant now = Instant.EPOCH.plusSeconds(tick);
        table.startTick(now);
        for (KernelRow row : rows) {
            table.row(row);
        }
        table.endRows();
        hidden.startTick(processes, tick, now);
        return resolver.resolve(table, BOB, tick);
    }

    private static String told(Sighting sighting) {
        return switch (sighting.owner()) {
            case Owner.Processes it -> it.first().name();
            case Owner.Service(var belonging, var user) -> belonging.name() + " of " + user.name();
            case Owner.UserOnly(var user) -> user.name();
            case Owner.Kernel _,Owner.Unknown _ -> sighting.owner().kind();
        } + " " + sighting.evidence();
    }

    @Test
    void onlyProcessOfTheUserInTheGroupIsInferred() throws IOException {
        long web = group("system.slice/web.service");
        process(41, "/system.slice/web.service");
        process(42, "/system.slice/other.service");
        Sighting seen = look(web);
        assertEquals("web41 Inferred[candidates=1]", told(seen));
        assertEquals(WEB, seen.owner().belongsTo());
    }

    @Test
    void nobodyIsInferredInAnotherNamespace() throws IOException {
        long web = group("system.slice/web.service");
        process(41, "/system.slice/web.service");
        assertEquals("alice Exact[]", told(look(KernelRow.listener(80, ALICE_UID, web).inNamespace(4711)).getFirst()));
    }

    @Test
    void severalProcessesLeaveTheUnitAlone() throws IOException {
        long web = group("system.slice/web.service");
        process(41, "/system.slice/web.service");
        process(42, "/system.slice/web.service");
        Sighting seen = look(web);
        assertEquals(new Owner.Service(WEB, ALICE), seen.owner());
        assertEquals(new Evidence.Inferred(2), seen.evidence());
    }

    @Test
    void unitAloneIsExactWhereNoProcessOfTheUserIsInIt() throws IOException {
        long web = group("system.slice/web.service");
        process(41, "/system.slice/web.service");
        tree.file("41/status", "Name:\tx\nUid:\t33\t33\t33\t33\n");
        assertEquals("web.service of alice Exact[]", told(look(web)));
    }

    @Test
    void containerIsNamedLikeAUnit() throws IOException {
        String id = "0123456789abcdef".repeat(4);
        long container = group("system.slice/docker-" + id + ".scope");
        assertEquals(new Owner.Service(new Belonging.Container("0123456789ab", "docker"), ALICE), look(container).owner());
    }

    @Test
    void withoutAUnitOnlyASingleProcessIsNamed() throws IOException {
        long root = group("");
        Holder first = process(41, "/");
        assertEquals("web41 Inferred[candidates=1]", told(look(root)));
        process(42, "/");
        assertEquals("alice Exact[]", told(look(root)));
        end(first);
        assertEquals("web42 Inferred[candidates=1]", told(look(root)));
    }

    @Test
    void unknownGroupAndNoneSayNothing() throws IOException {
        process(41, "/");
        assertEquals("alice Exact[]", told(look(Long.MAX_VALUE)));
        assertEquals("alice Exact[]", told(look(0)));
        assertEquals(0, neighbours.read());
    }

    @Test
    void processThatEndsIsNoCandidateAnyMore() throws IOException {
        long web = group("web.service");
        Holder only = process(41, "/web.service");
        assertEquals("web41 Inferred[candidates=1]", told(look(web)));
        end(only);
        assertEquals("web.service of alice Exact[]", told(look(web)));
    }

    @Test
    void processThatStartsMakesACandidateMore() throws IOException {
        long web = group("web.service");
        process(41, "/web.service");
        look(web);
        process(42, "/web.service");
        assertEquals("web.service of alice Inferred[candidates=2]", told(look(web)));
    }

    @Test
    void youngProcessIsFollowedIntoItsGroup() throws IOException {
        long web = group("web.service");
        look(web);
        process(41, "/init.scope");
        assertEquals("web.service of alice Exact[]", told(look(web)));
        tree.file("41/cgroup", "0::/web.service\n");
        assertEquals("web41 Inferred[candidates=1]", told(look(web)));
    }

    @Test
    void threadsOfTheKernelZombiesAndReadableProcessesAreNoCandidates() throws IOException {
        long web = group("web.service");
        process(41, "/web.service");
        tree.file("41/stat", "41 (kworker) S 2 0 0 0 -1 2097152 0 0 0 0 0 0 0 0 20 0 1 0 4100 0 0\n");
        process(42, "/web.service");
        tree.stat(42, "gone", 'Z', 1, 4200);
        Holder readable = process(43, "/web.service");
        readable.hidden = false;
        readable.walked = 1;
        assertEquals("web.service of alice Exact[]", told(look(web)));
    }

    @Test
    void processWhoseFirstThreadEndedStaysACandidate() throws IOException {
        long web = group("web.service");
        process(41, "/web.service");
        tree.stat(41, "web41", 'Z', 3, 4100);
        assertEquals("web41 Inferred[candidates=1]", told(look(web)));
    }

    @Test
    void ticksWithoutNewsReadNothingAndGiveTheSameObject() throws IOException {
        long web = group("web.service");
        process(41, "/web.service");
        process(42, "/other.service");
        Sighting first = look(web);
        int read = neighbours.read();
        for (int i = tick + 1; i < Neighbours.ROUND; i++) {
            assertSame(first, look(web));
        }
        assertEquals(2, read);
        assertEquals(read, neighbours.read());
    }

    @Test
    void processThatRunsAnotherProgramIsRenamedWithinARound() throws IOException {
        long web = group("web.service");
        process(41, "/web.service");
        Sighting first = look(web);
        tree.stat(41, "other", 'S', 1, 4100);
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= Neighbours.ROUND; i++) {
            names.add(told(look(web)));
        }
        assertEquals("web41 Inferred[candidates=1]", told(first));
        assertEquals("other Inferred[candidates=1]", names.getLast());
    }

    @Test
    void processThatMovesToAnotherGroupIsFollowedWithinARound() throws IOException {
        long web = group("web.service");
        process(41, "/web.service");
        look(web);
        tree.file("41/cgroup", "0::/other.service\n");
        Sighting last = look(web);
        for (int i = 0; i <= Neighbours.ROUND; i++) {
            last = look(web);
        }
        assertEquals("web.service of alice Exact[]", told(last));
    }

    @Test
    void newProcessesAreReadAPartATickAndNobodyIsInferredBefore() throws IOException {
        long web = group("web.service");
        process(41, "/web.service");
        look(web);
        int read = neighbours.read();
        for (int pid = 100; pid < 100 + 2 * Neighbours.MOST; pid++) {
            process(pid, "/other.service");
        }
        assertEquals("web.service of alice Exact[]", told(look(web)));
        assertEquals(read + Neighbours.MOST, neighbours.read());
        for (int i = 0; i < 8; i++) {
            look(web);
            assertTrue(neighbours.read() <= read + (i + 2) * Neighbours.MOST);
        }
        assertEquals("web41 Inferred[candidates=1]", told(look(web)));
    }

    @Test
    void processesAreLeftAloneOnceNoSocketIsHidden() throws IOException {
        long web = group("web.service");
        process(41, "/web.service");
        look(web);
        int read = neighbours.read();
        for (int i = 0; i < 3 * Neighbours.ROUND; i++) {
            look(new KernelRow[0]);
        }
        assertEquals(read, neighbours.read());
        assertNotEquals(0, read);
    }

    @Test
    void serviceStartedLaterIsNamedWithinSeconds() throws IOException {
        look(group("web.service"));
        KernelRow later = KernelRow.listener(81, ALICE_UID, group("later.service"));
        assertEquals("alice Exact[]", told(look(later).getFirst()));
        look(later);
        Sighting seen = look(later).getFirst();
        assertEquals("later.service of alice Exact[]", told(seen));
    }
}
