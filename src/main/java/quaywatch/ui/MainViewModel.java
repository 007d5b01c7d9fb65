package quaywatch.ui;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessId;
import quaywatch.model.Socket;
import quaywatch.settings.Theme;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.fx.Request;
import quaywatch.ui.fx.RowsFeed;
import quaywatch.ui.header.FiltersViewModel;
import quaywatch.ui.header.HeaderViewModel;
import quaywatch.ui.nav.RangeFilter;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.portmap.PortMapViewModel;
import quaywatch.ui.settings.PreferencesViewModel;
import quaywatch.ui.table.TableViewModel;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.Line;
import quaywatch.view.Scope;
import quaywatch.view.ViewState;

/** What the window shows as a whole: which screen, and from all its filters one request to the feed. No controls; FX thread only. */
public final class MainViewModel {

    private final HeaderViewModel header;
    private final Tables tables = Tables.fresh();
    private final PortMapViewModel portMap = new PortMapViewModel();
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.PORTS);
    private final ReadOnlyObjectWrapper<@Nullable Frame> frame = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Frame> arrived = new ReadOnlyObjectWrapper<>();
    private final Attention attention = new Attention();
    private final RangeFilter ranges;
    private final PreferencesViewModel preferences;
    private final ObservableValue<Sizes> sizes;
    private final BooleanProperty inspectorOpen = new SimpleBooleanProperty(true);
    private final ObservableList<String> notices = FXCollections.observableArrayList();
    private @Nullable RowsFeed feed;

    public MainViewModel(HeaderViewModel header) {
        this.header = header;
        ranges = new RangeTerms(header.filters());
        preferences = new PreferencesViewModel(header.interval());
        sizes = preferences.textSize().map(Sizes::ofPercent);
        for (TableViewModel table : tables()) {
            table.grouping().addListener((_, _, _) -> ask());
            table.sort().addListener((_, _, _) -> ask());
            table.collapsed().addListener((_, _, _) -> ask());
            table.held().addListener((_, _, _) -> ask());
            table.arrangement().addListener((_, _, _) -> ask());
            table.selected().addListener((_, _, _) -> attend());
        }
        FiltersViewModel filters = header.filters();
        filters.query().addListener((_, _, _) -> ask());
        filters.protocols().tcp().addListener((_, _, _) -> ask());
        filters.protocols().udp().addListener((_, _, _) -> ask());
        header.scope().addListener((_, _, _) -> ask());
        // Whoever wants the names wants to see them.
        preferences.hostNames().addListener((_, _, on) -> tables.connections().columns().show(SeenHosts.COLUMN, on));
        preferences.marks().addListener((_, _, _) -> ask());
        screen.addListener((_, _, now) -> front(now));
        screen.addListener((_, _, _) -> attend());
    }

    private void attend() {
        attention.turnTo(selected());
    }

    /** Starts asking; the feed hands its frames to {@link #show}. */
    public void connect(RowsFeed newFeed) {
        feed = newFeed;
        header.paused().subscribe(newFeed::pause);
        ask();
    }

    // ---- properties

    public HeaderViewModel header() {
        return header;
    }

    public TableViewModel ports() {
        return tables.ports();
    }

    public TableViewModel connections() {
        return tables.connections();
    }

    public TableViewModel processes() {
        return tables.processes();
    }

    public PortMapViewModel portMap() {
        return portMap;
    }

    /** All tables. */
    public List<TableViewModel> tables() {
        return tables.all();
    }

    /** The screen in front. */
    public ObjectProperty<Screen> screen() {
        return screen;
    }

    /** What the user prefers. */
    public PreferencesViewModel preferences() {
        return preferences;
    }

    public ObjectProperty<Theme> theme() {
        return preferences.theme();
    }

    /** How large text and all that goes with it is, in percent of the usual size. */
    public ObjectProperty<Integer> textSize() {
        return preferences.textSize();
    }

    /** What that makes of the figures of the design. */
    public ObservableValue<Sizes> sizes() {
        return sizes;
    }

    /** How much of one processor core looking may take, in percent. */
    public ObjectProperty<Integer> share() {
        return preferences.share();
    }

    /** Whether the user's resolver is asked for the names of far hosts; their column comes and goes with it. */
    public BooleanProperty hostNames() {
        return preferences.hostNames();
    }

    /** Whether the inspector is shown when a socket is selected. */
    public BooleanProperty inspectorOpen() {
        return inspectorOpen;
    }

    /** Sentences the user should know, until closed. */
    public ObservableList<String> notices() {
        return notices;
    }

    /** The frame shown last; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Frame> frame() {
        return frame.getReadOnlyProperty();
    }

    /** The same frame once its lines are in their table. */
    ReadOnlyObjectProperty<@Nullable Frame> arrived() {
        return arrived.getReadOnlyProperty();
    }

    /** The table in front; Ports while no table is. */
    public TableViewModel table() {
        return tables.of(screen.get());
    }

    /** The line that is selected on the screen in front; null if none. */
    public @Nullable Line selected() {
        return screen.get().isLive() ? table().selected().get() : null;
    }

    /** The socket of the selected line, as it was when it was selected; null if none is. */
    public ReadOnlyObjectProperty<@Nullable Socket> attended() {
        return attention.socket();
    }

    /** The process of the selected line, the first of several; null if none is known. */
    public ReadOnlyObjectProperty<@Nullable ProcessId> inspected() {
        return attention.process();
    }

    /** What was read of that process because it is looked at; null where that is not known (yet). */
    public ObjectProperty<@Nullable ProcessDetail> detail() {
        return attention.detail();
    }

    /** The filter by port range. */
    RangeFilter ranges() {
        return ranges;
    }

    // ---- commands

    /** A finished frame. */
    public void show(Frame next) {
        header.suggestions().see(next.snapshot());
        frame.set(next);
        if (next.request().screen().isLive()) {
            tables.of(next.request().screen()).show(next);
        } else {
            portMap.show(next.map());
        }
        arrived.set(next);
    }

    /** A scope chosen by hand: listening and connected have a screen of their own. */
    public void choose(Scope scope) {
        switch (scope) {
            case LISTENING -> screen.set(Screen.PORTS);
            case CONNECTED -> screen.set(Screen.CONNECTIONS);
            case ALL -> {
                // Both screens can show all.
            }
        }
        header.scope().set(scope);
    }

    private void front(Screen now) {
        switch (now) {
            case PORTS -> header.scope().set(Scope.LISTENING);
            case CONNECTIONS -> header.scope().set(Scope.CONNECTED);
            case PROCESSES -> header.scope().set(Scope.ALL);
            case PORT_MAP -> header.scope().set(Scope.ALL);
            case ACTIVITY, HISTORY, SETTINGS -> {
                // They show no rows.
            }
        }
        ask();
    }

    private void ask() {
        if (feed == null) {
            return;
        }
        TableViewModel table = table();
        FiltersViewModel filters = header.filters();
        ViewState state = new ViewState(header.scope().get(), filters.protocols().chosen(), filters.query().get(), table.grouping().get(),
                table.sort().get(), table.collapsed().get(), preferences.marks().get().duration());
        Screen asked = screen.get() == Screen.PORT_MAP ? Screen.PORT_MAP : table.screen();
        feed.request(new Request(asked, state, table.held().get(), table.arrangement().get()));
    }
}
