package quaywatch.ui;

import java.time.Duration;
import java.util.ArrayList;
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
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Freeing a port by keyboard alone, from the plan to the end, beside a process that takes its time. */
@UiTest
class FreeDialogUiTest {

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

    // ---- the plan

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
                firefox 1. This program gets no signal and keeps running.
                [::1]:8080 stays held by nginx 77
                Quaywatch does not touch it.
                How
                Ask the process to end (SIGTERM)
                Then Quaywatch tests that the port can be bound.""", dialog.text());
        assertEquals(List.of("copy-plan", "cancel", "do-free (default)"), dialog.buttons());
        assertEquals("do-free", dialog.focused());
        assertEquals(List.of(), made.lever().signals());
    }

    @Test
    void thePlanCanBeCopied() {
        dialog.open(JAVA);
        focus("copy-plan");
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
        focus("do-free");
        dialog.push(KeyCode.ENTER);
        dialog.awaitText("bash 400 was asked to end");
        assertEquals(List.of("TERM 400"), made.lever().signals());
    }

    @Test
    void enterGivesTheAnswerThatHasTheFocusThoughAnotherIsTheDefault() {
        dialog.open(JAVA);
        focus("cancel");
        dialog.push(KeyCode.ENTER);
        assertFalse(dialog.isOpen());
        assertEquals(List.of(), made.lever().signals());
    }

    @ParameterizedTest
    @CsvSource({"cancel, SPACE", "close-dialog, SPACE", "close-dialog, ENTER", "do-free, ESCAPE"})
    void leavingThePlanSendsNothingAndGoesBackToTheRow(String button, KeyCode key) {
        dialog.open(JAVA);
        focus(button);
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

    // ---- waiting

    @Test
    void waitingIsVisibleAndCanBeStopped() {
        begin();
        made.lever().pass(Duration.ofMillis(4_900));
        dialog.awaitText("4.90 s");
        assertEquals("""
                Free port 8080
                Checked again: still the java that started at 12:00:00
                0.00 s
                java 42 was asked to end (SIGTERM)
                0.00 s
                Waiting for the process and for the port
                Port 8080 is still held.
                4.90 s
                Test that the port can be bound""", dialog.text());
        assertEquals(4, made.onFx(() -> made.window().lookupAll(".segment.full").size()));
        assertEquals(List.of("stop-waiting"), dialog.buttons());
        assertEquals("stop-waiting", dialog.focused());
        dialog.push(KeyCode.ENTER);
        dialog.awaitOutcome();
        assertEquals("Waiting was stopped\njava 42 was asked to end and may still do so.", dialog.band());
        assertEquals(List.of("TERM 42"), made.lever().signals());
    }

    @Test
    void afterFiveSecondsForceIsOfferedButNotSuggested() {
        begin();
        made.lever().pass(Duration.ofSeconds(5));
        dialog.awaitText("If you force it");
        assertEquals("java has not ended yet, 5 s\nIt may still be saving work. You can go on waiting, or force it.", dialog.band());
        assertEquals(List.of("force", "stop-waiting", "wait-more (default)"), dialog.buttons());
        assertEquals("wait-more", dialog.focused());
        assertEquals(List.of("TERM 42"), made.lever().signals());
    }

    @Test
    void forceEndsItAndThePortIsTested() {
        beginLate();
        focus("force");
        dialog.push(KeyCode.ENTER);
        dialog.awaitOutcome();
        assertEquals(List.of("TERM 42", "KILL 42"), made.lever().signals());
        assertEquals("Port 8080 is free\njava 42 ended. Test binds worked on 0.0.0.0, 127.0.0.1 and [::].", dialog.band());
        assertTrue(dialog.text().contains("java 42 was ended by force (SIGKILL)"), dialog.text());
    }

    @Test
    void waitingOnTakesTheOfferBackForTenSeconds() {
        beginLate();
        dialog.push(KeyCode.ENTER);
        MadeUpWindow.await("the offer is gone", () -> dialog.buttons().equals(List.of("stop-waiting")));
        made.lever().pass(Duration.ofMillis(9_900));
        dialog.awaitText("14.90 s");
        assertEquals(List.of("stop-waiting"), dialog.buttons());
        made.lever().pass(Duration.ofMillis(100));
        dialog.awaitText("If you force it");
        assertEquals(List.of("TERM 42"), made.lever().signals());
    }

    @Test
    void aProcessThatEndsWhileForceIsOfferedIsNotForced() {
        beginLate();
        made.lever().end();
        dialog.awaitOutcome();
        assertEquals(List.of("TERM 42"), made.lever().signals());
        assertEquals(List.of("done (default)"), dialog.buttons());
        assertEquals("done", dialog.focused());
        dialog.push(KeyCode.ENTER);
        assertFalse(dialog.isOpen());
        assertEquals("ports-table", dialog.focused());
    }

    @Test
    void escapeWhileWaitingStopsTheWaitAndLetsGo() {
        begin();
        dialog.push(KeyCode.ESCAPE);
        assertFalse(dialog.isOpen());
        MadeUpWindow.await("the process is let go of", made.lever()::isLetGo);
        made.settle();
        assertFalse(dialog.isOpen());
        assertEquals("ports-table", dialog.focused());
    }

    /** What an abandoned flow still tells is about another port, or about nothing at all. */
    @Test
    void anAbandonedFlowDoesNotSpeakInTheNextPlan() {
        begin();
        made.run(() -> {
            made.window().back();
            made.window().free(made.line(0));
        });
        MadeUpWindow.await("the first flow has ended", made.lever()::isLetGo);
        made.settle();
        assertTrue(dialog.text().contains("Ask the process to end (SIGTERM)"), dialog.text());
        assertEquals(List.of("copy-plan", "cancel", "do-free (default)"), dialog.buttons());
        assertEquals("do-free", dialog.focused());
    }

    @Test
    void aWaitWithoutEndIsGivenUp() {
        begin();
        made.lever().pass(Duration.ofDays(2));
        dialog.awaitOutcome();
        assertEquals("java 42 has not ended\nAsked to end, it goes on. There may be work that is still being saved.", dialog.band());
    }

    @Test
    void aReportThatIsOnItsWayWhenTheDialogClosesIsDropped() {
        begin();
        made.run(() -> {
            made.lever().awaitRounds(2);
            made.window().back();
        });
        assertEquals("", dialog.text());
    }

    // ---- the focus

    @Test
    void theFocusStaysInTheDialogInEachOfItsStates() {
        dialog.open(JAVA);
        assertEquals(List.of("close-dialog", "copy-plan", "cancel", "do-free"), round(KeyCode.TAB));
        assertEquals(List.of("cancel", "copy-plan", "close-dialog", "do-free"), round(KeyCode.SHIFT, KeyCode.TAB));
        dialog.push(KeyCode.ENTER);
        dialog.awaitText("java 42 was asked to end");
        assertEquals(List.of("close-dialog", "stop-waiting"), round(KeyCode.TAB));
        made.lever().pass(Duration.ofSeconds(5));
        dialog.awaitText("If you force it");
        assertEquals(List.of("close-dialog", "force", "stop-waiting", "wait-more"), round(KeyCode.TAB));
        made.lever().end();
        dialog.awaitOutcome();
        assertEquals(List.of("close-dialog", "done"), round(KeyCode.TAB));
    }

    @Test
    void arrowsDoNotLeaveTheDialog() {
        dialog.open(JAVA);
        for (KeyCode arrow : List.of(KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT)) {
            for (int i = 0; i < 5; i++) {
                dialog.push(arrow);
                assertTrue(List.of("close-dialog", "copy-plan", "cancel", "do-free").contains(dialog.focused()), dialog.focused());
            }
        }
    }

    @Test
    void theKeysOfTheWindowRestWhileTheDialogIsOpen() {
        dialog.open(JAVA);
        focus("copy-plan");
        for (KeyCode key : List.of(KeyCode.F, KeyCode.P, KeyCode.DIGIT2, KeyCode.COMMA, KeyCode.SPACE)) {
            dialog.push(KeyCode.CONTROL, key);
        }
        assertEquals("copy-plan", dialog.focused());
        assertEquals(Screen.PORTS, made.onFx(() -> made.model().screen().get()));
        assertFalse(made.onFx(() -> made.model().header().paused().get()));
    }

    /** Steps are drawn anew all the time; a person on the way to a button must not be thrown back. */
    @Test
    void theFocusStaysOnItsButtonWhileStepsAreDrawnAnew() {
        begin();
        focus("close-dialog");
        made.lever().pass(Duration.ofSeconds(1));
        dialog.awaitText("1.00 s");
        assertEquals("close-dialog", dialog.focused());
    }

    // ---- ways

    private void begin() {
        dialog.open(JAVA);
        dialog.push(KeyCode.ENTER);
        dialog.awaitText("java 42 was asked to end");
    }

    private void beginLate() {
        begin();
        made.lever().pass(Duration.ofSeconds(5));
        dialog.awaitText("If you force it");
    }

    private List<String> round(KeyCode... keys) {
        String first = dialog.focused();
        List<String> stops = new ArrayList<>();
        do {
            dialog.push(keys);
            stops.add(dialog.focused());
        } while (!dialog.focused().equals(first) && stops.size() < 10);
        return stops;
    }

    private void focus(String button) {
        for (int i = 0; i < 10 && !dialog.focused().equals(button); i++) {
            dialog.push(KeyCode.TAB);
        }
        assertEquals(button, dialog.focused());
    }

    /** FX thread. */
    private void press(KeyCode code) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Node target = Objects.requireNonNull(made.window().getScene().getFocusOwner());
            Event.fireEvent(target, new KeyEvent(type, "", "", code, false, false, false, false));
        }
    }
}
