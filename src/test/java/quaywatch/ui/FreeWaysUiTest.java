package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.control.Cause;
import quaywatch.control.Service;
import quaywatch.control.Supervision;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The choice between the ways to free a port, by keyboard. */
@UiTest
class FreeWaysUiTest {

    private static final SampleRow JAVA = SampleRow.listener("127.0.0.1:8080").by(42, "java");
    private static final ProcessFacts MAIN = new ProcessFacts(new ProcessId(42, 420), 1, "java", "", "", "", null, null, null);
    private static final Supervision SERVICE = new Supervision(
            List.of(new Cause.Unit("orders.service", true, "always", Duration.ofSeconds(2), MAIN)),
            new Service.Unit("orders.service", true, List.of()), List.of(), null);

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

    private String answer() {
        return made.onFx(() -> made.window().lookup("#do-free") instanceof Button free ? free.getText() : "");
    }

    @Test
    void theServiceIsSuggestedAndTheProcessCanBeChosenWithTheArrows() {
        made.lever().supervisionIs(() -> SERVICE);
        dialog.open(JAVA);
        dialog.awaitText("systemctl --user stop orders.service");
        assertTrue(dialog.text().contains("What would bring it back\n"), dialog.text());
        assertEquals("Stop orders.service", answer());
        dialog.focus("way-service");
        dialog.push(KeyCode.DOWN);
        assertEquals("way-process", dialog.focused());
        assertEquals("Ask java to end", answer());
        dialog.push(KeyCode.ENTER);
        dialog.awaitText("java 42 was asked to end");
        assertEquals(List.of("TERM 42"), made.lever().signals());
    }

    @Test
    void aYesBeforeTheFactsAreThereDoesNotCountIfTheyChangeThePlan() {
        CountDownLatch told = new CountDownLatch(1);
        made.lever().supervisionIs(() -> {
            HandLever.await(told);
            return SERVICE;
        });
        dialog.openAtOnce(JAVA);
        dialog.push(KeyCode.ENTER);
        told.countDown();
        dialog.awaitText("systemctl --user stop orders.service");
        assertEquals(List.of(), made.lever().signals());
    }

    @Test
    void aYesBeforeTheFactsAreThereCountsIfThePlanStays() {
        CountDownLatch told = new CountDownLatch(1);
        made.lever().supervisionIs(() -> {
            HandLever.await(told);
            return Supervision.NONE;
        });
        dialog.openAtOnce(JAVA);
        dialog.push(KeyCode.ENTER);
        assertEquals(List.of(), made.lever().signals());
        told.countDown();
        dialog.awaitText("java 42 was asked to end");
        assertEquals(List.of("TERM 42"), made.lever().signals());
    }
}
