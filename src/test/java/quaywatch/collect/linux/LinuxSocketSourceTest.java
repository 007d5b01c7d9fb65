package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SourceException;
import quaywatch.model.Address;
import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Family;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.SourceReport.Trouble;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Trees built by hand: who owns what, and how that is known. */
class LinuxSocketSourceTest {

    private static final User ALICE = new User(1000, "alice");
    private static final User ROOT = new User(0, "root");
    private static final Owner FORGOTTEN = new Owner.Unknown(Owner.Reason.FORGOTTEN);
    private static final Owner NOT_FOUND = new Owner.Unknown(Owner.Reason.NOT_FOUND);
    private static final Instant BOOT = Instant.ofEpochSecond(1_700_000_000L);

    private final Path folder;
    private final Tree tree;
    private final LinuxSocketSource source;

    LinuxSocketSourceTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        tree = new Tree(folder);
        source = LinuxSocketSource.captured(tree.root(), tree.passwd(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    @AfterEach
    void removeLinks() throws IOException {
        tree.removeLinks();
    }

    private List<Sighting> sightings() throws SourceException {
        return source.sample().sightings();
    }

    private Sighting only() throws SourceException {
        List<Sighting> all = sightings();
        assertEquals(1, all.size(), all::toString);
        return all.getFirst();
    }

    private static List<Long> pids(Sighting sighting) {
        return ((Owner.Processes) sighting.owner()).holders().stream().map(it -> it.id().pid()).toList();
    }

    @Test
    void listenerIsToldWholeWithItsOwner() throws Exception {
        tree.table("tcp", Tree.listener(8080, 1000, 77)).process(42, "orders-api", 77);
        Socket socket = new Socket(Protocol.TCP, Family.IPV4, new Endpoint(Address.v4(0x7f000001), 8080), new Endpoint(Address.ANY_V4, 0),
                SocketState.LISTEN, 77, 0, ALICE, 0, Queues.EMPTY, null);
        ProcessFacts owner = new ProcessFacts(new ProcessId(42, 4200), 1, "orders-api", "orders-api --serve", "/usr/bin/orders_api", "/srv",
                ALICE, BOOT.plusSeconds(42), new Belonging.Unit("42.service", false));
        assertEquals(List.of(new Sighting(socket, new Owner.Processes(List.of(owner)), Evidence.EXACT)), sightings());
    }

    @Test
    void sharedListenerHasAllItsHoldersInOrderOfPid() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77));
        for (int pid : new int[]{103, 9, 101, 102}) {
            tree.process(pid, "web-1", 77, 77);
        }
        Sighting seen = only();
        assertEquals(List.of(9L, 101L, 102L, 103L), pids(seen));
        assertSame(seen, only());
        tree.delete("9");
        assertEquals(List.of(101L, 102L, 103L), pids(only()));
    }

    @Test
    void timeWaitIsForgottenAndNeverRoots() throws Exception {
        tree.table("tcp", "   0: 0100007F:0050 0100007F:A000 06 00000000:00000000 03:00001770 00000000     0        0 0 3 0");
        Sighting seen = only();
        assertEquals(FORGOTTEN, seen.owner());
        assertEquals(Optional.empty(), seen.socket().knownUser());
        assertEquals(BOOT.plusSeconds(5_060), seen.socket().timerEnd());
    }

    @Test
    void timerThatRunsDownAsToldKeepsTheSocket() throws Exception {
        String row = "   0: 0100007F:0050 0100007F:A000 06 00000000:00000000 03:%08X 00000000     0        0 0 3 0";
        tree.table("tcp", row.formatted(6000));
        Sighting before = only();
        tree.table("tcp", row.formatted(5990));
        assertSame(before, only());
        tree.table("tcp", row.formatted(5000));
        assertNotSame(before, only());
    }

    @Test
    void connectionInTheAcceptQueueBelongsToTheListener() throws Exception {
        tree.table("tcp", Tree.listener(80, 0, 77), Tree.row("0100007F:0050", "0100007F:A000", "01", 0, 0)).process(5, "web-1", 77)
                .process(6, "web-1", 77);
        Sighting waiting = sightings().getLast();
        assertEquals(List.of(5L, 6L), pids(waiting));
        assertEquals(new Evidence.Inferred(2), waiting.evidence());
        assertEquals(ROOT, waiting.socket().user());
        assertSame(waiting, sightings().getLast());
    }

    @Test
    void acceptQueueOfAWildcardListenerIsFoundUnlessAnExactOneIsThere() throws Exception {
        String waiting = Tree.row("0100007F:0050", "0100007F:A000", "01", 1000, 0);
        tree.table("tcp", Tree.row("00000000:0050", "00000000:0000", "0A", 1000, 70), waiting).process(5, "web-1", 70).process(6, "db", 71);
        assertEquals(List.of(5L), pids(sightings().getLast()));
        tree.table("tcp", Tree.row("00000000:0050", "00000000:0000", "0A", 1000, 70), Tree.listener(80, 1000, 71), waiting);
        assertEquals(List.of(6L), pids(sightings().getLast()));
    }

    @Test
    void acceptQueueOfAMappedWildcardIsFound() throws Exception {
        String mapped = "0000000000000000FFFF0000";
        String none = "00000000000000000000000000000000:0000";
        tree.table("tcp6", Tree.row(mapped + "00000000:0050", none, "0A", 1000, 70),
                Tree.row(mapped + "0100007F:0050", mapped + "0100007F:A000", "01", 1000, 0)).process(5, "web-1", 70);
        assertEquals(List.of(5L), pids(sightings().getLast()));
    }

    @Test
    void closingSocketWithoutInodeIsForgotten() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77), Tree.row("0100007F:0050", "0100007F:A000", "09", 1000, 0)).process(5, "web-1", 77);
        assertEquals(FORGOTTEN, sightings().getLast().owner());
        assertEquals(ALICE, sightings().getLast().socket().user());
    }

    @Test
    void ownerIsHiddenWhenFdIsUnreadable() throws Exception {
        tree.table("tcp", Tree.listener(80, 0, 77)).process(5, "web-1", 77).delete("5/fd");
        SocketSample sample = source.sample();
        assertEquals(1, sample.report().hiddenProcesses());
        assertEquals(new Owner.UserOnly(ROOT), sample.sightings().getFirst().owner());
    }

    @Test
    void ownerIsNotFoundWhenNobodyHoldsItAndNobodyIsHidden() throws Exception {
        tree.table("tcp", Tree.listener(80, 0, 77)).process(5, "web-1", 78);
        Sighting first = only();
        assertEquals(NOT_FOUND, first.owner());
        assertEquals(Evidence.RESOLVING, first.evidence());
        assertEquals(Evidence.EXACT, only().evidence());
    }

    @Test
    void processThatVanishesBetweenWalkAndFactsIsNoOwner() throws Exception {
        tree.table("tcp", Tree.listener(80, 0, 77)).process(5, "web-1", 77).delete("5/stat");
        assertEquals(NOT_FOUND, only().owner());
    }

    @Test
    void numberUsedAgainIsAnotherProcess() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77)).process(5, "web-1", 77);
        assertEquals("web-1", ((Owner.Processes) only().owner()).first().name());
        tree.process(5, "db", 77).stat(5, "db", 'S', 1, 999);
        ProcessFacts now = ((Owner.Processes) only().owner()).first();
        assertEquals(new ProcessId(5, 999), now.id());
        assertEquals("db", now.name());
    }

    @Test
    void execWithAnotherNameIsNoticedAtOnceAndWithTheSameNameInTime() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77)).process(5, "web-1", 77);
        only();
        tree.file("5/cmdline", "web-1\0--again\0");
        Sighting seen = only();
        for (int tick = 0; tick < 60; tick++) {
            seen = only();
        }
        assertEquals("web-1 --again", ((Owner.Processes) seen.owner()).first().commandLine());
        tree.stat(5, "cache", 'S', 1, 500);
        assertEquals("cache", ((Owner.Processes) only().owner()).first().name());
    }

    @Test
    void socketsOfLiveThreadsUnderADeadLeaderAreFound() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77)).process(5, "db").delete("5/fd").stat(5, "db", 'Z', 3, 500);
        tree.link("5/task/5/cwd", "/").link("5/task/6/fd/0", "/dev/null").link("5/task/7/fd/3", "socket:[77]");
        assertEquals(List.of(5L), pids(only()));
    }

    @Test
    void leaderThatLeavesAnEmptyFolderIsFoundToo() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77)).process(5, "db").delete("5/fd/0").stat(5, "db", 'Z', 2, 500);
        tree.link("5/task/6/fd/3", "socket:[77]");
        assertEquals(List.of(5L), pids(only()));
    }

    @Test
    void socketOfAThreadWithItsOwnDescriptorsIsFoundWhenTheWalkFindsNobody() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77)).process(5, "db", 78);
        tree.link("5/task/5/fd/3", "socket:[78]").link("5/task/6/fd/3", "socket:[77]").link("5/task/6/fd/4", "/dev/null")
                .link("5/task/6/fd/5", "/dev/null");
        assertEquals(NOT_FOUND, only().owner());
        assertEquals(List.of(5L), pids(only()));
        assertEquals(List.of(5L), pids(only()));
    }

    @Test
    void duplicateRowsAreOneSocket() throws Exception {
        String waiting = "   0: 0100007F:0050 0100007F:A000 06 00000000:00000000 03:00001770 00000000     0        0 0 3 0";
        tree.table("tcp", Tree.listener(80, 1000, 77), waiting, Tree.listener(80, 1000, 77), waiting);
        assertEquals(2, sightings().size());
    }

    @Test
    void rowLeftOutOnceIsNotClosedWhileItsHolderHasIt() throws Exception {
        tree.table("udp", Tree.row("0100007F:14E9", "00000000:0000", "07", 1000, 77)).process(5, "cache", 77);
        Sighting seen = only();
        tree.table("udp");
        assertSame(seen, only());
        assertEquals(List.of(), sightings());
    }

    @Test
    void rowLeftOutOnceIsClosedWhenItsHolderLetGo() throws Exception {
        tree.table("udp", Tree.row("0100007F:14E9", "00000000:0000", "07", 1000, 77)).process(5, "cache", 77);
        only();
        tree.table("udp").delete("5/fd/3");
        assertEquals(List.of(), sightings());
    }

    @Test
    void mappedPeersKeepTheSixthFamilyAndShowAsTheFourth() throws Exception {
        tree.table("tcp6", Tree.row("0000000000000000FFFF00000100007F:0050", "0000000000000000FFFF00000100007F:A000", "01", 1000, 77));
        Socket socket = only().socket();
        assertEquals(Family.IPV6, socket.family());
        assertEquals("127.0.0.1:80 127.0.0.1:40960", socket.local() + " " + socket.remote());
    }

    @Test
    void linkLocalEndsAreNamedWithTheirInterface() throws Exception {
        tree.file("net/if_inet6",
                "fe80000000000000020000fffe000001 02 40 20 80     eth0\nfe800000000000000000000000000009 02 40 20 80 eth0\n"
                        + "fe800000000000000000000000000009 03 40 20 80 eth1\ngarbage\n\nfe80");
        String known = "000080FE00000000FF000002010000FE:0050";
        String shared = "000080FE000000000000000009000000:0050";
        String peer = "000080FE000000000000000002000000:A000";
        tree.table("tcp6", Tree.row(known, peer, "01", 1000, 77), Tree.row(shared, peer, "01", 1000, 78));
        List<Sighting> seen = sightings();
        assertEquals(List.of("[fe80::200:ff:fe00:1%eth0]:80 [fe80::2%eth0]:40960", "[fe80::9]:80 [fe80::2]:40960"),
                seen.stream().map(it -> it.socket().local() + " " + it.socket().remote()).toList());
        assertSame(seen.getFirst().socket(), sightings().getFirst().socket());
    }

    @Test
    void missingTableIsATroubleAndTheOthersAreRead() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77)).delete("net/udp");
        SocketSample sample = source.sample();
        assertEquals(List.of(new Trouble("udp", "No such file or directory")), sample.report().troubles());
        assertEquals(1, sample.sightings().size());
    }

    @Test
    void kernelWithoutTheSixthFamilyIsNoTrouble() throws Exception {
        tree.delete("net/tcp6").delete("net/udp6").delete("net/raw6");
        assertEquals(List.of(), source.sample().report().troubles());
        tree.file("net/if_inet6", "");
        assertEquals(3, source.sample().report().troubles().size());
    }

    @Test
    void treeWithoutTablesIsAnErrorInWords() throws Exception {
        tree.delete("net");
        SourceException failure = assertThrows(SourceException.class, source::sample);
        assertEquals("No socket table under " + folder + " can be read: No such file or directory", failure.getMessage());
    }

    @Test
    void oddLinesAreCountedPerSample() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77), "garbage", "\u0000\u0001").table("udp6", "   0: ");
        assertEquals(3, source.sample().report().oddLines());
        assertEquals(3, source.sample().report().oddLines());
    }

    @Test
    void hostileNameIsKeptRaw() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77)).process(5, ") R 1\n \u001b[31m \u00ff", 77);
        assertEquals(") R 1\n \u001b[31m \ufffd", ((Owner.Processes) only().owner()).first().name());
    }

    @Test
    void commandLineOfMegabytesIsCut() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77)).process(5, "db", 77).file("5/cmdline", "x".repeat(1_800_040));
        assertEquals("x".repeat(4096) + "…", ((Owner.Processes) only().owner()).first().commandLine());
    }

    @Test
    void starterIsNamedWhereNoUnitIs() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77)).process(5, "bash").process(6, "db", 77).file("6/cgroup", "0::/\n");
        tree.file("6/stat", "6 (db) S 5 6 6 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 1 0 600 0 0\n");
        assertEquals(new Belonging.StartedBy("bash"), ((Owner.Processes) only().owner()).first().belongsTo());
        tree.stat(6, "db", 'S', 1, 600);
        assertEquals(new Belonging.StartedBy("bash"), ((Owner.Processes) only().owner()).first().belongsTo());
        tree.stat(6, "db", 'S', 1, 601);
        assertEquals(null, ((Owner.Processes) only().owner()).first().belongsTo());
    }

    @Test
    void unknownUserIsNamedByItsNumberAndRenamedWithTheFile() throws Exception {
        tree.table("tcp", Tree.listener(80, 1234, 77));
        assertEquals(new User(1234, "1234"), only().socket().user());
        tree.file("passwd", "bob:x:1234:1::\n");
        Files.setLastModifiedTime(tree.passwd(), FileTime.fromMillis(5));
        assertEquals(new User(1234, "bob"), only().socket().user());
    }

    @Test
    void oddProcessFoldersAreNoProcesses() throws Exception {
        tree.table("tcp", Tree.listener(80, 1000, 77)).process(5, "db", 77).file("99999999999999999999/stat", "").file("12a/stat", "")
                .file("7/stat", "garbage").file("self", "");
        assertEquals(List.of(5L), pids(only()));
    }

    @Test
    void thousandsOfSocketsKeepTheirObjects() throws Exception {
        String[] rows = new String[3_000];
        long[] inodes = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Tree.row("0100007F:%04X".formatted(1024 + i), "0200007F:01BB", i % 3 == 0 ? "06" : "01", 1000,
                    i % 3 == 0 ? 0 : 5_000 + i);
            inodes[i] = 5_000 + i;
        }
        tree.table("tcp", rows).process(5, "cache", inodes);
        List<Sighting> before = sightings();
        List<Sighting> after = sightings();
        assertEquals(3_000, before.size());
        for (int i = 0; i < before.size(); i++) {
            assertSame(before.get(i), after.get(i));
        }
    }
}
