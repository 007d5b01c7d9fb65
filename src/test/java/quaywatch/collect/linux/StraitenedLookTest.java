package quaywatch.collect.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What is told where descriptors run out or rights are missing; each in a child, so that this process keeps its own. */
class StraitenedLookTest {

    private static final List<String> AS_OTHER = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @BeforeEach
    void needsLinux() {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "this machine has no readable socket table");
    }

    @Test
    void walkWithoutDescriptorsIsIncompleteAndKeepsWhatWasKnown() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            String told = run(List.of("sh", "-c", "ulimit -n 60; exec \"$@\"", "sh"), server.getLocalPort() + "", "exhaust");
            assertEquals("complete false, hidden false, troubles 3, Processes Exact[]", told);
        }
    }

    @Test
    void ordinaryUserIsToldAtLeastTheUserOfAnothersSocket() throws Exception {
        assumeOther();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            String told = run(AS_OTHER, server.getLocalPort() + "");
            String only = "only " + System.getProperty("user.name") + " Exact\\[]";
            String more = "(process " + ProcessHandle.current().pid() + "|service \\S+) \\S+";
            assertTrue(told.matches("complete true, hidden true, troubles 0, (" + only + "|" + more + ")"), told);
        }
    }

    @Test
    void ordinaryUserIsToldTheUnitAndTheOnlyProcessInIt() throws Exception {
        assumeOther();
        try (MadeGroup group = MadeGroup.make("quaywatch-test-" + ProcessHandle.current().pid() + ".service")) {
            Process holder = group.start(java(OneListener.class));
            String port = holder.inputReader().readLine();
            assertNotNull(port, "the listener has not started");
            String clear = "complete true, hidden true, troubles 0, ";
            assertEquals(clear + "process " + holder.pid() + " Inferred[candidates=1]", run(AS_OTHER, port));
            Process other = group.start(List.of("cat"));
            assertEquals(clear + "service " + group.name() + " Inferred[candidates=2]", run(AS_OTHER, port));
            group.end(other);
            assertEquals(clear + "process " + holder.pid() + " Inferred[candidates=1]", run(AS_OTHER, port));
        }
    }

    @Test
    void ordinaryUserHearsOfEveryEnd() throws Exception {
        assumeOther();
        String told = runClass(AS_OTHER, EndsHeard.class);
        assumeTrue(!told.startsWith("tells false"), "the kernel does not tell of ended sockets here");
        assertEquals("tells true, lost false, heard 1000, sent 10000", told);
    }

    private static void assumeOther() throws InterruptedException {
        List<String> trial = new ArrayList<>(AS_OTHER);
        trial.addAll(List.of("test", "-r", Path.of("target/test-classes").toAbsolutePath().toString()));
        assumeTrue(works(trial), "may not start a program as another user, or that user can't read the classes");
    }

    private static boolean works(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String run(List<String> before, String... arguments) throws Exception {
        return runClass(before, OneLook.class, arguments);
    }

    private static String runClass(List<String> before, Class<?> main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.addAll(java(main));
        command.addAll(List.of(arguments));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), told);
        return told.strip();
    }

    private static List<String> java(Class<?> program) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"), program.getName());
    }
}
