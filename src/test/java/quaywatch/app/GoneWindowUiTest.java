package quaywatch.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;

import com.sun.glass.ui.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.cli.Opening;
import quaywatch.cli.SourceChoice;
import quaywatch.control.Child;
import quaywatch.control.MemoryJournal;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A window on a real display that another program destroys. Run by {@code ./dev test window}. */
@Tag("window")
@ExtendWith(ApplicationExtension.class)
class GoneWindowUiTest {

    private static final Words WORDS = new Words(Locale.ROOT);

    @TempDir
    private Path folder;
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
    private Stage stage;
    private long id;

    @Start
    void open(Stage given) {
        stage = given;
        Machine machine = new Machines(Clock.systemUTC()).of(new SourceChoice(SourceChoice.Kind.DEMO, null));
        new WindowProgram(WORDS).open(stage, machine,
                new Groundwork(machine, WORDS, Shipped.names(), Optional.of(folder), new MemoryJournal(List.of(), null)), closed,
                Opening.USUAL,
                _ -> {});
        id = Window.getWindows().getLast().getNativeWindow();
    }

    @Test
    void itsProgramEndsAndKeepsWhatWasChosen(FxRobot robot) throws Exception {
        robot.interact(() -> {
            stage.setX(30);
            stage.setY(40);
            stage.setWidth(1000);
            stage.setHeight(700);
        });
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        try (Child other = Child.start("destroying.py", Long.toString(id))) {
            assertEquals(0, other.exitCode());
        }
        closed.orTimeout(20, TimeUnit.SECONDS).join();
        assertFalse(stage.isShowing());
        assertEquals("window = 30 40 1000 700 normal", Files.readAllLines(folder.resolve("settings.properties")).getLast());
    }
}
