package quaywatch.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;

import quaywatch.cli.NoWindowException;
import quaywatch.cli.Screenshot;
import quaywatch.cli.SourceChoice;
import quaywatch.control.Journal;
import quaywatch.control.MemoryJournal;
import quaywatch.model.ServiceNames;
import quaywatch.settings.Palette;
import quaywatch.settings.Theme;
import quaywatch.text.FileTrouble;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.fx.FxThread;
import quaywatch.ui.theme.Fonts;

/** Draws a screen without a display, from a few real looks at the machine. */
final class Photographer {

    /** In place of a screen: every one, as a file of its name in a folder. */
    static final String ALL = "all";

    /** Most of the time that a picture takes goes by in waiting; more at once would hold up each other's looks. */
    private static final int AT_ONCE = 4;
    /** So that there are rates. */
    private static final Duration SETTLE = Duration.millis(3_000);
    private static final Duration DRAW = Duration.millis(400);
    /** Where what is to be drawn comes from a look of its own. */
    private static final Duration DRAW_ANSWER = Duration.millis(2_500);
    private static final Duration STEP = Duration.millis(100);
    /** A machine that is busier than that is drawn as it is. */
    private static final int MOST_STEPS = 300;

    private final FxThread fx = new FxThread();
    private final Words words;

    Photographer(Words words) {
        this.words = words;
    }

    /**
     * Draws what was asked for; the file is a folder if that is {@link #ALL}. Ends the toolkit.
     *
     * @param machines  one for each picture: a made-up one has a time of its own
     * @throws IOException if a file can't be written, in the system's words
     * @throws NoWindowException if the toolkit does not start
     */
    void take(Supplier<Machine> machines, ServiceNames names, Screenshot request) throws IOException, NoWindowException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.setImplicitExit(false);
        CompletableFuture<Boolean> fonts = start();
        try {
            if (!fonts.get()) {
                throw new NoWindowException(words.get("app.noFonts.picture", Visible.of(System.getProperty("java.io.tmpdir"))));
            }
            List<Screenshot> rest = each(request);
            while (!rest.isEmpty()) {
                List<Screenshot> next = rest.subList(0, Math.min(AT_ONCE, rest.size()));
                takeTogether(machines, names, next);
                rest = rest.subList(next.size(), rest.size());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be drawn", e.getCause());
        } finally {
            Platform.exit();
        }
    }

    /** Tells whether the fonts are there. */
    private static CompletableFuture<Boolean> start() throws NoWindowException {
        CompletableFuture<Boolean> fonts = new CompletableFuture<>();
        try {
            Platform.startup(() -> orFail(fonts, () -> fonts.complete(Fonts.load(Shipped.jar().map(Path::getParent)))));
            return fonts;
        } catch (RuntimeException | LinkageError e) {
            throw new NoWindowException(e);
        }
    }

    private static List<Screenshot> each(Screenshot request) throws IOException {
        if (!request.screen().equals(ALL)) {
            return List.of(request);
        }
        try {
            Files.createDirectories(request.file());
        } catch (IOException e) {
            throw new IOException(FileTrouble.words(e), e);
        }
        return Pose.NAMES.stream().map(request::of).toList();
    }

    private void takeTogether(Supplier<Machine> machines, ServiceNames names, List<Screenshot> requests)
            throws IOException, InterruptedException, ExecutionException {
        List<CompletableFuture<WritableImage>> pictures = new ArrayList<>();
        for (Screenshot request : requests) {
            Machine machine = machines.get();
            Groundwork groundwork = new Groundwork(machine, words, names, Optional.empty(), journal(machine, request));
            CompletableFuture<WritableImage> picture = new CompletableFuture<>();
            pictures.add(picture);
            fx.execute(() -> orFail(picture, () -> pose(machine, groundwork, request, picture)));
        }
        for (int number = 0; number < requests.size(); number++) {
            Pictures.write(pictures.get(number).get(), requests.get(number).file());
        }
    }

    /** What somebody did on this machine is no matter for a picture. */
    private static Journal journal(Machine machine, Screenshot request) {
        return request.source().kind() == SourceChoice.Kind.DEMO
                ? machine.journal().apply(Optional.empty())
                : new MemoryJournal(List.of(), null);
    }

    /** The scene is on no stage: the Headless screen is 1000x1000 and would cut a larger one. */
    private void pose(Machine machine, Groundwork groundwork, Screenshot request,
            CompletableFuture<WritableImage> picture) {
        Theme theme = switch (request.theme()) {
            case LIGHT, SAFE_LIGHT -> Theme.LIGHT;
            case DARK, SAFE_DARK -> Theme.DARK;
            case CONTRAST -> Theme.CONTRAST;
        };
        Wiring wiring = new Wiring(machine, groundwork, request.width(), request.height(), Platform::exit);
        wiring.model().theme().set(theme);
        wiring.model().preferences().palette().set(switch (request.theme()) {
            case LIGHT, DARK, CONTRAST -> Palette.USUAL;
            case SAFE_LIGHT, SAFE_DARK -> Palette.SAFE;
        });
        wiring.model().textSize().set(request.textSize());
        wiring.model().notices().clear();
        // Not drawn yet: on no stage, what has been drawn and then changes while it is hidden would be drawn as it was.
        wiring.scene().getRoot().applyCss();
        wiring.scene().getRoot().layout();
        wiring.start();
        Pose screen = new Pose(wiring, request.screen());
        when(screen::canBegin, picture, () -> after(SETTLE, picture, () -> {
            screen.begin();
            after(DRAW, picture, () -> when(screen::canEnd, picture, () -> {
                screen.end();
                after(screen.asks() ? DRAW_ANSWER : DRAW, picture, () -> draw(wiring, picture));
            }));
        }));
    }

    private static void after(Duration time, CompletableFuture<WritableImage> picture, Runnable next) {
        new Timeline(new KeyFrame(time, _ -> orFail(picture, next))).play();
    }

    private static void when(BooleanSupplier ready, CompletableFuture<WritableImage> picture, Runnable next) {
        when(ready, MOST_STEPS, picture, next);
    }

    private static void when(BooleanSupplier ready, int steps, CompletableFuture<WritableImage> picture, Runnable next) {
        if (steps == 0 || ready.getAsBoolean()) {
            next.run();
        } else {
            after(STEP, picture, () -> when(ready, steps - 1, picture, next));
        }
    }

    /** Draws twice: the first time lays out what has just changed. */
    private static void draw(Wiring wiring, CompletableFuture<WritableImage> picture) {
        wiring.scene().snapshot(null);
        picture.complete(wiring.scene().snapshot(null));
        wiring.close();
    }

    private static void orFail(CompletableFuture<?> picture, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            picture.completeExceptionally(e);
        }
    }
}
