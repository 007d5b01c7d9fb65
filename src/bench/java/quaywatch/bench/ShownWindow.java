package quaywatch.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Lever;
import quaywatch.control.Pace;
import quaywatch.control.Patience;
import quaywatch.control.Planner;
import quaywatch.control.PortInquiry;
import quaywatch.control.PortProbe;
import quaywatch.control.Self;
import quaywatch.control.StopTools;
import quaywatch.control.portable.NoConnectionCloser;
import quaywatch.model.PortRange;
import quaywatch.model.PortRules;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.model.User;
import quaywatch.query.Here;
import quaywatch.query.Query;
import quaywatch.query.QueryParser;
import quaywatch.settings.Palette;
import quaywatch.text.Words;
import quaywatch.ui.About;
import quaywatch.ui.MainViewModel;
import quaywatch.ui.MainWindow;
import quaywatch.ui.OtherScreens;
import quaywatch.ui.WindowActions;
import quaywatch.ui.export.ExportDesk;
import quaywatch.ui.free.FreeDialog;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.fx.FxThread;
import quaywatch.ui.fx.RowsFeed;
import quaywatch.ui.header.HeaderViewModel;
import quaywatch.ui.header.SuggestionsViewModel;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.settings.SettingsView;
import quaywatch.ui.theme.Fonts;
import quaywatch.ui.theme.Look;
import quaywatch.ui.theme.Sizes;
import quaywatch.ui.why.WhyDialog;
import quaywatch.view.Line;
import quaywatch.view.OwnerViewer;
import quaywatch.view.Viewer;
import quaywatch.view.Wording;

/** The window of the program with its Connections screen in front, fed by hand. Its rows are made on a worker, as in the program. */
final class ShownWindow implements AutoCloseable {

    static final double WIDTH = 1_600;
    static final double HEIGHT = 1_000;
    /** The screen of the Headless platform is 1000 square; the window is laid out at its full size and drawn smaller. */
    private static final double SHRUNK = 0.625;
    private static final int LIMIT_SECONDS = 60;

    private final Words words = new Words(Locale.ROOT);
    private final ServiceNames names = ServiceNames.parse(List.of("443\ttcp\thttps"));
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final ExecutorService counter = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final FxThread fx = new FxThread();
    private final Stage stage;
    private final MainViewModel model;
    private final MainWindow window;
    private final RowsFeed feed;
    private final FxMeter meter;
    private volatile Instant now = Instant.EPOCH;
    private volatile @Nullable Awaited awaited;

    /** The frame somebody waits for: of this look, or else of this query. */
    private record Awaited(long sequence, @Nullable Query query, CompletableFuture<double[]> done) {

        boolean is(Frame frame) {
            return query == null ? frame.snapshot().sequence() >= sequence : frame.request().state().query().equals(query);
        }
    }

    /** FX thread. */
    ShownWindow(Stage stage) {
        this.stage = stage;
        Fonts.load(Optional.empty());
        User me = new User(1000, "ada");
        PortRange ephemeral = new PortRange(32_768, 60_999);
        model = new MainViewModel(new HeaderViewModel(new QueryParser(new Here(names, ephemeral, me, Clock.systemUTC())),
                new SuggestionsViewModel(names, counter, fx)));
        window = window(me, ephemeral);
        window.getTransforms().add(new Scale(SHRUNK, SHRUNK));
        window.setManaged(false);
        window.resizeRelocate(0, 0, WIDTH, HEIGHT);
        Scene scene = new Scene(new Pane(window), WIDTH * SHRUNK, HEIGHT * SHRUNK);
        Look.LIGHT.apply(scene, Sizes.USUAL, Palette.USUAL);
        meter = new FxMeter(scene);
        feed = new RowsFeed(
                Map.of(Screen.PORTS, new Viewer(words, names), Screen.CONNECTIONS, new Viewer(words, names), Screen.PROCESSES,
                        new OwnerViewer(words, names)),
                worker,
                fx, () -> now, this::arrived);
        model.screen().set(Screen.CONNECTIONS);
        model.connect(feed);
        stage.setScene(scene);
        stage.show();
    }

    private MainWindow window(User me, PortRange ephemeral) {
        Wording wording = new Wording(words, names, ZoneOffset.UTC);
        StopTools tools = new StopTools(_ -> new Lever.Hold.Gone(), (_, _, _) -> new PortProbe.Result(List.of()), (_, _, _) -> List.of(),
                Patience.ATTENDED, Pace.real());
        FreeDialog.Workshop workshop = new FreeDialog.Workshop(new Planner(new Self(1, Set.of(), me)), tools,
                new NoConnectionCloser(), background, fx, () -> now);
        WhyDialog.Workshop inquiry = new WhyDialog.Workshop(new PortInquiry(tools.probe(), () -> Snapshot.NONE,
                () -> new PortRules(ephemeral, List.of(), null), Optional::empty, () -> now), background, fx);
        ExportDesk desk = new ExportDesk(background, fx, (_, _) -> Optional.empty(), ZoneOffset.UTC);
        return new MainWindow(model, wording, ephemeral, workshop, inquiry, desk, new Nothing(),
                new OtherScreens(() -> new SettingsView(model.preferences(), () -> {}, "", words), _ -> new Region()));
    }

    private static final class Nothing implements WindowActions {

        @Override
        public About about() {
            return new About("1.0", "2026-01-01", List.of(new About.Part("A library", "Apache-2.0")));
        }

        @Override
        public void switchTheme() {
            // Nobody asks.
        }

        @Override
        public void browse(String address) {
            // Nobody asks.
        }

        @Override
        public void scanNow() {
            // Nobody asks.
        }

        @Override
        public void quit() {
            // Nobody asks.
        }
    }

    MainViewModel model() {
        return model;
    }

    TableView<Line> table() {
        @SuppressWarnings("unchecked") // tables of lines only
        TableView<Line> table = (TableView<Line>) Objects.requireNonNull(window.lookup("#connections-table"));
        return table;
    }

    private void arrived(Frame frame) {
        Awaited waiting = awaited;
        if (waiting != null && waiting.is(frame)) {
            awaited = null;
            meter.measure(() -> model.show(frame), waiting.done);
        } else {
            model.show(frame);
        }
    }

    /** Shows a look; processor and wall time of the FX thread in milliseconds. Not the FX thread. */
    double[] tick(Snapshot snapshot) throws Exception {
        CompletableFuture<double[]> done = new CompletableFuture<>();
        now = snapshot.taken();
        awaited = new Awaited(snapshot.sequence(), null, done);
        feed.snapshot(snapshot);
        return done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Types into the query field; milliseconds until the rows that fit are drawn. Not the FX thread. */
    double type(String text) throws Exception {
        CompletableFuture<double[]> done = new CompletableFuture<>();
        long begun = System.nanoTime();
        Platform.runLater(() -> {
            Query before = model.header().filters().query().get();
            // The query is known as soon as it is typed, and the frame cannot come before this is over.
            model.header().filters().typed().set(text);
            Query typed = model.header().filters().query().get();
            if (typed.equals(before)) {
                done.complete(new double[2]);
            } else {
                awaited = new Awaited(0, typed, done);
            }
        });
        done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return (System.nanoTime() - begun) / 1e6;
    }

    void run(Runnable work) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            work.run();
            done.complete(true);
        });
        done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        stage.hide();
        worker.shutdownNow();
        counter.shutdownNow();
        background.shutdownNow();
    }
}
