package quaywatch.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

import com.google.gson.JsonElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import quaywatch.app.StartedProgram.Run;
import quaywatch.control.Child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The program itself, stopping children of this test. */
@EnabledOnOs(OS.LINUX)
class FreeEndToEndTest {

    private static final long PATIENCE = 90;

    private static void bind(int port) throws IOException {
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void listenerThatIgnoresSigtermIsForcedAndThePortProvenFree() throws Exception {
        try (Child child = Child.start("listener.py", "stubborn")) {
            int port = child.port();
            Run run = StartedProgram.run("free", Integer.toString(port), "--yes", "--json", "--force-after", "0.5");
            assertEquals(0, run.code(), run::toString);
            assertEquals("", run.err());
            assertEquals(128 + 9, child.exitCode());
            bind(port);
            assertEquals("ended", run.only().get("result").getAsString());
            assertEquals(10, run.only().get("watched_seconds").getAsInt());
            for (JsonElement tried : run.only().getAsJsonArray("binds")) {
                assertTrue(tried.getAsJsonObject().get("result").getAsString().matches("free|not_available"), run::toString);
            }
            String deed = Files.readAllLines(StartedProgram.STATE.resolve("quaywatch/journal.jsonl")).getLast();
            assertTrue(deed.contains("\"signals\":[\"TERM\",\"KILL\"]") && deed.contains("\"result\":\"ended\"")
                    && deed.contains("python3\",\"src/test/python/listener.py\",\"stubborn\"]"), deed);
        }
    }

    @Test
    void withoutATerminalAndYesNothingIsSent() throws Exception {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Run asked = StartedProgram.run("free", Integer.toString(port));
            assertEquals(2, asked.code(), asked::toString);
            assertTrue(asked.err().contains("--yes"), asked::toString);
            Run planned = StartedProgram.run("free", Integer.toString(port), "--dry-run");
            assertEquals(0, planned.code(), planned::toString);
            assertTrue(planned.out().contains("python3 " + child.pid()), planned::toString);
            assertTrue(child.answers(port));
        }
    }

    @Test
    void severalPortsAreFreedTogetherAndAClientRunsOn() throws Exception {
        try (Child one = Child.start("listener.py"); Child two = Child.start("listener.py")) {
            int first = one.port();
            int second = two.port();
            try (Child client = Child.start("client.py", Integer.toString(first))) {
                assertEquals("connected", client.line());
                Run run = StartedProgram.run("free", Integer.toString(first), Integer.toString(second), "--yes", "--no-watch");
                assertEquals(0, run.code(), run::toString);
                assertTrue(run.out().endsWith("2 of 2 ports are free.\n"), run::toString);
                assertEquals(128 + 15, one.exitCode());
                assertEquals(128 + 15, two.exitCode());
                bind(first);
                bind(second);
                assertEquals("cut", client.line());
                client.say("still here?");
                assertEquals("still here?", client.line());
            }
        }
    }

    @Test
    void interruptStopsWaitingWithSevenAndTheOutcome() throws Exception {
        try (Child child = Child.start("listener.py", "stubborn")) {
            int port = child.port();
            Process process = StartedProgram.start("free", Integer.toString(port), "--yes", "--no-force", "--timeout", "60");
            try (var reader = process.inputReader()) {
                String line = reader.readLine();
                while (line != null && !line.startsWith("Waiting for")) {
                    line = reader.readLine();
                }
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
                String rest = String.join("\n", reader.lines().toList());
                assertTrue(rest.contains("was asked to end and may still do so"), rest);
                assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS));
                assertEquals(7, process.exitValue());
                assertTrue(child.answers(port));
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void madeUpMachineIsFreedToo() throws Exception {
        Run run = StartedProgram.run("free", "8080", "--demo", "--yes", "--no-watch", "--json");
        assertEquals(0, run.code(), run::toString);
        assertEquals("ended", run.only().get("result").getAsString());
    }
}
