package quaywatch.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.cli.SourceChoice;
import quaywatch.model.Owner;
import quaywatch.text.Words;
import quaywatch.ui.UiTest;
import quaywatch.ui.theme.Fonts;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The main job with no fake in it: a real listener of another process, its port typed into the real window, the process stopped through the
 * dialog by keyboard, and the port bound by this test itself. A client of that port goes on living.
 */
@UiTest
class FreeAPortUiTest {

    private static final int LIMIT_SECONDS = 30;

    private Wiring wiring;
    private @Nullable Process server;
    private @Nullable Process client;

    @Start
    void open(Stage stage) {
        Fonts.load();
        Machine machine = new Machines(Clock.systemUTC()).of(SourceChoice.AUTO);
        Groundwork groundwork = new Groundwork(machine, new Words(Locale.ROOT), Shipped.names(), Optional.empty());
        wiring = new Wiring(machine, groundwork, 1000, 700, stage::close);
        stage.setScene(wiring.scene());
        stage.show();
        wiring.window().focusStart();
        wiring.start();
    }

    @Stop
    void close() {
        wiring.close();
    }

    @AfterEach
    void endChildren() throws InterruptedException {
        for (Process child : new Process[]{server, client}) {
            if (child != null) {
                child.destroyForcibly();
                assertTrue(child.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "a child of this test does not end");
            }
        }
    }

    @Test
    void typingAPortAndStoppingItsHolderFreesIt(FxRobot robot) throws Exception {
        int port = freePort();
        server = new ProcessBuilder("python3", "-m", "http.server", "--bind", "127.0.0.1", Integer.toString(port)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        await("the server listens", () -> accepts(port));
        client = new ProcessBuilder("python3", "-c",
                "import socket,time; s=socket.create_connection(('127.0.0.1'," + port + ")); print('up', flush=True); time.sleep(600)")
                .redirectErrorStream(true).start();
        assertEquals('u', client.getInputStream().read(), "the client is connected");

        robot.write(Integer.toString(port));
        await("its row is the only one", () -> lines().size() == 1 && line().socket().local().port() == port);
        await("its owner is known", () -> line().owner() instanceof Owner.Processes);
        Owner.Processes owner = (Owner.Processes) line().owner();
        assertEquals(List.of(server.pid()), owner.holders().stream().map(holder -> holder.id().pid()).toList());

        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.DELETE);
        await("the dialog is open", () -> robot.lookup("#do-free").tryQuery().isPresent());
        Button free = robot.lookup("#do-free").queryButton();
        assertTrue(free.isFocused(), "the suggested answer has the focus");
        robot.push(KeyCode.ENTER);

        await("the outcome is told", () -> robot.lookup("#outcome").tryQuery().isPresent());
        String outcome = text(robot);
        assertTrue(outcome.contains("Port " + port + " is free"), outcome);
        assertTrue(server.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "the server has ended");
        assertEquals(128 + 15, server.exitValue(), "it was asked to end, not killed");
        try (ServerSocket own = new ServerSocket()) {
            own.setReuseAddress(true);
            own.bind(new InetSocketAddress("127.0.0.1", port));
            assertTrue(own.isBound());
        }
        assertTrue(client.isAlive(), "a client of the port gets no signal");

        robot.push(KeyCode.ENTER);
        await("the dialog is closed", () -> !robot.lookup("#free-dialog").query().isVisible());
        await("the row is gone", () -> lines().stream().noneMatch(shown -> shown instanceof SocketLine socket && !socket.isClosed()));
    }

    private List<Line> lines() {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> List.copyOf(wiring.model().ports().lines()));
    }

    private SocketLine line() {
        return (SocketLine) lines().getFirst();
    }

    private static String text(FxRobot robot) {
        StringBuilder text = new StringBuilder();
        for (Node node : robot.lookup("#outcome .label").queryAll()) {
            text.append(((Labeled) node).getText()).append('\n');
        }
        return text.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static boolean accepts(int port) {
        try (Socket probe = new Socket("127.0.0.1", port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("not within " + LIMIT_SECONDS + " s: " + what, e);
        }
    }
}
