package quaywatch.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** How often the thread of a window wakes up in which nothing moves, as the kernel counts it, on a real display. Run by {@code ./dev test window}. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class StillWindowUiTest {

    /** A second has sixty frames. */
    private static final int AWAKE = 40;
    private static final int ASLEEP = 10;

    private final AtomicInteger frames = new AtomicInteger();
    private Label label;

    @Start
    void open(Stage stage) {
        label = new Label("8080");
        Scene scene = new Scene(new StackPane(label), 300, 200);
        scene.addPreLayoutPulseListener(frames::incrementAndGet);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void itsThreadSleepsUntilSomethingMoves(FxRobot robot) {
        assertWakes(AWAKE, Integer.MAX_VALUE);
        robot.interact(FrameClock::install);
        assertWakes(0, ASLEEP);
        int before = frames.get();
        robot.interact(() -> label.setText("8081"));
        WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
        assertTrue(frames.get() > before, "the clock did not go on");
        assertWakes(0, ASLEEP);
    }

    private static void assertWakes(int least, int most) {
        // A quarter of a second without a frame, and the toolkit asks its clock to pause.
        WaitForAsyncUtils.sleep(1, TimeUnit.SECONDS);
        long before = wakes();
        WaitForAsyncUtils.sleep(1, TimeUnit.SECONDS);
        long seen = wakes() - before;
        assertTrue(seen >= least && seen <= most, () -> seen + " times in a second");
    }

    /** What proc_pid_status(5) calls voluntary_ctxt_switches, of the toolkit's thread. */
    private static long wakes() {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            Path thread = threads.filter(each -> line(each.resolve("comm"), "").startsWith("JavaFX App")).findFirst().orElseThrow();
            return Long.parseLong(line(thread.resolve("status"), "voluntary_ctxt_switches:").replaceAll("\\D", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Path file, String start) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(each -> each.startsWith(start)).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
