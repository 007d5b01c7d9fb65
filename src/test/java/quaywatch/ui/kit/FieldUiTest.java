package quaywatch.ui.kit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.ui.UiTest;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Frames are counted, for they are what a blinking caret costs. */
@UiTest
class FieldUiTest {

    private static final long REST = 800;
    /** A blinking caret has sixty in a second; a caret at rest may see a few of something else. */
    private static final int STILL = 5;

    private final AtomicInteger frames = new AtomicInteger();
    private Field field;
    private Button button;

    @Start
    void start(Stage stage) {
        field = new Field(Duration.millis(REST));
        button = new Button("Free");
        Scene scene = new Scene(new VBox(field, button), 300, 200);
        scene.addPreLayoutPulseListener(frames::incrementAndGet);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        button.requestFocus();
    }

    @Test
    void blinksForAWhileWhenItGetsTheFocusAndThenRests(FxRobot robot) {
        robot.clickOn(field);
        assertBlinks();
        assertRests();
    }

    @Test
    void aKeyWakesItUp(FxRobot robot) {
        robot.clickOn(field).write("8080");
        assertRests();
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        assertBlinks();
        robot.press(KeyCode.SHIFT).release(KeyCode.SHIFT);
        assertRests();
    }

    @Test
    void leavingItEndsTheBlinkingAtOnce(FxRobot robot) {
        robot.clickOn(field).write("8080").interact(button::requestFocus);
        assertStill(REST / 2);
    }

    @Test
    void whatTheProgramWritesIntoItWakesNothing(FxRobot robot) {
        robot.interact(() -> field.setText("3000-3999"));
        assertStill(REST / 2);
    }

    @AfterEach
    void leave(FxRobot robot) {
        robot.interact(button::requestFocus);
    }

    private void assertBlinks() {
        int seen = framesOf(REST / 2);
        assertTrue(seen > STILL, () -> "only " + seen + " frames: it does not blink");
    }

    private void assertRests() {
        WaitForAsyncUtils.sleep(REST * 3 / 2, TimeUnit.MILLISECONDS);
        assertStill(REST);
    }

    private void assertStill(long milliseconds) {
        int seen = framesOf(milliseconds);
        assertTrue(seen <= STILL, () -> seen + " frames while the caret should rest");
    }

    private int framesOf(long milliseconds) {
        WaitForAsyncUtils.waitForFxEvents();
        int before = frames.get();
        WaitForAsyncUtils.sleep(milliseconds, TimeUnit.MILLISECONDS);
        return frames.get() - before;
    }
}
