package quaywatch.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.app.StartedProgram.Run;
import quaywatch.control.Child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Ports held in every way there is are freed by the program itself; that they are free is proven by a bind of this test. */
@EnabledOnOs(OS.LINUX)
class FreeEveryHoldTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    /** Binds every IPv4 and every IPv6 address, as a server does. */
    private static void provesFree(int port) throws IOException {
        for (StandardProtocolFamily family : List.of(StandardProtocolFamily.INET, StandardProtocolFamily.INET6)) {
            try (ServerSocketChannel own = ServerSocketChannel.open(family)) {
                own.bind(new InetSocketAddress(InetAddress.ofLiteral(family == StandardProtocolFamily.INET ? "0.0.0.0" : "::"), port));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            return socket.getLocalPort();
        }
    }

    private static int started(Child child) throws IOException {
        String said = child.line();
        assumeTrue(said.matches("\\d+"), "skipped, " + said);
        return Integer.parseInt(said);
    }

    private static Run free(int port, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("free", Integer.toString(port), "--yes", "--json"));
        words.addAll(List.of(options));
        return StartedProgram.run(words.toArray(String[]::new));
    }

    private static void frees(int port, Child... holders) throws Exception {
        Run run = free(port, "--no-watch");
        assertEquals(0, run.code(), run::toString);
        assertEquals("ended", run.only().get("result").getAsString());
        for (Child holder : holders) {
            assertEquals(128 + 15, holder.exitCode());
        }
        provesFree(port);
    }

    private static String script(String name) {
        return Path.of("src/test/python", name).toAbsolutePath().toString();
    }

    @ParameterizedTest
    @CsvSource({"listen, 127.0.0.2", "listen, 0.0.0.0", "listen, ::", "v6only, ::", "bound, 127.0.0.1", "bound, 0.0.0.0"})
    void portHeldInThisWayIsFreed(String how, String address) throws Exception {
        try (Child child = Child.start("holding.py", how, address)) {
            frees(started(child), child);
        }
    }

    @Test
    void allWhoHoldThePortAtOneAddressEachAreStopped() throws Exception {
        try (Child one = Child.start("holding.py", "listen", "127.0.0.1")) {
            int port = started(one);
            try (Child two = Child.start("holding.py", "listen", "127.0.0.2", Integer.toString(port))) {
                assertEquals(port, started(two));
                frees(port, one, two);
            }
        }
    }

    @Test
    void connectionsInTimeWaitStayAndAreNoObstacle() throws Exception {
        try (Child child = Child.start("hanging_up.py")) {
            int port = started(child);
            try (Socket client = new Socket(HERE, port)) {
                assertEquals(-1, client.getInputStream().read());
            }
            frees(port, child);
            Run left = StartedProgram.run("list", "lport:" + port + " state:time_wait", "--json");
            assertEquals(0, left.code(), left::toString);
        }
    }

    @Test
    void fourHoldersOfAServerThatForkedItsWorkersAllEnd() throws Exception {
        try (Child child = Child.start("prefork.py")) {
            String[] told = child.line().split(" ");
            List<ProcessHandle> workers = Stream.of(told).skip(1).map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow()).toList();
            assertEquals(3, workers.size());
            try {
                int port = Integer.parseInt(told[0]);
                Run plan = StartedProgram.run("free", told[0], "--dry-run");
                assertTrue(
                        plan.out().contains("share port " + port)
                                && plan.out().contains("python3 " + child.pid() + " starts its workers again"),
                        plan::toString);
                frees(port, child);
                // Somebody else has to bury them, now that their parent has ended.
                workers.forEach(worker -> worker.onExit().orTimeout(20, TimeUnit.SECONDS).join());
            } finally {
                workers.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    @Test
    void parentThatStartsItsChildAgainAtOnceIsNamedAndItsNewChildLives() throws Exception {
        int port = freePort();
        Child keeper = Child.start("keeper.py", Integer.toString(port), "2");
        try {
            String first = keeper.line();
            Run run = free(port);
            assertEquals(6, run.code(), run::toString);
            assertEquals("respawned", run.only().get("result").getAsString());
            String text = run.only().get("text").getAsString();
            assertTrue(text.contains("python3 " + keeper.pid() + " started it"), text);
            String second = keeper.line();
            assertFalse(first.equals(second));
            assertEquals(second, run.only().getAsJsonArray("held_by").get(0).getAsJsonObject().get("pid").getAsString());
        } finally {
            endsWithAllBelow(ProcessHandle.of(keeper.pid()));
            keeper.close();
        }
    }

    /** The parent first, so that it starts nothing more. */
    private static void endsWithAllBelow(Optional<ProcessHandle> parent) {
        List<ProcessHandle> below = parent.stream().flatMap(ProcessHandle::descendants).toList();
        parent.ifPresent(ProcessHandle::destroyForcibly);
        below.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void shellThatStartsItsServerInALoopIsAskedFirst() throws Exception {
        int port = freePort();
        Process shell = new ProcessBuilder("/bin/sh", "-c", "while true; do python3 " + script("at_port.py") + " " + port + "; done")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var output = shell.inputReader()) {
            assertTrue(output.readLine().matches("\\d+"));
            Run run = free(port);
            assertEquals(0, run.code(), run::toString);
            assertEquals("parent", run.only().get("lever").getAsString());
            assertEquals(128 + 15, shell.waitFor());
            provesFree(port);
        } finally {
            endsWithAllBelow(Optional.of(shell.toHandle()));
        }
    }

    @Test
    void holderInAnotherNetworkNamespaceIsLeftAlone() throws Exception {
        try (Child here = Child.start("holding.py", "listen", "127.0.0.1")) {
            int port = started(here);
            try (Child apart = Child.start("holding.py", "apart", Integer.toString(port))) {
                assertEquals(port, started(apart));
                frees(port, here);
                Run again = free(port);
                assertEquals(1, again.code(), again::toString);
                assertEquals("not_held", again.only().get("result").getAsString());
                assertTrue(again.only().get("text").getAsString().contains("another network namespace"), again::toString);
                assertTrue(ProcessHandle.of(apart.pid()).orElseThrow().isAlive());
            }
        }
    }
}
