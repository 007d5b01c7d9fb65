package quaywatch.ui;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import quaywatch.model.PortRange;
import quaywatch.text.Words;
import quaywatch.ui.activity.ActivityView;
import quaywatch.ui.connections.ConnectionsView;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.kit.Later;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.portmap.PortMapView;
import quaywatch.ui.ports.PortsView;
import quaywatch.ui.processes.ProcessesView;
import quaywatch.ui.table.SocketTable;
import quaywatch.ui.table.TableViewModel;
import quaywatch.view.Wording;

/** The screens, each made when it first comes to the front, and the tables on them. FX thread only. */
final class Screens extends StackPane {

    private final MainViewModel model;
    private final Wording wording;
    private final TimeBrush brush;
    private final Navigation navigation;
    private final Map<Screen, Later<SocketTable>> tables = new EnumMap<>(Screen.class);
    private final Later<ActivityView> activity = new Later<>(this::activity);
    /** As a window is until it has a width. */
    private boolean narrow = true;

    /** @param others  the screens that are no tables of the machine */
    Screens(MainViewModel model, Wording wording, PortRange ephemeral, TimeBrush brush, Navigation navigation, OtherScreens others) {
        this.model = model;
        this.wording = wording;
        this.brush = brush;
        this.navigation = navigation;
        for (TableViewModel table : model.tables()) {
            tables.put(table.screen(), new Later<>(() -> table(table)));
        }
        follow(ephemeral, others);
    }

    private void follow(PortRange ephemeral, OtherScreens others) {
        Words words = wording.words();
        Later<Node> ports = new Later<>(() -> new PortsView(model.ports(), table(Screen.PORTS), model.ranges(), ephemeral, words));
        Later<Node> connections = new Later<>(
                () -> new ConnectionsView(model.connections(), table(Screen.CONNECTIONS), model.ranges(), model.sizes(), words));
        Later<Node> map = new Later<>(() -> new PortMapView(model.portMap(), ephemeral, model.sizes(), wording, navigation));
        Later<Node> processes = new Later<>(() -> new ProcessesView(model.processes(), table(Screen.PROCESSES), words));
        Later<Node> history = new Later<>(() -> others.history().apply(navigation));
        Later<Node> settings = new Later<>(others.settings());
        model.screen().subscribe(front -> getChildren().setAll(switch (front) {
            case PORTS -> ports.get();
            case CONNECTIONS -> connections.get();
            case PROCESSES -> processes.get();
            case PORT_MAP -> map.get();
            case ACTIVITY -> activity.get();
            case HISTORY -> history.get();
            case SETTINGS -> settings.get();
        }));
        model.frame().subscribe(_ -> activity.ifMade(this::show));
    }

    private SocketTable table(TableViewModel shown) {
        SocketTable table = new SocketTable(shown.screen().name().toLowerCase(Locale.ROOT) + "-table", shown, wording, model.sizes(),
                navigation);
        table.setPlaceholder(new EmptyState(model, shown, wording, navigation).scrolling());
        return table;
    }

    private SocketTable table(Screen screen) {
        return Objects.requireNonNull(tables.get(screen)).get();
    }

    private ActivityView activity() {
        ActivityView made = new ActivityView(brush, navigation, wording);
        made.setNarrow(narrow);
        show(made);
        return made;
    }

    private void show(ActivityView made) {
        Frame frame = model.frame().get();
        if (frame != null) {
            made.show(frame.snapshot().history());
        }
    }

    /** The table of the screen in front; that of Ports while no table is. */
    SocketTable front() {
        return table(model.table().screen());
    }

    /** Whether there is little room from left to right. */
    void setNarrow(boolean on) {
        narrow = on;
        activity.ifMade(made -> made.setNarrow(on));
    }
}
