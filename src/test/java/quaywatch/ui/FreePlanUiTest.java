package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The plan to free a port, by keyboard: what it says, which answer it suggests, and how it is left. */
@UiTest
class FreePlanUiTest {

    private static final SampleRow JAVA = SampleRow.listener("127.0.0.1:8080").by(42, "java");

    private MadeUpWindow made;
    private DialogScreen dialog;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
        dialog = new DialogScreen(made);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void thePlanSaysWhatGoesWithItBeforeAnythingIsSent() {
        dialog.open(JAVA, SampleRow.listener("0.0.0.0:8081").by(42, "java"),
                SampleRow.connection("127.0.0.1:8080", "127.0.0.1:50000").by(42, "java"),
                SampleRow.connection("127.0.0.1:50000", "127.0.0.1:8080").by(7, "firefox"),
                SampleRow.listener("[::1]:8080").inode(9).by(77, "nginx"));
        assertEquals("""
                Free port 8080
                java 42, yours, has listened on 8080 for 0 s.
                What goes with it
                Port 8081 closes too
                Open to the network, unless a firewall stops it. No client.
                1 connection is cut
                firefox (1). This program gets no signal and keeps running.
                [::1]:8080 stays held by nginx 77
                Quaywatch does not touch it.
                How
                Ask the process to end (SIGTERM)
                Then Quaywatch tests that the port can be bound, and watches it for 10 s.""", dialog.text());
        assertEquals(List.of("copy-plan", "cancel", "do-free (default)"), dialog.buttons());
        assertEquals("do-free", dialog.focused());
        assertEquals(List.of(), made.lever().signals());
    }

    @Test
    void thePlanCanBeCopied() {
        dialog.open(JAVA);
        dialog.focus("copy-plan");
        dialog.push(KeyCode.SPACE);
        assertTrue(made.onFx(() -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""))
                .startsWith("Free port 8080\njava 42, yours, has listened on 8080 for 0 s.\n"));
        assertTrue(dialog.isOpen());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            400, bash,        Quaywatch was started by bash 400
            42,  gnome-shell, gnome-shell 42 is part of a desktop session
            42,  sshd,        sshd 42 serves remote logins""")
    void withAWarningTheDefaultAnswerIsToLeaveIt(long pid, String name, String warning) {
        dialog.open(SampleRow.listener("127.0.0.1:8080").by(pid, name));
        assertTrue(dialog.text().contains("Think twice\n" + warning + "\n"), dialog.text());
        assertEquals(List.of("copy-plan", "cancel (default)", "do-free"), dialog.buttons());
        assertEquals("cancel", dialog.focused());
        dialog.push(KeyCode.ENTER);
        assertFalse(dialog.isOpen());
        assertEquals(List.of(), made.lever().signals());
    }

    @Test
    void aWarningIsOvercomeByGoingToTheOtherAnswer() {
        dialog.open(SampleRow.listener("127.0.0.1:8080").by(400, "bash"));
        dialog.focus("do-free");
        dialog.push(KeyCode.ENTER);
        dialog.awaitText("bash 400 was asked to end");
        assertEquals(List.of("TERM 400"), made.lever().signals());
    }

    @Test
    void enterGivesTheAnswerThatHasTheFocusThoughAnotherIsTheDefault() {
        dialog.open(JAVA);
        dialog.focus("cancel");
        dialog.push(KeyCode.ENTER);
        assertFalse(dialog.isOpen());
        assertEquals(List.of(), made.lever().signals());
    }

    @ParameterizedTest
    @CsvSource({"cancel, SPACE", "close-dialog, SPACE", "close-dialog, ENTER", "do-free, ESCAPE"})
    void leavingThePlanSendsNothingAndGoesBackToTheRow(String button, KeyCode key) {
        dialog.open(JAVA);
        dialog.focus(button);
        dialog.push(key);
        assertFalse(dialog.isOpen());
        assertEquals("ports-table", dialog.focused());
        assertEquals(List.of(), made.lever().signals());
    }

    /** The dialog has the focus as soon as it is there, so a key that comes before it is first drawn must not be lost. */
    @Test
    void aKeyThatComesBeforeTheFirstDrawingCounts() {
        made.tick(JAVA);
        made.run(() -> {
            made.window().free(made.line(0));
            press(KeyCode.ENTER);
        });
        dialog.awaitText("java 42 was asked to end");
        made.lever().end();
        dialog.awaitOutcome();
        made.run(() -> {
            made.window().back();
            made.window().free(made.line(0));
            press(KeyCode.ENTER);
        });
        dialog.awaitOutcome();
        assertEquals(List.of("TERM 42", "TERM 42"), made.lever().signals());
    }

    @Test
    void aPlanThatIsHigherThanTheWindowIsScrolledByItsKeysAndItsButtonsStayInSight() {
        SampleRow[] rows = IntStream.range(0, 30).mapToObj(i -> SampleRow.listener("127.0.0.1:" + (8080 + i)).by(42, "java"))
                .toArray(SampleRow[]::new);
        dialog.open(rows);
        assertTrue(made.onFx(() -> made.window().getScene().getHeight() - bottom("#do-free")) > 0);
        double before = made.onFx(() -> bottom(".dialog-body"));
        dialog.push(KeyCode.PAGE_DOWN);
        assertTrue(made.onFx(() -> bottom(".dialog-body")) < before);
        assertEquals("do-free", dialog.focused());
        dialog.push(KeyCode.PAGE_UP);
        assertEquals(before, made.onFx(() -> bottom(".dialog-body")));
    }

    private double bottom(String query) {
        Node node = Objects.requireNonNull(made.window().lookup("#free-dialog").lookup(query));
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    /** FX thread. */
    private void press(KeyCode code) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Node target = Objects.requireNonNull(made.window().getScene().getFocusOwner());
            Event.fireEvent(target, new KeyEvent(type, "", "", code, false, false, false, false));
        }
    }
}
