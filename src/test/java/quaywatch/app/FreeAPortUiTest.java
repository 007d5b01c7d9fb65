package quaywatch.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.control.Child;
import quaywatch.model.ProcessId;
import quaywatch.ui.UiTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The main job with no fake in it: a real listener of another process, its port typed into the real window, the process stopped through the
 * dialog by keyboard, and the port bound by this test itself. A client of that port goes on living.
 */
@UiTest
class FreeAPortUiTest {

    private final List<ProcessHandle> started = new ArrayList<>();
    private RealWindow window;

    @Start
    void open(Stage stage) {
        window = RealWindow.open(stage);
    }

    @Stop
    void close() {
        window.close();
    }

    @AfterEach
    void endChildren() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void typingAPortAndStoppingItsHolderFreesIt() throws Exception {
        Process server = new ProcessBuilder("python3", "-u", "-m", "http.server", "--bind", "127.0.0.1", "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        started.add(server.toHandle());
        String serving = server.inputReader().readLine();
        int port = Integer.parseInt(serving.replaceAll(".* port (\\d+).*", "$1"));
        try (Child client = Child.start("client.py", Integer.toString(port))) {
            assertEquals("connected", client.line());
            window.find(port);
            window.awaitHolders(id(server.pid()));
            window.openPlan();

            String outcome = window.confirm();

            assertEquals(List.of(Integer.toString(port), "Enter", "Delete", "Enter"), window.steps(), "four steps from the launch");
            assertTrue(outcome.startsWith("Port " + port + " is free\n"), outcome);
            assertTrue(server.waitFor(RealWindow.LIMIT_SECONDS, TimeUnit.SECONDS), "the server has ended");
            assertEquals(128 + 15, server.exitValue(), "it was asked to end, not killed");
            bind(port);
            assertEquals("cut", client.line());
            client.say("still here?");
            assertEquals("still here?", client.line(), "a client of the port gets no signal");
            window.leaveDialog();
            window.awaitNoRow();
            String deed = window.latestDeed();
            assertTrue(deed.startsWith("Asked python3 " + server.pid() + " to end\nEnded.\n"), deed);
            assertTrue(deed.contains(" -u -m http.server --bind 127.0.0.1 0\nFolder\n" + Path.of("").toAbsolutePath() + "\n"), deed);
        }
    }

    @Test
    void aPortThatAForkedChildStillHoldsIsToldAsStillHeld() throws Exception {
        try (Child server = Child.start("forking.py")) {
            int port = server.port();
            window.find(port);
            window.awaitHolders(id(server.pid()));
            window.openPlan();
            server.say("fork");
            long fork = Long.parseLong(server.line());
            started.add(ProcessHandle.of(fork).orElseThrow());

            String outcome = window.confirm();

            assertEquals("Port " + port + " is still held\npython3 " + server.pid() + " ended, but python3 " + fork + " holds the port.",
                    outcome);
            assertEquals(128 + 15, server.exitCode());
            assertTrue(server.answers(port), "the forked child got no signal and answers");

            window.leaveDialog();
            window.awaitHolders(id(fork));
            String plan = window.openPlan();
            assertTrue(plan.contains("python3 " + fork), plan);
            outcome = window.confirm();
            assertEquals("Port " + port + " is free\nWatched for 10 s, nothing came back.", outcome);
            assertTrue(ProcessHandle.of(fork).isEmpty(), "the forked child has ended");
            bind(port);
        }
    }

    private static ProcessId id(long pid) throws IOException {
        return new ProcessId(pid, Child.startTime(pid));
    }

    private static void bind(int port) throws IOException {
        try (ServerSocket own = new ServerSocket()) {
            own.setReuseAddress(true);
            own.bind(new InetSocketAddress("127.0.0.1", port));
            assertTrue(own.isBound());
        }
    }
}
