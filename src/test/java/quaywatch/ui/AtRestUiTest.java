package quaywatch.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.model.SampleRow;
import quaywatch.ui.nav.Screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Between two looks, and without a hand on it, the window computes no frames: a single animation that runs on would have it compute sixty a second. */
@UiTest
class AtRestUiTest {

    private static final Duration CARET = Duration.ofSeconds(10);
    /** Something may still come to an end. */
    private static final int FEW = 5;

    private final AtomicInteger frames = new AtomicInteger();
    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
        stage.getScene().addPreLayoutPulseListener(frames::incrementAndGet);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void theCaretOfThePortFieldComesToRest(FxRobot robot) {
        robot.clickOn("#port").write("8080");
        assertTrue(framesOfHalfASecond() > FEW, "it does not blink");
        WaitForAsyncUtils.sleep(CARET.toMillis(), TimeUnit.MILLISECONDS);
        int seen = framesOfHalfASecond();
        assertTrue(seen <= FEW, () -> seen + " frames in half a second");
    }

    @Test
    void noScreenComputesFrames(FxRobot robot) {
        made.tick(SampleRow.listener("127.0.0.1:8080").by(7, "nginx"), SampleRow.connection("10.0.0.1:5000", "10.0.0.7:443").by(8, "node"));
        List<String> restless = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            made.run(() -> made.model().screen().set(screen));
            // A screen without a place for the focus leaves it to the query field, whose caret is awake then.
            robot.interact(robot.lookup("#pause").query()::requestFocus);
            WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
            int seen = framesOfHalfASecond();
            if (seen > FEW) {
                restless.add(screen + " " + seen);
            }
        }
        assertEquals(List.of(), restless, "frames in half a second");
    }

    private int framesOfHalfASecond() {
        made.settle();
        int before = frames.get();
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        return frames.get() - before;
    }
}
