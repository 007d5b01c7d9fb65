package quaywatch.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.SampleRow;
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The focus while the dialog that frees a port is open: what lies below it can't be reached. */
@UiTest
class FreeFocusUiTest {

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

    /** As when the program is started a second time, which brings this window forward. */
    @Test
    void theFocusStaysInTheDialogWhenTheWindowIsAskedForAgain() {
        dialog.open(JAVA);
        String before = made.onFx(() -> made.window().getScene().getFocusOwner().getId());
        made.run(made.window()::focusStart);
        assertEquals(before, made.onFx(() -> made.window().getScene().getFocusOwner().getId()));
    }

    @Test
    void theFocusStaysInTheDialogInEachOfItsStates() {
        dialog.open(JAVA);
        assertEquals(List.of("close-dialog", "copy-plan", "cancel", "do-free"), round(KeyCode.TAB));
        assertEquals(List.of("cancel", "copy-plan", "close-dialog", "do-free"), round(KeyCode.SHIFT, KeyCode.TAB));
        dialog.push(KeyCode.ENTER);
        dialog.awaitText("Waiting for the process and for the port");
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
        dialog.focus("copy-plan");
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
        dialog.begin(JAVA);
        dialog.focus("close-dialog");
        made.lever().pass(Duration.ofSeconds(1));
        dialog.awaitText("1.00 s");
        assertEquals("close-dialog", dialog.focused());
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
}
