package quaywatch.app;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import quaywatch.app.StartedProgram.Run;
import quaywatch.control.Child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The program itself, ending children of this test by their numbers. */
@EnabledOnOs(OS.LINUX)
class KillEndToEndTest {

    private static String[] numbers(Child child) throws Exception {
        return child.line().split(" ");
    }

    /** Gone, or a zombie that nobody has waited for. */
    private static boolean lives(String pid) throws Exception {
        Path stat = Path.of("/proc", pid, "stat");
        return Files.exists(stat) && !Files.readString(stat).matches("(?s).*\\) [ZX] .*");
    }

    @Test
    void processWithoutASocketEndsAndItsChildRunsOn() throws Exception {
        try (Child child = Child.start("tree.py")) {
            String[] pids = numbers(child);
            Run run = StartedProgram.run("kill", pids[0], "--yes");
            assertEquals(0, run.code(), run::toString);
            assertEquals("", run.err());
            assertTrue(run.out().contains("1 child process. python3 " + pids[1]), run::toString);
            assertTrue(run.out().endsWith("python3 " + pids[0] + " ended.\n"), run::toString);
            assertEquals(128 + 15, child.exitCode());
            assertTrue(lives(pids[1]));
            Run rest = StartedProgram.run("kill", pids[1], "--yes", "--json");
            assertEquals(0, rest.code(), rest::toString);
            assertEquals("ended", rest.only().get("result").getAsString());
            assertFalse(lives(pids[1]));
        }
    }

    @Test
    void stubbornTreeIsForced() throws Exception {
        try (Child child = Child.start("tree.py", "stubborn")) {
            String[] pids = numbers(child);
            Run run = StartedProgram.run("kill", pids[0], "--tree", "--yes", "--json", "--force-after", "0.5");
            assertEquals(0, run.code(), run::toString);
            assertEquals("tree", run.only().get("lever").getAsString());
            assertEquals(128 + 9, child.exitCode());
            assertFalse(lives(pids[1]));
        }
    }

    @Test
    void threadIsNoProcess() throws Exception {
        String self = Long.toString(ProcessHandle.current().pid());
        String thread = Files.list(Path.of("/proc", self, "task")).map(task -> task.getFileName().toString())
                .filter(id -> !id.equals(self)).findFirst().orElseThrow();
        Run run = StartedProgram.run("kill", thread, "--yes");
        assertEquals(1, run.code(), run::toString);
        assertEquals("There is no process " + thread + ".\n", run.err());
    }

    @Test
    void shellThatStartedItIsWarnedOfAndNothingIsDoneWithoutAYes() throws Exception {
        Run run = StartedProgram.run("kill", Long.toString(ProcessHandle.current().pid()), "--dry-run");
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().contains("Quaywatch was started by java " + ProcessHandle.current().pid()), run::toString);
        Run asked = StartedProgram.run("kill", Long.toString(ProcessHandle.current().pid()));
        assertEquals(2, asked.code(), asked::toString);
    }

    @Test
    void madeUpProcessIsEndedToo() throws Exception {
        Run plan = StartedProgram.run("kill", "24187", "--demo", "--dry-run");
        assertTrue(plan.out().contains("systemd starts it again 2 s after it ends. Restart=always"), plan::toString);
        Run run = StartedProgram.run("kill", "25402", "--demo", "--yes");
        assertEquals(0, run.code(), run::toString);
        assertTrue(run.out().endsWith("node 25402 ended. Watched for 10 s, nothing came back.\n"), run::toString);
    }

    @Test
    void whatIsStartedAgainAtOnceIsToldWithItsPort() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        try (Child keeper = Child.start("keeper.py", Integer.toString(port), "2")) {
            String first = keeper.line();
            Run run = StartedProgram.run("kill", first, "--yes", "--json");
            assertEquals(6, run.code(), run::toString);
            assertEquals("respawned", run.only().get("result").getAsString());
            String second = keeper.line();
            try {
                String text = run.only().get("text").getAsString();
                assertTrue(text.startsWith("Port " + port + " is held again. python3 " + first + " ended, and python3 " + second
                        + " took the port."), text);
                assertTrue(text.contains("python3 " + keeper.pid() + " started it"), text);
                JsonObject taker = run.only().getAsJsonArray("held_by").get(0).getAsJsonObject();
                assertEquals(second, taker.get("pid").getAsString());
                assertEquals("python3", taker.get("name").getAsString());
            } finally {
                ProcessHandle.of(Long.parseLong(second)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }
}
