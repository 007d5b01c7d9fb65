package quaywatch.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
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
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is drawn first waits for no look at the machine. */
@UiTest
class StartOrderUiTest {

    private static final Words WORDS = new Words(Locale.ROOT);
    private static final int LIMIT_SECONDS = 60;

    @TempDir
    private Path folder;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger frames = new AtomicInteger();
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        Machine machine = slow(new Machines(Clock.systemUTC()).of(new SourceChoice(SourceChoice.Kind.DEMO, null)));
        new WindowProgram(WORDS).open(stage, machine,
                new Groundwork(machine, WORDS, Shipped.names(), Optional.of(folder), new MemoryJournal(List.of(), null)),
                new CompletableFuture<>(), Opening.USUAL, _ -> {});
        stage.getScene().addPostLayoutPulseListener(frames::incrementAndGet);
    }

    @Stop
    void stop() {
        answer.countDown();
        stage.hide();
    }

    @Test
    void firstFramesAreDrawnWhileTheFirstLookIsStillOnItsWay() throws Exception {
        assertTrue(asked.await(LIMIT_SECONDS, TimeUnit.SECONDS), "the first look has begun");
        await(() -> frames.get() >= 2);
        assertEquals(0, rows());
        answer.countDown();
        await(() -> rows() > 0);
    }

    private int rows() {
        return WaitForAsyncUtils.waitForAsyncFx(LIMIT_SECONDS * 1_000,
                () -> ((TableView<?>) stage.getScene().lookup("#ports-table")).getItems().size());
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, condition);
    }

    private Machine slow(Machine machine) {
        return new Machine(() -> new Slow(machine.sockets().get()), machine.interfaces(), machine.events(), machine.host(),
                machine.ephemeral(), machine.processes(), machine.lever(), machine.services(), machine.supervisors(), machine.launches(),
                machine.journal(), machine.closer(), machine.probe(), machine.user(), machine.names(), machine.browser(), machine.clock(),
                machine.past());
    }

    /** Tells nothing until the test lets it. */
    private final class Slow implements SocketSource {

        private final SocketSource source;

        Slow(SocketSource source) {
            this.source = source;
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public SocketSample sample() throws SourceException {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return source.sample();
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
