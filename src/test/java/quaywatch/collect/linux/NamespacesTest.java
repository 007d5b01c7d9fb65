package quaywatch.collect.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.kernel.Inodes;
import quaywatch.kernel.ProcFs;
import quaywatch.model.Evidence;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Sockets of other network namespaces: a tree made by hand, and real ones. */
class NamespacesTest {

    private final Tree tree;
    private final ProcFs fs;
    private final Inodes inodes;
    private final Namespaces namespaces;
    private final List<Holder> processes = new ArrayList<>();
    private List<Long> putOff = List.of();
    /** What each reading of a namespace takes, by the clock that moves by so much each time it is asked. */
    private long cost;
    private long clock;
    private int tick;

    NamespacesTest(@TempDir Path folder) throws IOException {
        tree = new Tree(folder);
        fs = new ProcFs(folder);
        inodes = new Inodes(folder);
        namespaces = new Namespaces(fs, inodes, () -> clock += cost);
        tree.file("self/net/tcp", Tree.HEAD);
    }

    @AfterEach
    void removeLinks() throws IOException {
        tree.removeLinks();
    }

    private Holder process(int pid, String... rows) throws IOException {
        tree.file(pid + "/net/tcp", Tree.HEAD + String.join("\n", rows) + "\n");
        Holder holder = new Holder(pid, tick + 1);
        processes.add(holder);
        return holder;
    }

    private List<String> read() {
        tick++;
        List<String> told = new ArrayList<>();
        putOff = namespaces.read(processes, tick, false, row -> told.add(row.localPort() + " in " + row.namespace()));
        return told;
    }

    @Test
    void rowsCarryTheInodeOfTheTablesOfTheirNamespace() throws IOException {
        process(41, Tree.listener(80, 0, 7), Tree.listener(81, 0, 8));
        process(42, Tree.listener(80, 0, 9));
        assertEquals(
                List.of("80 in " + inodes.of(41, "/net/tcp"), "81 in " + inodes.of(41, "/net/tcp"), "80 in " + inodes.of(42, "/net/tcp")),
                read());
    }

    @Test
    void processesAreAskedOnceWhereNoneIsElsewhere() throws IOException {
        for (int pid = 41; pid < 44; pid++) {
            processes.add(new Holder(pid, 1));
        }
        for (int i = 0; i < 50; i++) {
            assertEquals(List.of(), read());
        }
        assertEquals(3, namespaces.asked());
    }

    @Test
    void youngProcessThatEntersANamespaceIsFollowed() throws IOException {
        read();
        process(41);
        tree.delete("41/net/tcp");
        assertEquals(List.of(), read());
        tree.file("41/net/tcp", Tree.HEAD + Tree.listener(80, 0, 7) + "\n");
        assertEquals(List.of("80 in " + inodes.of(41, "/net/tcp")), read());
    }

    @Test
    void namespaceEndsWithItsLastProcess() throws IOException {
        Holder only = process(41, Tree.listener(80, 0, 7));
        read();
        only.ended = true;
        processes.clear();
        assertEquals(List.of(), read());
    }

    @Test
    void machineThatDoesNotTellItsOwnTablesIsLeftAlone() throws IOException {
        tree.delete("self/net/tcp");
        process(41, Tree.listener(80, 0, 7));
        assertEquals(List.of(), read());
        assertEquals(0, namespaces.asked());
    }

    @Test
    void namespaceThatTakesLongIsReadRarelyAndKeptMeanwhile() throws IOException {
        process(41, Tree.listener(80, 0, 7));
        long inside = inodes.of(41, "/net/tcp");
        cost = 3 * Namespaces.ALLOWED;
        assertEquals(List.of("80 in " + inside), read());
        for (int i = 0; i < 4; i++) {
            assertEquals(List.of(), read());
            assertEquals(List.of(inside), putOff);
            assertEquals(List.of(), read());
            assertEquals(List.of("80 in " + inside), read());
            assertEquals(List.of(), putOff);
        }
    }

    @Test
    void noneIsPutOffForLongerThanTheRarest() throws IOException {
        process(41, Tree.listener(80, 0, 7));
        cost = 1_000 * Namespaces.ALLOWED;
        int reads = 0;
        for (int i = 0; i < 3 * Namespaces.RAREST + 1; i++) {
            reads += read().size();
        }
        assertEquals(4, reads);
    }

    @Test
    void namespaceIsReadAtOnceWhenAProcessInItComesOrGoes() throws IOException {
        Holder first = process(41, Tree.listener(80, 0, 7));
        cost = 5 * Namespaces.ALLOWED;
        read();
        assertEquals(List.of(), read());
        Files.createDirectories(fs.root().resolve("42/net"));
        Files.createLink(fs.root().resolve("42/net/tcp"), fs.root().resolve("41/net/tcp"));
        Holder second = new Holder(42, tick + 1);
        processes.add(second);
        assertEquals(1, read().size());
        assertEquals(List.of(), read());
        first.ended = true;
        processes.remove(first);
        assertEquals(1, read().size());
        assertEquals(List.of(), read());
    }

    // ---- real ones

    @Test
    void socketOfARealNamespaceIsToldWithItsHolder() throws Exception {
        assumeTrue(mayUnshare(), "may not make a network namespace");
        Process child = new ProcessBuilder(unshared(java(OneListener.class))).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (LinuxSocketSource source = LinuxSocketSource.netlink(Clock.systemUTC(), Runnable::run)) {
            String port = child.inputReader().readLine();
            assertNotNull(port, "the listener has not started");
            Sighting seen = of(source, Integer.parseInt(port), child.pid());
            assertNotEquals(0, seen.socket().namespace());
            assertEquals(Exposure.NAMESPACE, seen.socket().exposure());
            assertEquals(Evidence.EXACT, seen.evidence());
            assertSame(seen, of(source, Integer.parseInt(port), child.pid()));
        } finally {
            child.getOutputStream().close();
            child.onExit().join();
        }
    }

    @Test
    void samePortInsideAndOutsideAreTwoSockets() throws Exception {
        assumeTrue(mayUnshare(), "may not make a network namespace");
        Process child = new ProcessBuilder(unshared(java(OneListener.class))).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (LinuxSocketSource source = LinuxSocketSource.netlink(Clock.systemUTC(), Runnable::run)) {
            String port = child.inputReader().readLine();
            assertNotNull(port, "the listener has not started");
            int number = Integer.parseInt(port);
            try (ServerSocket _ = new ServerSocket(number, 5, InetAddress.ofLiteral("127.0.0.1"))) {
                Sighting inside = of(source, number, child.pid());
                Sighting outside = of(source, number, ProcessHandle.current().pid());
                assertEquals(0, outside.socket().namespace());
                assertNotEquals(inside.socket().key(), outside.socket().key());
            }
        } finally {
            child.getOutputStream().close();
            child.onExit().join();
        }
    }

    private static Sighting of(LinuxSocketSource source, int port, long pid) throws Exception {
        List<Sighting> all = source.sample().sightings();
        return all.stream()
                .filter(it -> it.socket().protocol() == Protocol.TCP && it.socket().local().port() == port
                        && it.owner() instanceof Owner.Processes owner && owner.first().id().pid() == pid)
                .findFirst().orElseThrow(() -> new AssertionError(all.toString()));
    }

    /** Loopback is down in a new namespace, yet it can be bound to. */
    private static List<String> unshared(List<String> command) {
        List<String> whole = new ArrayList<>(List.of("unshare", "--net"));
        whole.addAll(command);
        return whole;
    }

    private static boolean mayUnshare() throws InterruptedException {
        try {
            return new ProcessBuilder(unshared(List.of("true"))).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> java(Class<?> program) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp",
                System.getProperty("java.class.path"), program.getName());
    }
}
