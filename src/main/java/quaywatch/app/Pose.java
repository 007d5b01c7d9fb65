package quaywatch.app;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.IndexedCell;

import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.header.HeaderViewModel;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Line;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;
import quaywatch.view.Stretch;

/** Brings the window into the state that a picture is to show. FX thread. */
final class Pose {

    /** What can be drawn: the screens, and states of them worth a picture. */
    static final List<String> NAMES = List.of("ports", "connections", "processes", "portmap", "activity", "history", "settings", "empty",
            "free", "why", "hidden", "close", "suggest", "saved", "keys", "about", "welcome", "brush");

    private static final Duration LATELY = Duration.ofSeconds(5);

    private final Wiring wiring;
    private final String name;

    /** @param name  one of {@link #NAMES} */
    Pose(Wiring wiring, String name) {
        this.wiring = wiring;
        this.name = name;
    }

    /** Whether there has been a look at the machine as it is now: a made-up one begins with an hour that is past. */
    boolean canBegin() {
        Frame frame = wiring.model().frame().get();
        return frame != null && frame.snapshot().taken().isAfter(Instant.now().minus(LATELY));
    }

    void begin() {
        switch (name) {
            case "empty" -> {
                wiring.model().header().filters().add("process:node");
                wiring.model().header().filters().add("port:8081");
            }
            case "free" -> selectService().or(() -> selectWorthwhile()).ifPresent(wiring.window()::free);
            // Held at two of its addresses only, and by a program that may be ended.
            case "why" -> wiring.window().why(Protocol.TCP, 8_888);
            case "close" -> wiring.window().show(Screen.CONNECTIONS);
            case "ports" -> selectWorthwhile();
            case "keys" -> wiring.window().showKeys();
            case "about" -> wiring.window().showAbout();
            case "welcome" -> wiring.window().welcome();
            case "portmap" -> {
                wiring.window().show(Screen.PORT_MAP);
                wiring.model().portMap().pose();
            }
            case "hidden" -> explainHidden();
            case "suggest" -> suggest();
            case "saved" -> keepSome();
            case "brush" -> brush();
            default -> wiring.window().show(Screen.valueOf(name.toUpperCase(Locale.ROOT)));
        }
    }

    /** Whether the rows that were asked for are there: on a busy machine they may come late. */
    boolean canEnd() {
        Frame frame = wiring.model().frame().get();
        Screen screen = wiring.model().screen().get() == Screen.PORT_MAP ? Screen.PORT_MAP : wiring.model().table().screen();
        return frame != null && frame.request().screen() == screen
                && frame.request().state().query().equals(wiring.model().header().filters().query().get())
                && (!name.equals("suggest") || wiring.model().header().suggestions().isOpen());
    }

    /** What needs these rows. */
    void end() {
        if (name.equals("close")) {
            closeOne();
        }
    }

    /** Whether something is shown that takes a look of its own. */
    boolean asks() {
        return List.of("why", "close").contains(name);
    }

    private void suggest() {
        wiring.model().header().filters().add("is:listening");
        wiring.model().header().filters().typed().set("process:");
        wiring.model().header().suggestions().ask("process:", "process:".length());
    }

    /** The 45 seconds that lie a little more than a minute back. */
    private void brush() {
        wiring.window().show(Screen.ACTIVITY);
        Instant end = Instant.now().minusSeconds(65);
        wiring.model().header().filters().add("time:" + Stretch.between(end.minusSeconds(45), end).text(ZoneId.systemDefault()));
    }

    private void keepSome() {
        HeaderViewModel header = wiring.model().header();
        header.saved().save("Orders and its database", "process:java | process:postgres");
        header.saved().save("Far from here", "!is:loopback !raddr:10.0.0.0/8");
        header.filters().add("process:node");
        wiring.window().savedFilters();
    }

    /** One with both ends on this machine, if there is any, has the most to tell. */
    private void closeOne() {
        lines().filter(line -> line.peer() != null).findFirst().or(() -> lines().findFirst())
                .ifPresent(wiring.window()::closeConnection);
    }

    private void explainHidden() {
        lines().filter(line -> OwnerText.isHidden(line.owner())).findFirst().ifPresent(line -> {
            wiring.model().inspectorOpen().set(false);
            wiring.model().table().select(line);
            wiring.scene().snapshot(null);
            wiring.scene().getRoot().lookupAll(".table-cell.owner").stream()
                    .filter(node -> node instanceof IndexedCell<?> cell && line.equals(cell.getItem())).findFirst()
                    .ifPresent(cell -> wiring.window().explainOwner(line, cell));
        });
    }

    /** Selects the port with most clients. */
    private Optional<SocketLine> selectWorthwhile() {
        return select(lines());
    }

    /** A program that would be started again has the most to tell. */
    private Optional<SocketLine> selectService() {
        return select(lines().filter(each -> each.owner() instanceof Owner.Processes owner
                && owner.first().belongsTo() instanceof Belonging.Unit(_, boolean user) && user));
    }

    private Optional<SocketLine> select(Stream<SocketLine> some) {
        Optional<SocketLine> most = some.max(Comparator.comparingInt(SocketLine::clients));
        most.ifPresent((Line chosen) -> wiring.model().table().select(chosen));
        return most;
    }

    private Stream<SocketLine> lines() {
        return wiring.model().table().lines().stream().filter(SocketLine.class::isInstance).map(SocketLine.class::cast);
    }
}
