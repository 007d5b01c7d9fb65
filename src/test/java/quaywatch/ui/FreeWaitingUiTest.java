package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The wait for a process that takes its time: what is seen of it, what is offered when, and how it ends. */
@UiTest
class FreeWaitingUiTest {

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
    void waitingIsVisibleAndCanBeStopped() {
        dialog.begin(JAVA);
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
        dialog.begin(JAVA);
        made.lever().pass(Duration.ofSeconds(5));
        dialog.awaitText("If you force it");
        assertEquals("java has not ended yet, 5 s\nIt may still be saving work. You can go on waiting, or force it.", dialog.band());
        assertEquals(List.of("force", "stop-waiting", "wait-more (default)"), dialog.buttons());
        assertEquals("wait-more", dialog.focused());
        assertEquals(List.of("TERM 42"), made.lever().signals());
    }

    @Test
    void forceEndsItAndThePortIsTested() {
        dialog.beginLate(JAVA);
        dialog.focus("force");
        dialog.push(KeyCode.ENTER);
        dialog.awaitOutcome();
        assertEquals(List.of("TERM 42", "KILL 42"), made.lever().signals());
        assertEquals("Port 8080 is free\njava 42 ended. Test binds worked on 0.0.0.0, 127.0.0.1 and [::].", dialog.band());
        assertTrue(dialog.text().contains("java 42 was ended by force (SIGKILL)"), dialog.text());
    }

    @Test
    void waitingOnTakesTheOfferBackForTenSeconds() {
        dialog.beginLate(JAVA);
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
        dialog.beginLate(JAVA);
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
        dialog.begin(JAVA);
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
        dialog.begin(JAVA);
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
        dialog.begin(JAVA);
        made.lever().pass(Duration.ofDays(2));
        dialog.awaitOutcome();
        assertEquals("java 42 has not ended\nAsked to end, it goes on. There may be work that is still being saved.", dialog.band());
    }

    @Test
    void aReportThatIsOnItsWayWhenTheDialogClosesIsDropped() {
        dialog.begin(JAVA);
        made.run(() -> {
            made.lever().awaitRounds(2);
            made.window().back();
        });
        assertEquals("", dialog.text());
    }
}
