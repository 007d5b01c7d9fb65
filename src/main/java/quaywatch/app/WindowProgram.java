package quaywatch.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import quaywatch.cli.NoWindowException;
import quaywatch.cli.Opening;
import quaywatch.model.ServiceNames;
import quaywatch.settings.SettingsFolder;
import quaywatch.settings.StateFolder;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.fx.FxThread;
import quaywatch.ui.theme.Fonts;
import quaywatch.ui.theme.Sizes;

/** Runs the window from its first frame to its end. */
public final class WindowProgram {

    private static final double WIDTH = 1_200;
    private static final double HEIGHT = 760;
    private static final double LEAST_WIDTH = 820;
    private static final double LEAST_HEIGHT = 520;

    private final Words words;

    WindowProgram(Words words) {
        this.words = words;
    }

    /**
     * Opens the window and waits, on the calling thread, until it is closed.
     *
     * @param opening  how it shall open
     * @param wishes   hands on what later starts want of it, each time, and hears whether the window is there to show it; any thread
     * @throws NoWindowException if the toolkit does not start
     */
    void run(Machine machine, ServiceNames names, Opening opening, Consumer<Predicate<Opening>> wishes) throws NoWindowException {
        Groundwork groundwork = new Groundwork(machine, words, names, SettingsFolder.of(System.getenv()),
                machine.journal().apply(StateFolder.of(System.getenv())));
        groundwork.look();
        new Farewell(groundwork.store()::close).install();
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        try {
            start(() -> open(machine, groundwork, closed, opening, wishes));
        } catch (NoWindowException e) {
            groundwork.close();
            throw e;
        }
        await(closed);
    }

    private void open(Machine machine, Groundwork groundwork, CompletableFuture<@Nullable Void> closed, Opening opening,
            Consumer<Predicate<Opening>> wishes) {
        try {
            giveName();
            FrameClock.install();
            open(new Stage(), machine, groundwork, closed, opening, wishes);
        } catch (RuntimeException | Error e) {
            closed.completeExceptionally(e);
        }
    }

    private static void await(CompletableFuture<@Nullable Void> closed) {
        try {
            closed.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be opened", e.getCause());
        } finally {
            Platform.exit();
        }
    }

    /**
     * What X11 and Wayland call the window's program (WM_CLASS), by which a desktop finds the entry of its menu. The toolkit has a way to say it
     * only for a class that extends its Application, by the name of that class; else it is "java".
     */
    private static void giveName() {
        com.sun.glass.ui.Application.GetApplication().setName(Shipped.ID);
    }

    private static void start(Runnable first) throws NoWindowException {
        try {
            Platform.setImplicitExit(false);
            Platform.startup(first);
        } catch (RuntimeException | LinkageError e) {
            throw new NoWindowException(e);
        }
    }

    /** Opens the window on a stage; {@code closed} is completed when it has gone and its settings are kept. FX thread only. */
    void open(Stage stage, Machine machine, Groundwork groundwork, CompletableFuture<@Nullable Void> closed, Opening opening,
            Consumer<Predicate<Opening>> wishes) {
        boolean fonts = Fonts.load(Shipped.jar().map(Path::getParent));
        Wiring wiring = new Wiring(machine, groundwork, WIDTH, HEIGHT, stage::close);
        if (!fonts) {
            wiring.model().notices().add(words.get("app.noFonts", Visible.of(System.getProperty("java.io.tmpdir"))));
        }
        opening.textSize().ifPresent(wiring.model().textSize()::set);
        stage.setTitle(words.get("app.name"));
        for (int size : new int[]{16, 32, 48, 128}) {
            stage.getIcons().add(new Image("/quaywatch/icons/quaywatch-" + size + ".png"));
        }
        stage.setScene(wiring.scene());
        wiring.model().sizes().subscribe(sizes -> limit(stage, sizes));
        Placement.restore(stage, wiring.memory());
        AtomicBoolean leaving = new AtomicBoolean();
        stage.setOnHiding(_ -> {
            leaving.set(true);
            try {
                Placement.keep(stage, wiring.memory());
                wiring.close();
            } catch (RuntimeException e) {
                // It goes all the same: thrown on, it would neither be there nor gone, and later starts would hand it what they want.
                Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
            }
            hidePopups();
            closed.complete(null);
        });
        stage.iconifiedProperty().subscribe(wiring::rest);
        stage.iconifiedProperty().subscribe(new Tidy(groundwork.threads().rows())::look);
        stage.show();
        new Presence(stage, wiring.memory()).follow(groundwork.threads().rows(), new FxThread());
        wiring.show(opening);
        wiring.start();
        wishes.accept(wish -> {
            new FxThread().execute(() -> show(stage, wiring, wish));
            return !leaving.get();
        });
        if (!wiring.model().preferences().welcomed().get()) {
            wiring.window().welcome();
        }
    }

    private static void show(Stage stage, Wiring wiring, Opening wish) {
        if (stage.isShowing()) {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
            wish.textSize().ifPresent(wiring.model().textSize()::set);
            wiring.show(wish);
        }
    }

    /** Larger text needs more room, but never more than there is. */
    private static void limit(Stage stage, Sizes sizes) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(sizes.of(LEAST_WIDTH), screen.getWidth()));
        stage.setMinHeight(Math.min(sizes.of(LEAST_HEIGHT), screen.getHeight()));
    }

    /** On GTK the toolkit crashes when it ends while a popup is open. */
    private static void hidePopups() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow popup) {
                popup.hide();
            }
        }
    }
}
