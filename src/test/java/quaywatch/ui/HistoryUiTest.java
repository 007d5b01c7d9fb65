package quaywatch.ui;

import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.control.Deed;
import quaywatch.control.Launch;
import quaywatch.control.Way;
import quaywatch.model.Belonging;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.ui.nav.Screen;
import quaywatch.view.SocketLine;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The History screen. */
@UiTest
class HistoryUiTest {

    /** Clears a terminal, turns the reading direction, ends a line, runs a command. */
    private static final String HOSTILE = "\033[2J\u202e\n$(id)";

    /** One line for a shell, in which it stands for a command with a line end. */
    private static final String ON_ONE_LINE = "eval \"$(printf 'node \"$(printf \\047\\\\033\\047)\"\\047[2J\\047"
            + "\"$(printf \\047\\\\342\\\\200\\\\256\\047)\"\\047\\n$(id)\\047')\"";

    private MadeUpWindow made;
    private final FxRobot robot = new FxRobot();

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    static Deed deed(String id, int hour, int port, Deed.Result result, String... arguments) {
        return new Deed(id, Instant.parse("2026-01-02T%02d:00:00Z".formatted(hour)), MadeUpWindow.ME, Deed.Means.WINDOW, Way.Kind.PROCESS,
                null, List.of(new Deed.Port(Protocol.TCP, port)),
                List.of(new Deed.Stopped(new ProcessId(4711, 1), arguments[0], new Launch(List.of(arguments), "", "/srv/it's here"),
                        MadeUpWindow.ME, new Belonging.StartedBy("npm start"))),
                false, result, "");
    }

    private void front() {
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT6);
        MadeUpWindow.await("the history is in front", () -> made.onFx(() -> made.window().lookup("#history") != null));
        made.settle();
    }

    @SuppressWarnings("unchecked") // it has deeds only
    private List<String> ids() {
        return made.onFx(() -> ((TableView<Deed>) requireNonNull(made.window().lookup("#history-table"))).getItems().stream()
                .map(Deed::id).toList());
    }

    private void awaitIds(String... ids) {
        MadeUpWindow.await("the deeds are " + List.of(ids), () -> ids().equals(List.of(ids)));
        made.settle();
    }

    private List<String> texts() {
        return made.onFx(() -> Walk.visible(requireNonNull(made.window().lookup("#deed")), _ -> false).filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText()).toList());
    }

    private void press(String id) {
        made.run(() -> ((Button) requireNonNull(made.window().lookup("#" + id))).fire());
    }

    private String copied() {
        return made.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void withoutADeedItSaysSoAndOffersNothing() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        front();
        assertTrue(made.onFx(() -> requireNonNull(made.window().lookup("#empty-history")).isVisible()));
        assertFalse(made.onFx(() -> requireNonNull(made.window().lookup("#deed")).isVisible()));
    }

    @Test
    void hostileCommandLineIsShownSafeAndCopiedExactly() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        made.journal().write(deed("a", 9, 8080, Deed.Result.ENDED, "node", HOSTILE));
        front();
        awaitIds("a");
        assertTrue(texts().contains("node \\x1b[2J\\u202e\\n$(id)"), () -> texts().toString());
        assertTrue(texts().stream().noneMatch(text -> text != null && text.matches("(?s).*[\033\u202e\n].*")), () -> texts().toString());
        press("copy-deed");
        assertEquals(ON_ONE_LINE, copied());
        press("copy-deed-folder");
        assertEquals("cd -- '/srv/it'\\''s here' && " + ON_ONE_LINE, copied());
    }

    @Test
    void deedsOfOthersArriveAndTheSelectedOneStaysSelected() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        made.journal().write(deed("a", 9, 8080, Deed.Result.ENDED, "node", "a.js"));
        made.journal().write(deed("b", 10, 8081, Deed.Result.CANCELLED, "node", "b.js"));
        front();
        awaitIds("b", "a");
        assertTrue(texts().contains("node b.js"), "the latest is told first");
        robot.clickOn("#history-table");
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.DOWN);
        made.settle();
        assertTrue(texts().contains("node a.js"), () -> texts().toString());
        made.journal().write(deed("c", 11, 8082, Deed.Result.RESPAWNED, "node", "c.js"));
        made.run(() -> made.model().screen().set(Screen.PORTS));
        front();
        awaitIds("c", "b", "a");
        assertTrue(texts().contains("node a.js"), () -> texts().toString());
        robot.clickOn("#history-table");
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertTrue(copied().startsWith("node "), copied());
    }

    @Test
    void erasingAsksOnce() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        made.journal().write(deed("a", 9, 8080, Deed.Result.ENDED, "node"));
        front();
        awaitIds("a");
        press("erase");
        robot.push(KeyCode.ESCAPE);
        made.settle();
        assertEquals(1, made.journal().read().latestFirst().size());
        press("erase");
        press("do-erase");
        awaitIds();
        assertEquals(List.of(), made.journal().read().latestFirst());
        assertTrue(made.onFx(() -> requireNonNull(made.window().lookup("#empty-history")).isVisible()));
    }

    @Test
    void goesToWhoHoldsThePortNowOrSaysThatNobodyDoes() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"), SampleRow.listener("127.0.0.1:8080").by(9, "node"));
        made.run(() -> made.model().header().filters().add("process:nginx"));
        made.journal().write(deed("a", 9, 8080, Deed.Result.ENDED, "node"));
        front();
        awaitIds("a");
        press("deed-port");
        assertEquals(Screen.PORTS, made.onFx(() -> made.model().screen().get()));
        MadeUpWindow.await("the port is selected", () -> made.onFx(() -> made.model().selected() instanceof SocketLine line
                && line.socket().local().port() == 8080));
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "nginx"));
        front();
        press("deed-port");
        assertEquals(List.of("Nobody holds port 8080 now."), made.onFx(() -> List.copyOf(made.model().notices())));
        assertTrue(made.onFx(() -> made.window().lookupAll("#notices .label").stream()
                .anyMatch(node -> ((Label) node).getText().startsWith("Nobody"))));
    }
}
