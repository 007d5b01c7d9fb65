package quaywatch.ui;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import quaywatch.model.Owner;
import quaywatch.model.PortRange;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.SocketKey;
import quaywatch.ui.charts.ChartsView;
import quaywatch.ui.export.ExportDesk;
import quaywatch.ui.free.FreeDialog;
import quaywatch.ui.header.AsideBar;
import quaywatch.ui.header.HeaderView;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.NoticeBar;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.rail.RailView;
import quaywatch.ui.status.StatusView;
import quaywatch.ui.table.SocketTable;
import quaywatch.ui.why.WhyDialog;
import quaywatch.view.Shown;
import quaywatch.view.SocketLine;
import quaywatch.view.WebAddress;
import quaywatch.view.Wording;

/** The window's content: rail, header, the screen in front, inspector, charts, status bar, and the dialog above them all. */
public final class MainWindow extends StackPane implements Navigation {

    /** Below this width the rail shows icons only; below {@link #DRAWER} the inspector lies over the table. */
    static final double NARROW = 1_100;
    static final double DRAWER = 900;
    static final double LOW = 800;

    /** Without colours for what is new, has changed or was closed. */
    private static final PseudoClass UNMARKED = PseudoClass.getPseudoClass("unmarked");

    private final MainViewModel model;
    private final Wording wording;
    private final HeaderView header;
    private final Screens screens;
    private final VBox left = new VBox();
    private final InspectorPlace inspector;
    private final ChartsView charts;
    private final TimeBrush brush;
    private final StatusView status;
    private final Dialogs dialogs;
    private final Guide guide;
    private final Cards cards;
    private final ExportDesk desk;
    private final WindowActions program;

    /**
     * @param parts     what stopping needs
     * @param inquiry   what telling why a port can't be used needs
     * @param desk      what exporting needs
     * @param look      what the header and menu ask of the program
     * @param others    the screens that are no tables of the machine
     */
    public MainWindow(MainViewModel model, Wording wording, PortRange ephemeral, FreeDialog.Workshop parts, WhyDialog.Workshop inquiry,
            ExportDesk desk,
            WindowActions look,
            OtherScreens others) {
        this.model = model;
        this.wording = wording;
        this.desk = desk;
        this.program = look;
        getStyleClass().add("window");
        cards = new Cards(model, wording, desk, this::front, this);
        dialogs = new Dialogs(model, parts, inquiry, wording, this, () -> front().node().requestFocus());
        guide = new Guide(model, wording.words(), () -> front().showSelected());
        header = new HeaderView(model.header(), wording.words(),
                new HeaderActions(model, this::front, this, look, dialogs::why), model.sizes(), menu(look));
        inspector = new InspectorPlace(model, wording, this, left, () -> front().node().requestFocus());
        charts = new ChartsView(wording.words(), wording.zone());
        brush = new TimeBrush(model.header().filters(), wording.zone());
        screens = new Screens(model, wording, ephemeral, brush, this, others);
        status = new StatusView(wording.words(), model.header().paused(), () -> filter("is:hidden"));
        BorderPane frame = frame();
        // Where even the least does not fit, it is the end that is cut.
        setAlignment(frame, Pos.TOP_LEFT);
        getChildren().addAll(frame, header.suggestions(), cards.layer());
        getChildren().addAll(dialogs.nodes());
        follow();
        model.preferences().marks().subscribe(marks -> pseudoClassStateChanged(UNMARKED, !marks.on()));
        Shortcuts.install(this, model, header);
    }

    private BorderPane frame() {
        left.getChildren().addAll(screens, charts);
        VBox.setVgrow(screens, Priority.ALWAYS);
        left.setMinWidth(0);
        VBox middle = new VBox(inspector, status);
        VBox.setVgrow(inspector, Priority.ALWAYS);
        BorderPane inner = new BorderPane(middle,
                new VBox(header, new AsideBar(model.header().aside(), wording.words()),
                        new NoticeBar(model.notices(), wording.words().get("ui.close"))),
                null,
                null, null);
        return new BorderPane(inner, null, null, null, new RailView(model.screen(), model.sizes(), wording.words()));
    }

    private void follow() {
        model.screen().subscribe(front -> {
            Controls.show(charts, front.isLive());
            inspector.show();
        });
        model.frame().subscribe(frame -> {
            if (frame != null) {
                status.show(frame);
                charts.show(frame.snapshot().history());
            }
        });
        model.arrived().subscribe(_ -> inspector.show());
        model.detail().addListener((_, _, _) -> inspector.show());
        model.tables().forEach(table -> table.selected().addListener((_, _, _) -> {
            // With a new frame comes a new line, and the frame's own arrival follows.
            if (model.arrived().get() == model.frame().get()) {
                inspector.show();
            }
        }));
        widthProperty().addListener((_, _, _) -> fitWidth());
        heightProperty().addListener((_, _, _) -> fitHeight());
        model.sizes().addListener((_, _, _) -> {
            fitWidth();
            fitHeight();
        });
    }

    /** With larger text the same window has less room. */
    private boolean below(double size, double limit) {
        return size < model.sizes().getValue().of(limit);
    }

    private void fitHeight() {
        charts.setStrip(below(getHeight(), LOW));
    }

    private void fitWidth() {
        boolean narrow = below(getWidth(), NARROW);
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
        status.setNarrow(narrow);
        screens.setNarrow(narrow);
        header.setNarrow(narrow);
        inspector.setDrawer(getWidth() > 0 && below(getWidth(), DRAWER));
    }

    private MenuButton menu(WindowActions look) {
        return MainMenu.make(wording.words(), look, new TextSize(model.textSize()), () -> model.table().applyWaiting(), this::askWhy,
                this::showKeys, this::showAbout);
    }

    private SocketTable front() {
        return screens.front();
    }

    /** One step back: dialog, card, drawer, brush, then filters. True if there was a step. */
    boolean back() {
        if (dialogs.close() || cards.close() || inspector.closeDrawer()) {
            return true;
        }
        if (brush.chosen().getValue() != null) {
            brush.clear();
            return true;
        }
        if (model.header().filters().any()) {
            clearFilters();
            return true;
        }
        return false;
    }

    /** Whether the dialog is open, so that the window's own keys rest. */
    boolean busy() {
        return dialogs.isOpen();
    }

    /** Shows the list of keys, or takes it away. */
    public void showKeys() {
        cards.keys();
    }

    /** Shows what the program is. */
    public void showAbout() {
        cards.about(program.about());
    }

    /** Shows the hint for a new user. */
    public void welcome() {
        cards.welcome();
    }

    /** Puts the focus where a new user starts: the port box; while a dialog is open, it stays in there. */
    public void focusStart() {
        if (!busy()) {
            header.focusPort();
        }
    }

    // ---- what the parts ask

    @Override
    public void show(Screen screen) {
        model.screen().set(screen);
    }

    @Override
    public void filter(String term) {
        model.header().filters().add(term);
    }

    @Override
    public void goTo(SocketKey socket) {
        guide.to(socket);
    }

    @Override
    public void goTo(ProcessId process) {
        guide.to(process);
    }

    @Override
    public void goTo(Owner owner) {
        guide.to(owner);
    }

    @Override
    public void goTo(Protocol protocol, int port) {
        guide.to(protocol, port);
    }

    @Override
    public void showConnections(List<String> terms) {
        guide.toConnections(terms, brush);
        front().node().requestFocus();
    }

    @Override
    public void clearFilters() {
        model.header().filters().clear();
    }

    @Override
    public void free(SocketLine line) {
        dialogs.free(line.row());
    }

    @Override
    public void closeConnection(SocketLine line) {
        dialogs.closeConnection(line);
    }

    @Override
    public Optional<String> whyNotClose(SocketLine line) {
        return dialogs.whyNotClose(line);
    }

    @Override
    public void why(Protocol protocol, int port) {
        dialogs.why(Integer.toString(port), protocol);
    }

    /** About the port of the row in focus; without one, about a port that is yet to be typed. */
    void askWhy() {
        if (!busy()) {
            dialogs.why();
        }
    }

    @Override
    public Optional<String> webAddress(SocketLine line) {
        return WebAddress.of(line, wording.names());
    }

    @Override
    public void browse(SocketLine line) {
        webAddress(line).ifPresent(program::browse);
    }

    @Override
    public void rowMenu(Node at) {
        front().openMenu(at);
    }

    @Override
    public void explainOwner(SocketLine line, Node at) {
        cards.owner(line, at);
    }

    @Override
    public void inspect() {
        inspector.open();
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void copy(Shown lines) {
        desk.copy(lines, this::copy);
    }

    @Override
    public void savedFilters() {
        cards.savedFilters();
    }

    @Override
    public void export() {
        cards.export();
    }

    @Override
    public void chooseColumns() {
        cards.columns();
    }
}
