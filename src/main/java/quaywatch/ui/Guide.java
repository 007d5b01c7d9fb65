package quaywatch.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Owner;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Snapshot;
import quaywatch.model.SocketKey;
import quaywatch.text.Words;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.header.FiltersViewModel;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.table.TableViewModel;
import quaywatch.view.Line;
import quaywatch.view.Scope;
import quaywatch.view.Target;
import quaywatch.view.ViewState;

/** Goes to a socket, or to those of an owner, so that they are seen: filters in the way are set aside. FX thread only. */
final class Guide {

    /** After so many looks it has gone on the way. */
    private static final int LATEST = 3;

    private final MainViewModel model;
    private final Words words;
    private final Runnable seen;
    /** What is to be selected as soon as its line is there; null if nothing. */
    private @Nullable Target wanted;
    private @Nullable Screen screen;
    /** The look in which that was asked. */
    private long asked;

    /** @param seen  called when the line is selected */
    Guide(MainViewModel model, Words words, Runnable seen) {
        this.model = model;
        this.words = words;
        this.seen = seen;
        model.arrived().subscribe(frame -> {
            if (frame != null) {
                arrive(frame);
            }
        });
    }

    void to(SocketKey key) {
        Target target = Target.socket(snapshot(), key);
        if (target == null) {
            tell(words.get("ui.goto.gone.socket"));
        } else if (hides(target)) {
            go(target);
            model.header().aside().show(target.filter());
        } else {
            go(target);
        }
    }

    /** To the first of those who hold a port. */
    void to(Protocol protocol, int port) {
        snapshot().rows().stream().filter(row -> row.socket().protocol() == protocol && row.socket().local().port() == port)
                .filter(row -> row.socket().holdsPort() && !row.isClosed()).findFirst()
                .ifPresentOrElse(row -> to(row.socket().key()), () -> tell(words.get("ui.goto.gone.port", Integer.toString(port))));
    }

    void to(ProcessId process) {
        toAll(Target.process(snapshot(), process));
    }

    void to(Owner owner) {
        toAll(Target.owner(snapshot(), owner));
    }

    /** To the connections that all these terms match, whatever else was filtered by, but for the brushed time. */
    void toConnections(List<String> terms, TimeBrush brush) {
        model.screen().set(Screen.CONNECTIONS);
        List<String> times = brush.terms();
        if (model.header().filters().whole().equals(String.join(" ", times))) {
            terms.forEach(model.header().filters()::add);
        } else {
            model.header().aside().show(Stream.concat(times.stream(), terms.stream()).toList());
        }
    }

    private void toAll(@Nullable Target target) {
        if (target == null) {
            tell(words.get("ui.goto.gone.owner"));
            return;
        }
        boolean hidden = hides(target);
        go(target);
        if (hidden) {
            model.header().aside().show(target.filter());
        } else {
            target.filter().forEach(model.header().filters()::add);
        }
    }

    private void tell(String sentence) {
        model.notices().remove(sentence);
        model.notices().add(sentence);
    }

    private Snapshot snapshot() {
        Frame frame = model.frame().get();
        return frame == null ? Snapshot.NONE : frame.snapshot();
    }

    private boolean hides(Target target) {
        Frame frame = model.frame().get();
        FiltersViewModel filters = model.header().filters();
        ViewState state = ViewState.of(Scope.ALL).withProtocols(filters.protocols().chosen()).withQuery(filters.query().get());
        return frame != null && target.isHiddenBy(state, frame.now());
    }

    /** To the screen that shows all of it, with its groups open. */
    private void go(Target target) {
        Scope scope = target.scope();
        model.screen().set(scope == Scope.LISTENING ? Screen.PORTS : Screen.CONNECTIONS);
        if (model.header().scope().get() != Scope.ALL) {
            model.header().scope().set(scope);
        }
        TableViewModel table = model.table();
        Set<String> collapsed = new HashSet<>(table.collapsed().get());
        collapsed.removeAll(target.groups(table.grouping().get()));
        table.collapsed().set(Set.copyOf(collapsed));
        table.applyWaiting();
        wanted = target;
        asked = snapshot().sequence();
        screen = table.screen();
    }

    private void arrive(Frame frame) {
        Target target = wanted;
        if (target == null || frame.request().screen() != screen) {
            return;
        }
        Line line = target.first(frame.rows().lines());
        if (line != null) {
            wanted = null;
            model.table().select(line);
            seen.run();
        } else if (frame.snapshot().sequence() > asked + LATEST) {
            wanted = null;
        }
    }
}
