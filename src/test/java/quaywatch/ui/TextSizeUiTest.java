package quaywatch.ui;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The keys for larger and smaller text. */
@UiTest
class TextSizeUiTest {

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void plusAndMinusGoOneStepAndZeroGoesBack(FxRobot robot) {
        press(robot, KeyCode.PLUS, 110);
        press(robot, KeyCode.ADD, 125);
        press(robot, KeyCode.MINUS, 110);
        press(robot, KeyCode.SUBTRACT, 100);
        press(robot, KeyCode.MINUS, 90);
        press(robot, KeyCode.DIGIT0, 100);
    }

    @Test
    void thePlusAboveTheEqualsSignNeedsShift(FxRobot robot) {
        made.run(() -> made.model().textSize().set(137));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS).release(KeyCode.EQUALS, KeyCode.SHIFT, KeyCode.CONTROL);
        assertEquals(150, made.onFx(() -> made.model().textSize().get()));
    }

    @Test
    void theStepsEndAtTheLargestAndTheSmallest(FxRobot robot) {
        made.run(() -> made.model().textSize().set(200));
        press(robot, KeyCode.PLUS, 200);
        made.run(() -> made.model().textSize().set(80));
        press(robot, KeyCode.MINUS, 80);
    }

    private void press(FxRobot robot, KeyCode key, int percent) {
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
        assertEquals(percent, made.onFx(() -> made.model().textSize().get()));
    }
}
