package quaywatch.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.cli.Opening;
import quaywatch.cli.SourceChoice;
import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSource;
import quaywatch.collect.SourceException;
import quaywatch.control.MemoryJournal;
import quaywatch.text.Words;
import quaywatch.ui.UiTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Windows on small screens, in far places, and over what fails. */
@UiTest
class OddWindowUiTest {

    private static final Words WORDS = new Words(Locale.ROOT);
    private static final int LIMIT_MILLIS = 20_000;

    @TempDir
    private Path folder;
    private @Nullable Stage shown;
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
    private Predicate<Opening> later = _ -> false;

    @AfterEach
    void close() {
        Stage left = shown;
        if (left != null) {
            run(left::close);
        }
    }

    /** It is meant to be 1200 pixels wide, and the screen is 1000. */
    @Test
    void firstWindowFitsOnASmallScreen() {
        Stage stage = open(demo());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertTrue(screen.contains(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())),
                () -> stage.getX() + " " + stage.getY() + " " + stage.getWidth() + " " + stage.getHeight());
        assertEquals(760, stage.getHeight(), "where there is room it is as high as it should be");
    }

    /** Any program can do that on X11. */
    @Test
    void windowThatWasPutFarAwayClosesAllTheSame() throws IOException {
        Files.writeString(settings(), "window = 20 30 900 600 normal\n");
        Stage stage = open(demo());
        run(() -> stage.setX(30_000));
        run(stage::hide);
        closed.orTimeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS).join();
        assertEquals("window = 20 30 900 600 normal", Files.readAllLines(settings()).getLast());
    }

    @Test
    void whateverFailsAtTheEndTheProgramEndsAndKeepsWhatWasChosen() throws IOException {
        Stage stage = open(failing(demo()));
        run(() -> {
            stage.setX(40);
            stage.setY(50);
            stage.setWidth(900);
            stage.setHeight(600);
        });
        List<Throwable> told = new ArrayList<>();
        run(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> told.add(fault));
            stage.hide();
            Thread.currentThread().setUncaughtExceptionHandler(null);
        });
        closed.orTimeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS).join();
        assertEquals(List.of("it broke"), told.stream().map(Throwable::getMessage).toList());
        assertFalse(later.test(Opening.USUAL));
        assertEquals("window = 40 50 900 600 normal", Files.readAllLines(settings()).getLast());
    }

    private Path settings() {
        return folder.resolve("settings.properties");
    }

    private Stage open(Machine machine) {
        return fx(() -> {
            Stage stage = new Stage();
            shown = stage;
            new WindowProgram(WORDS).open(stage, machine,
                    new Groundwork(machine, WORDS, Shipped.names(), Optional.of(folder), new MemoryJournal(List.of(), null)), closed,
                    Opening.USUAL, wishes -> later = wishes);
            return stage;
        });
    }

    private static Machine demo() {
        return new Machines(Clock.systemUTC()).of(new SourceChoice(SourceChoice.Kind.DEMO, null));
    }

    private static Machine failing(Machine machine) {
        return new Machine(() -> new Failing(machine.sockets().get()), machine.interfaces(), machine.events(), machine.host(),
                machine.ephemeral(), machine.processes(), machine.lever(), machine.services(), machine.supervisors(), machine.launches(),
                machine.journal(), machine.closer(), machine.probe(), machine.user(), machine.names(), machine.browser(), machine.clock(),
                machine.past());
    }

    private static void run(Runnable work) {
        fx(() -> {
            work.run();
            return true;
        });
    }

    private static <T> T fx(Callable<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(LIMIT_MILLIS, work);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    /** Can't be closed. */
    private record Failing(SocketSource source) implements SocketSource {

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public SocketSample sample() throws SourceException {
            return source.sample();
        }

        @Override
        public void close() {
            throw new IllegalStateException("it broke");
        }
    }
}
