package quaywatch.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.control.Child;
import quaywatch.model.ProcessId;
import quaywatch.ui.UiTest;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The FX thread reads and writes no file: the JVM's flight recorder sees every one, on whatever thread. */
@UiTest
class FxThreadUiTest {

    private RealWindow window;

    @Start
    void open(Stage stage) {
        window = RealWindow.open(stage);
    }

    @Stop
    void close() {
        window.close();
    }

    @Test
    void theFxThreadTouchesNoFileWhileTheWindowIsUsed(@TempDir Path folder) throws Exception {
        try (Child server = Child.start("listener.py"); Recording recording = recording()) {
            int port = server.port();
            recording.start();
            window.find(port);
            window.awaitHolders(new ProcessId(server.pid(), Child.startTime(server.pid())));
            window.openPlan();
            window.robot().push(KeyCode.ESCAPE);
            window.robot().push(KeyCode.CONTROL, KeyCode.T);
            window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT2);
            for (Grouping grouping : Grouping.values()) {
                WaitForAsyncUtils.waitForAsyncFx(5_000, () -> window.wiring().model().connections().grouping().set(grouping));
            }
            window.awaitTicks(2);
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> window.wiring().model().screen().set(Screen.SETTINGS));
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(List.of(), touched(recording, folder));
        }
    }

    /** The detector itself: without this, the test above could pass because nothing is recorded. */
    @Test
    void aReadOnTheFxThreadIsFound(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("read.txt"), "read on the wrong thread");
        try (Recording recording = recording()) {
            recording.start();
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Files.readString(file));
            assertEquals(List.of(file.toString()), touched(recording, folder).stream().distinct().toList());
        }
    }

    private static Recording recording() {
        Recording recording = new Recording();
        recording.enable("jdk.FileRead").withThreshold(Duration.ZERO);
        recording.enable("jdk.FileWrite").withThreshold(Duration.ZERO);
        return recording;
    }

    private static List<String> touched(Recording recording, Path folder) throws IOException {
        recording.stop();
        Path dump = folder.resolve("recording.jfr");
        recording.dump(dump);
        return RecordingFile.readAllEvents(dump).stream().filter(FxThreadUiTest::onFxThread).map(event -> event.getString("path"))
                .filter(path -> path != null && !isProgram(path)).toList();
    }

    private static boolean onFxThread(RecordedEvent event) {
        return event.getThread() != null && "JavaFX Application Thread".equals(event.getThread().getJavaName());
    }

    /**
     * Classes, style sheets and fonts are read from the class path when first used, on whatever thread that is; and the toolkit itself opens a
     * font of the system for the first character that the shipped fonts lack.
     */
    private static boolean isProgram(String path) {
        return path.endsWith(".ttf") || path.endsWith(".otf") || path.endsWith(".ttc") || path.endsWith(".jar") || path.endsWith(".class")
                || path.contains("/target/classes/")
                || path.contains("/target/test-classes/")
                || path.startsWith(System.getProperty("java.home"));
    }
}
