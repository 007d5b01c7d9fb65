package quaywatch.app;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.control.IndexedCell;
import javafx.scene.image.WritableImage;
import javafx.util.Duration;

import quaywatch.cli.Screenshot;
import quaywatch.cli.SourceChoice;
import quaywatch.control.Journal;
import quaywatch.control.MemoryJournal;
import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.ServiceNames;
import quaywatch.settings.Palette;
import quaywatch.settings.Theme;
import quaywatch.text.Words;
import quaywatch.ui.header.HeaderViewModel;
import quaywatch.ui.header.SuggestionsViewModel;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.theme.Fonts;
import quaywatch.view.Line;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;
import quaywatch.view.Stretch;

/** Draws a screen without a display, from a few real looks at the machine. */
final class Photographer {

    /** The names of what can be drawn: the screens, and states of them worth a picture. */
    static final List<String> SCREENS = List.of("ports", "connections", "processes", "portmap", "activity", "history", "settings", "empty",
            "free",
            "why",
            "hidden",
            "close", "suggest",
            "saved", "keys", "about", "welcome", "brush");

    private static final Duration SETTLE = Duration.millis(3_600);
    private static final Duration DRAW = Duration.millis(400);
    /** Where what is to be drawn comes from a look of its own. */
    private static final Duration DRAW_ANSWER = Duration.millis(2_500);

    private final Words words;

    Photographer(Words words) {
        this.words = words;
    }

    void take(Machine machine, ServiceNames names, Screenshot request) throws IOException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Groundwork groundwork = new Groundwork(machine, words, names, Optional.empty(), journal(machine, request));
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> orFail(picture, () -> pose(machine, groundwork, request, picture)));
        try {
            Pictures.write(picture.get(), request.file());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be drawn", e.getCause());
        } finally {
            Platform.exit();
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
        Fonts.load();
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
        wiring.scene().snapshot(null);
        wiring.start();
        Timeline timeline = new Timeline(new KeyFrame(SETTLE, _ -> orFail(picture, () -> arrange(wiring, request))),
                new KeyFrame(SETTLE.add(List.of("why", "close").contains(request.screen()) ? DRAW_ANSWER : DRAW),
                        _ -> orFail(picture, () -> draw(wiring, picture))));
        timeline.play();
    }

    /** The values that occur are counted by a worker, and on a busy machine they may come late. */
    private static void drawWhenThere(Wiring wiring, Screenshot request, CompletableFuture<WritableImage> picture) {
        SuggestionsViewModel suggestions = wiring.model().header().suggestions();
        if (request.screen().equals("suggest") && !suggestions.isOpen()) {
            new Timeline(new KeyFrame(DRAW, _ -> orFail(picture, () -> drawWhenThere(wiring, request, picture)))).play();
        } else {
            draw(wiring, picture);
        }
    }

    /** Draws twice: the first time lays out what has just changed. */
    private static void draw(Wiring wiring, CompletableFuture<WritableImage> picture) {
        wiring.scene().snapshot(null);
        picture.complete(wiring.scene().snapshot(null));
        wiring.close();
    }

    private static void orFail(CompletableFuture<WritableImage> picture, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            picture.completeExceptionally(e);
        }
    }

    private static void arrange(Wiring wiring, Screenshot request) {
        switch (request.screen()) {
            case "empty" -> {
                wiring.model().header().add("process:node");
                wiring.model().header().add("port:8081");
            }
            case "free" -> selectService(wiring).or(() -> selectWorthwhile(wiring)).ifPresent(wiring.window()::free);
            // Held at two of its addresses only, and by a program that may be ended.
            case "why" -> wiring.window().why(Protocol.TCP, 8_888);
            case "close" -> {
                wiring.window().show(Screen.CONNECTIONS);
                new Timeline(new KeyFrame(DRAW, _ -> closeOne(wiring))).play();
            }
            case "ports" -> selectWorthwhile(wiring);
            case "keys" -> wiring.window().showKeys();
            case "about" -> wiring.window().showAbout();
            case "welcome" -> wiring.window().welcome();
            case "portmap" -> {
                wiring.window().show(Screen.PORT_MAP);
                wiring.model().portMap().pose();
            }
            case "hidden" -> explainHidden(wiring);
            case "suggest" -> suggest(wiring);
            case "saved" -> keepSome(wiring);
            case "brush" -> brush(wiring);
            default -> wiring.window().show(Screen.valueOf(request.screen().toUpperCase(Locale.ROOT)));
        }
    }

    private static void suggest(Wiring wiring) {
        wiring.model().header().add("is:listening");
        wiring.model().header().typed().set("process:");
        wiring.model().header().suggestions().ask("process:", "process:".length());
    }

    /** The 45 seconds that lie a little more than a minute back. */
    private static void brush(Wiring wiring) {
        wiring.window().show(Screen.ACTIVITY);
        Instant end = Instant.now().minusSeconds(65);
        wiring.model().header().add("time:" + Stretch.between(end.minusSeconds(45), end).text(ZoneId.systemDefault()));
    }

    private static void keepSome(Wiring wiring) {
        HeaderViewModel header = wiring.model().header();
        header.saved().save("Orders and its database", "process:java | process:postgres");
        header.saved().save("Far from here", "!is:loopback !raddr:10.0.0.0/8");
        header.add("process:node");
        wiring.window().savedFilters();
    }

    /** One with both ends on this machine, if there is any, has the most to tell. */
    private static void closeOne(Wiring wiring) {
        List<SocketLine> lines = wiring.model().table().lines().stream().filter(SocketLine.class::isInstance)
                .map(SocketLine.class::cast).toList();
        lines.stream().filter(line -> line.peer() != null).findFirst().or(() -> lines.stream().findFirst())
                .ifPresent(wiring.window()::closeConnection);
    }

    private static void explainHidden(Wiring wiring) {
        wiring.model().table().lines().stream().filter(SocketLine.class::isInstance).map(SocketLine.class::cast)
                .filter(line -> OwnerText.isHidden(line.owner())).findFirst().ifPresent(line -> {
                    wiring.model().inspectorOpen().set(false);
                    wiring.model().table().select(line);
                    wiring.scene().snapshot(null);
                    wiring.scene().getRoot().lookupAll(".table-cell.owner").stream()
                            .filter(node -> node instanceof IndexedCell<?> cell && line.equals(cell.getItem())).findFirst()
                            .ifPresent(cell -> wiring.window().explainOwner(line, cell));
                });
    }

    /** Selects the port with most clients. */
    private static java.util.Optional<SocketLine> selectWorthwhile(Wiring wiring) {
        java.util.Optional<SocketLine> line = wiring.model().table().lines().stream().filter(SocketLine.class::isInstance)
                .map(SocketLine.class::cast)
                .max(java.util.Comparator.comparingInt(SocketLine::clients));
        line.ifPresent((Line chosen) -> wiring.model().table().select(chosen));
        return line;
    }

    /** A program that would be started again has the most to tell. */
    private static Optional<SocketLine> selectService(Wiring wiring) {
        Optional<SocketLine> line = wiring.model().table().lines().stream().filter(SocketLine.class::isInstance)
                .map(SocketLine.class::cast)
                .filter(each -> each.owner() instanceof Owner.Processes owner
                        && owner.first().belongsTo() instanceof Belonging.Unit(_, boolean user) && user)
                .max(java.util.Comparator.comparingInt(SocketLine::clients));
        line.ifPresent((Line chosen) -> wiring.model().table().select(chosen));
        return line;
    }
}
