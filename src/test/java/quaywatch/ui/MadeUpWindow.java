package quaywatch.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.testfx.util.WaitForAsyncUtils;

import quaywatch.control.Deed;
import quaywatch.control.Launches;
import quaywatch.control.MemoryJournal;
import quaywatch.control.Planner;
import quaywatch.control.PortInquiry;
import quaywatch.control.PortProbe;
import quaywatch.control.Recorder;
import quaywatch.control.Self;
import quaywatch.model.Closed;
import quaywatch.model.History;
import quaywatch.model.PortRange;
import quaywatch.model.PortRules;
import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessId;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.model.SourceReport;
import quaywatch.model.User;
import quaywatch.monitor.HostBook;
import quaywatch.query.Here;
import quaywatch.query.QueryParser;
import quaywatch.settings.Palette;
import quaywatch.text.Words;
import quaywatch.ui.export.ExportDesk;
import quaywatch.ui.free.FreeDialog;
import quaywatch.ui.fx.FxThread;
import quaywatch.ui.fx.RowsFeed;
import quaywatch.ui.header.HeaderViewModel;
import quaywatch.ui.header.SuggestionsViewModel;
import quaywatch.ui.history.HistoryView;
import quaywatch.ui.history.HistoryViewModel;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.settings.SettingsView;
import quaywatch.ui.theme.Fonts;
import quaywatch.ui.theme.Look;
import quaywatch.ui.theme.Sizes;
import quaywatch.ui.why.WhyDialog;
import quaywatch.view.Line;
import quaywatch.view.OwnerViewer;
import quaywatch.view.SocketLine;
import quaywatch.view.Viewer;
import quaywatch.view.Wording;

/**
 * The real window over made-up snapshots, a process that a test ends by hand, and a clock that stands still until it is moved.
 * <p>Rows are made on the FX thread, but later than asked for, as from the worker of the program.
 */
final class MadeUpWindow implements AutoCloseable {

    static final Words WORDS = new Words(Locale.ROOT);
    /** Who runs the program: the user that {@link SampleRow#process} gives its processes. */
    static final User ME = new User(1000, "ada");
    private static final int LIMIT_SECONDS = 20;
    private static final ServiceNames NAMES = ServiceNames.parse(List.of("80\ttcp\thttp", "443\ttcp\thttps", "53\tudp\tdomain"));
    private static final Here HERE = new Here(NAMES, new PortRange(32_768, 60_999), ME,
            Clock.fixed(SampleRow.START.plusSeconds(3_600), ZoneOffset.UTC));
    private static final SourceReport REPORT = new SourceReport("/proc", Duration.ofMillis(3), 0, 0, true, List.of());

    private static final PortRules RULES = new PortRules(new PortRange(32_768, 60_999), List.of(),
            new PortRules.Limits(1_024, List.of()));

    private final HandLever lever = new HandLever();
    private final HandCloser closer = new HandCloser();
    private final MemoryJournal journal = new MemoryJournal(List.of(), null);
    private final SaveAnswer saving = new SaveAnswer();
    private final List<String> asked = new ArrayList<>();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final MainViewModel model = new MainViewModel(
            new HeaderViewModel(new QueryParser(HERE), new SuggestionsViewModel(NAMES, Platform::runLater, new FxThread())));
    private final MainWindow window;
    private final RowsFeed feed;
    private volatile Snapshot latest = Snapshot.NONE;
    /** What test binds say; everything is free until a test says otherwise. */
    private volatile PortProbe said = (_, _, addresses) -> new PortProbe.Result(
            addresses.stream().map(address -> new PortProbe.Bind(address, PortProbe.Verdict.FREE)).toList());
    private final PortProbe probe = (protocol, port, addresses) -> said.test(protocol, port, addresses);
    private final Map<String, String> hosts = new ConcurrentHashMap<>();
    private final Map<ProcessId, ProcessDetail> details = new ConcurrentHashMap<>();
    private final List<String> hostsAsked = new CopyOnWriteArrayList<>();
    private volatile Instant now = SampleRow.START;
    private long sequence;
    private Closed closed = Closed.NONE;
    private History history = History.EMPTY;

    /** FX thread. Shows the window on the stage, without rows. */
    MadeUpWindow(Stage stage) {
        this(stage, 1000, 700);
    }

    MadeUpWindow(Stage stage, double width, double height) {
        this();
        Scene scene = new Scene(window, width, height);
        Look.LIGHT.apply(scene, Sizes.USUAL, Palette.USUAL);
        stage.setScene(scene);
        // All tests get the same stage, and it keeps the size and the place that the one before gave it.
        stage.sizeToScene();
        stage.centerOnScreen();
        stage.show();
    }

    /** FX thread. The window on no stage. */
    MadeUpWindow() {
        Fonts.load(Optional.empty());
        Wording wording = new Wording(WORDS, NAMES, ZoneOffset.UTC);
        FxThread fx = new FxThread();
        Recorder recorder = new Recorder(journal, Launches.OF_FACTS, Deed.Means.WINDOW, ME, () -> now, _ -> {});
        FreeDialog.Workshop workshop = new FreeDialog.Workshop(new Planner(new Self(1_000_000, Set.of(400L), ME, true)),
                lever.tools(recorder),
                closer, background,
                fx, () -> now);
        WhyDialog.Workshop inquiry = new WhyDialog.Workshop(new PortInquiry(probe, () -> latest, () -> RULES, () -> Optional.of(ME),
                () -> now), background, fx);
        HistoryViewModel history = new HistoryViewModel(journal, background, fx);
        ExportDesk desk = new ExportDesk(background, fx, saving, ZoneOffset.UTC);

        window = new MainWindow(model, wording, new PortRange(32_768, 60_999), workshop, inquiry, desk, new Asked(),
                new OtherScreens(() -> new SettingsView(model.preferences(), () -> asked.add("reset"), "Kept here.", WORDS),
                        self -> new HistoryView(history, wording, () -> now, self, model.sizes())));
        model.screen().subscribe(_ -> history.refresh());
        HostBook book = new HostBook(address -> {
            hostsAsked.add(address.toString());
            return Optional.ofNullable(hosts.get(address.toString()));
        }, background, () -> now);
        feed = new RowsFeed(Map.of(Screen.PORTS, new Viewer(WORDS, NAMES), Screen.CONNECTIONS, new Viewer(WORDS, NAMES, book::known),
                Screen.PROCESSES, new OwnerViewer(WORDS, NAMES)), Platform::runLater, fx, () -> now, model::show);
        model.connect(feed);
        book.listen(feed::renew);
        model.hostNames().subscribe(book::switchOn);
        SeenHosts.follow(model, book::want);
        InspectedProcess.follow(model, process -> Optional.ofNullable(details.get(process)), background, fx);
    }

    private final class Asked implements WindowActions {

        @Override
        public About about() {
            return new About("1.0", "2026-01-01", List.of(new About.Part("A library", "Apache-2.0")));
        }

        @Override
        public void switchTheme() {
            asked.add("theme");
        }

        @Override
        public void browse(String address) {
            asked.add(address);
        }

        @Override
        public void scanNow() {
            asked.add("scan");
        }

        @Override
        public void quit() {
            asked.add("quit");
        }
    }

    MainViewModel model() {
        return model;
    }

    MainWindow window() {
        return window;
    }

    /** What was done before; the screen shows it when it comes to the front. */
    MemoryJournal journal() {
        return journal;
    }

    /** What the user will answer where a file is asked for. */
    SaveAnswer saving() {
        return saving;
    }

    /** What test binds say from now on. */
    void bindsSay(PortProbe other) {
        said = other;
    }

    /** What the resolver knows, by address. */
    Map<String, String> hosts() {
        return hosts;
    }

    /** What is read of a process that somebody looks at. */
    Map<ProcessId, ProcessDetail> details() {
        return details;
    }

    /** The addresses it was asked for, in order. */
    List<String> hostsAsked() {
        return hostsAsked;
    }

    HandCloser closer() {
        return closer;
    }

    HandLever lever() {
        return lever;
    }

    /** What the window has asked of the program around it, in order. */
    List<String> asked() {
        return asked;
    }

    Instant now() {
        return now;
    }

    /** Lets time pass; nothing is drawn before the next tick. */
    void pass(Duration time) {
        now = now.plus(time);
    }

    /** What the snapshots from now on have of sockets that closed longer ago. */
    void closed(long dropped, SampleRow... rows) {
        closed = new Closed(Stream.of(rows).map(SampleRow::row).toList(), dropped);
    }

    /** What the snapshots from now on tell of the past. */
    void history(History past) {
        history = past;
    }

    void tick(SampleRow... rows) {
        tick(Stream.of(rows).map(SampleRow::row).toList(), REPORT);
    }

    void tick(List<Row> rows) {
        tick(rows, REPORT);
    }

    /** A snapshot of these rows, taken now, and its way into the window. Any thread but the FX thread. */
    void tick(List<Row> rows, SourceReport report) {
        Snapshot snapshot = new Snapshot(++sequence, now, rows, history, report).withClosed(closed);
        latest = snapshot;
        feed.snapshot(snapshot);
        settle();
    }

    /** Waits until everything that is under way has been shown and laid out; on a busy machine the toolkit's own next drawing may be late. */
    void settle() {
        WaitForAsyncUtils.waitForFxEvents(2);
        onFx(() -> {
            window.applyCss();
            window.layout();
            return true;
        });
    }

    <T> T onFx(Supplier<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(LIMIT_SECONDS * 1_000L, work::get);
    }

    void run(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
        settle();
    }

    static void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("not within " + LIMIT_SECONDS + " s: " + what, e);
        }
    }

    // ---- what can be seen

    @SuppressWarnings("unchecked") // the window has tables of lines only
    TableView<Line> table() {
        return (TableView<Line>) window.lookup("#" + model.table().screen().name().toLowerCase(Locale.ROOT) + "-table");
    }

    /** The drawn row at an index. */
    TableRow<?> row(int index) {
        return onFx(() -> window.lookupAll(".table-row-cell").stream().filter(Node::isVisible).map(node -> (TableRow<?>) node)
                .filter(row -> !row.isEmpty() && row.getIndex() == index).findFirst()
                .orElseThrow(() -> new AssertionError("no row " + index)));
    }

    /** The drawn cell of a column. */
    TableCell<?, ?> cell(int index, String column) {
        TableRow<?> row = row(index);
        return onFx(() -> row.getChildrenUnmodifiable().stream().filter(TableCell.class::isInstance).map(node -> (TableCell<?, ?>) node)
                .filter(cell -> column.equals(cell.getTableColumn().getId())).findFirst()
                .orElseThrow(() -> new AssertionError("no cell " + column)));
    }

    /** What appears where the pointer rests on the drawn cell of a column. */
    String tooltip(int index, String column) {
        TableCell<?, ?> cell = cell(index, column);
        return onFx(() -> {
            Flaws.pointAt(cell);
            return cell.getTooltip().getText();
        });
    }

    /** The drawn texts of a column, top to bottom; a group head or an empty cell is the empty text. */
    List<String> texts(String column) {
        int rows = onFx(() -> (int) window.lookupAll(".table-row-cell").stream()
                .filter(node -> node.isVisible() && node instanceof IndexedCell<?> cell && !cell.isEmpty()).count());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String text = cell(i, column).getText();
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    /** The pseudo-classes of a drawn row that a mark stands for. */
    List<String> marks(int index) {
        TableRow<?> row = row(index);
        return onFx(() -> row.getPseudoClassStates().stream().map(Object::toString)
                .filter(name -> Set.of("new", "changed", "closed", "group").contains(name)).sorted().toList());
    }

    /** The menu that is open. FX thread. */
    static ContextMenu menu() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast).findFirst()
                .orElseThrow(() -> new AssertionError("no menu"));
    }

    SocketLine line(int index) {
        return (SocketLine) onFx(() -> table().getItems().get(index));
    }

    /** FX thread. Menus and tooltips are windows of their own, which would outlive this one. */
    @Override
    public void close() {
        Window.getWindows().stream().filter(PopupWindow.class::isInstance).toList().forEach(Window::hide);
        lever.end();
        background.shutdownNow();
    }
}
