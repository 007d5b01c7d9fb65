package quaywatch.app;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import quaywatch.cli.SourceChoice;
import quaywatch.control.MemoryJournal;
import quaywatch.settings.Theme;
import quaywatch.text.Words;
import quaywatch.ui.theme.Fonts;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;

/** Films how a port is found and freed on the made-up machine, for the README. Argument: the file to write. */
final class Film {

    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 640;
    private static final int LIMIT_SECONDS = 60;
    private static final int TYPING = 260;
    private static final int GLANCE = 400;
    private static final int READING = 1_800;

    private final MovingPicture film = new MovingPicture();
    private final Wiring wiring;

    private Film(Wiring wiring) {
        this.wiring = wiring;
    }

    public static void main(String[] args) throws Exception {
        Logging.install();
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Words words = new Words(Locale.ROOT);
        Machine machine = new Machines(Clock.systemUTC()).of(new SourceChoice(SourceChoice.Kind.DEMO, null));
        Groundwork groundwork = new Groundwork(machine, words, Shipped.names(), Optional.empty(), new MemoryJournal(List.of(), null));
        Platform.startup(() -> Fonts.load(Optional.empty()));
        Film film = new Film(onFx(() -> {
            Wiring wiring = new Wiring(machine, groundwork, WIDTH, HEIGHT, Platform::exit);
            wiring.model().theme().set(Theme.LIGHT);
            Stage stage = new Stage();
            stage.setScene(wiring.scene());
            stage.show();
            wiring.window().focusStart();
            wiring.start();
            return wiring;
        }));
        film.shoot();
        film.film.write(Path.of(args[0]));
        Platform.exit();
    }

    private void shoot() throws Exception {
        Pose start = new Pose(wiring, "ports");
        await(start::canBegin);
        TimeUnit.SECONDS.sleep(2);
        show(wiring.model().notices()::clear);
        hold(READING);
        for (String text : List.of("8", "80", "808", "8080")) {
            show(() -> wiring.model().header().filters().port().set(text));
            await(start::canEnd);
            hold(TYPING);
        }
        hold(GLANCE);
        SocketLine line = onFx(this::holder);
        show(() -> wiring.model().table().select(line));
        hold(READING);
        show(() -> wiring.window().free(line));
        await(() -> label("#do-free").contains("Stop"));
        hold(2 * READING);
        show(() -> ((Button) Objects.requireNonNull(find("#do-free"))).fire());
        while (!onFx(() -> find("#done") != null)) {
            hold(GLANCE);
            TimeUnit.SECONDS.sleep(1);
        }
        hold(2 * READING);
    }

    private SocketLine holder() {
        for (Line line : wiring.model().table().lines()) {
            if (line instanceof SocketLine socket) {
                return socket;
            }
        }
        throw new IllegalStateException("nobody holds the port");
    }

    private @Nullable Node find(String selector) {
        Node found = wiring.scene().lookup(selector);
        return found != null && found.isVisible() ? found : null;
    }

    private String label(String selector) {
        return find(selector) instanceof Button button ? button.getText() : "";
    }

    private void show(Runnable work) throws InterruptedException, ExecutionException, TimeoutException {
        onFx(() -> {
            work.run();
            return true;
        });
        TimeUnit.MILLISECONDS.sleep(GLANCE);
    }

    private static void await(BooleanSupplier ready) throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!onFx(ready::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("what was to be filmed did not come");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Adds what is to be seen now, for so many milliseconds. */
    private void hold(int millis) throws InterruptedException, ExecutionException, TimeoutException {
        film.add(onFx(() -> copy(wiring.scene().snapshot(null))), millis);
    }

    private static BufferedImage copy(WritableImage image) {
        BufferedImage copy = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[WIDTH * HEIGHT];
        image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        copy.setRGB(0, 0, WIDTH, HEIGHT, pixels, 0, WIDTH);
        return copy;
    }

    private static <T> T onFx(Supplier<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
