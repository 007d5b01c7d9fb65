package quaywatch.app;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

import quaywatch.cli.Glance;
import quaywatch.cli.Opening;
import quaywatch.collect.OwnHostNames;
import quaywatch.control.Deed;
import quaywatch.control.Journal;
import quaywatch.control.Pace;
import quaywatch.control.Patience;
import quaywatch.control.Planner;
import quaywatch.control.PortInquiry;
import quaywatch.control.Recorder;
import quaywatch.control.StopTools;
import quaywatch.control.words.DeedWords;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.monitor.HostBook;
import quaywatch.monitor.SamplingLoop;
import quaywatch.query.QueryParser;
import quaywatch.text.Words;
import quaywatch.ui.About;
import quaywatch.ui.InspectedProcess;
import quaywatch.ui.MainViewModel;
import quaywatch.ui.MainWindow;
import quaywatch.ui.OtherScreens;
import quaywatch.ui.SeenHosts;
import quaywatch.ui.WindowActions;
import quaywatch.ui.WindowMemory;
import quaywatch.ui.export.ExportDesk;
import quaywatch.ui.free.FreeDialog;
import quaywatch.ui.fx.FxThread;
import quaywatch.ui.fx.Latest;
import quaywatch.ui.fx.RowsFeed;
import quaywatch.ui.header.HeaderViewModel;
import quaywatch.ui.header.SuggestionsViewModel;
import quaywatch.ui.history.HistoryView;
import quaywatch.ui.history.HistoryViewModel;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.settings.SettingsView;
import quaywatch.ui.why.WhyDialog;
import quaywatch.view.OwnerViewer;
import quaywatch.view.Viewer;
import quaywatch.view.Wording;

/** The window's object graph, made top to bottom; read it as a table of contents. Closed in reverse. FX thread only. */
final class Wiring implements AutoCloseable {

    /** So long an answer may wait for others before they are shown. */
    private static final Duration NAMES_TOGETHER = Duration.ofMillis(200);

    private final Groundwork groundwork;
    private final SamplingLoop loop;
    private final MainViewModel model;
    private final HistoryViewModel history;
    private final WindowMemory memory;
    private final MainWindow window;
    private final RowsFeed feed;
    private final Scene scene;
    private final Dressing dressing;

    /**
     * @param groundwork what was made before; closed together with this
     * @param width   of the content, in pixels
     * @param height  likewise
     * @param quit    ends the program
     */
    Wiring(Machine machine, Groundwork groundwork, double width, double height, Runnable quit) {
        this.groundwork = groundwork;
        Threads threads = groundwork.threads();
        Words words = groundwork.words();
        ServiceNames names = groundwork.names();
        Wording wording = new Wording(words, names, ZoneId.systemDefault());
        FxThread fx = new FxThread();

        loop = groundwork.loop();
        Recorder recorder = new Recorder(groundwork.journal(), machine.launches(), Deed.Means.WINDOW, groundwork.self().user(),
                machine.clock(), trouble -> fx.execute(() -> tell(trouble)));
        StopTools tools = new StopTools(machine.lever(), machine.services(), machine.probe(), new Holders(loop::tickOnce),
                machine.supervisors(), Patience.ATTENDED, Pace.real(), recorder);
        history = new HistoryViewModel(groundwork.journal(), threads.background(), fx);

        HostBook hosts = new HostBook(new OwnHostNames(machine.host(), machine.names(), machine.clock()),
                task -> Threads.background("host name", task), machine.clock());
        model = new MainViewModel(
                new HeaderViewModel(new QueryParser(groundwork.here()), new SuggestionsViewModel(names, threads.suggestions(), fx)));
        memory = new WindowMemory(model, groundwork.loaded().settings(), groundwork.store()::save);
        groundwork.listen(notice -> fx.execute(() -> model.notices().add(notice.sentence(words))));

        // Dressed before there are controls: the first of them makes the toolkit read its own theme, and all of them look for their style.
        scene = new Scene(new Region(), width, height);
        dressing = new Dressing(scene, model);
        FreeDialog.Workshop workshop = new FreeDialog.Workshop(new Planner(groundwork.self()), tools, machine.closer(),
                threads.background(), fx, machine.clock());
        WhyDialog.Workshop inquiry = new WhyDialog.Workshop(new PortInquiry(machine.probe(), () -> Glance.at(loop), machine.host()::rules,
                machine.user(), machine.clock()), threads.background(), fx);
        ExportDesk desk = new ExportDesk(threads.background(), fx, new NativeSaveDialog(words, () -> window().getScene().getWindow()),
                wording.zone());
        window = new MainWindow(model, wording, groundwork.ephemeral(), workshop, inquiry, desk, new Actions(machine.browser(), quit),
                new OtherScreens(() -> new SettingsView(model.preferences(), memory::reset, groundwork.place(), words),
                        self -> new HistoryView(history, wording, machine.clock(), self, model.sizes())));
        scene.setRoot(window);

        feed = new RowsFeed(
                Map.of(Screen.PORTS, new Viewer(words, names), Screen.CONNECTIONS, new Viewer(words, names, hosts::known),
                        Screen.PROCESSES, new OwnerViewer(words, names)),
                threads.rows(), fx, machine.clock(), model::show);
        join(machine, hosts, fx);
    }

    /** Lets what was made follow one another. */
    private void join(Machine machine, HostBook hosts, FxThread fx) {
        loop.listen(feed::snapshot);
        model.connect(feed);
        name(hosts, groundwork.threads().rows());
        followHistory();
        model.attended().subscribe(socket -> loop.attend(socket == null ? List.of() : List.of(socket)));
        InspectedProcess.follow(model, machine.processes()::detail, groundwork.threads().background(), fx);
        model.header().interval().subscribe(interval -> loop.setInterval(interval));
        model.share().subscribe(percent -> loop.setShare(percent / 100.0));
        if (loop.latest() != Snapshot.NONE) {
            feed.snapshot(loop.latest());
        }
    }

    /** The command line writes to it too, so it is looked at again at each look while it is in front. */
    private void followHistory() {
        Runnable look = () -> {
            if (model.screen().get() == Screen.HISTORY) {
                history.refresh();
            }
        };
        model.screen().subscribe(look);
        model.frame().subscribe(look);
    }

    /** What was done was done all the same; the user should know that it is written nowhere. */
    private void tell(Optional<Journal.Trouble> trouble) {
        history.refresh();
        trouble.map(new DeedWords(groundwork.words())::trouble).filter(sentence -> !model.notices().contains(sentence))
                .ifPresent(model.notices()::add);
    }

    /** Names come one by one, and making rows for each is too much. */
    private void name(HostBook hosts, ScheduledExecutorService rows) {
        Latest<Boolean> named = new Latest<>(task -> rows.schedule(task, NAMES_TOGETHER.toMillis(), TimeUnit.MILLISECONDS),
                _ -> feed.renew());
        hosts.listen(() -> named.offer(true));
        model.hostNames().subscribe(hosts::switchOn);
        SeenHosts.follow(model, hosts::want);
    }

    /** Shows what was asked for: a screen, and what fits a query in place of all filters. FX thread only. */
    void show(Opening opening) {
        Places.named(opening.screen()).ifPresent(window::show);
        if (!opening.query().isBlank()) {
            model.header().filters().clear();
            model.header().use(opening.query());
        }
        window.focusStart();
    }

    /** Whether the window can't be seen, so that nothing is drawn. */
    void rest(boolean on) {
        feed.rest(on);
    }

    /** Starts looking at the machine, if that has not begun. */
    void start() {
        groundwork.look();
    }

    Scene scene() {
        return scene;
    }

    MainWindow window() {
        return window;
    }

    MainViewModel model() {
        return model;
    }

    WindowMemory memory() {
        return memory;
    }

    @Override
    public void close() {
        dressing.close();
        history.close();
        groundwork.close();
    }

    private final class Actions implements WindowActions {

        private final Predicate<String> browser;
        private final Runnable quit;

        Actions(Predicate<String> browser, Runnable quit) {
            this.browser = browser;
            this.quit = quit;
        }

        @Override
        public void switchTheme() {
            dressing.switchTheme();
        }

        @Override
        public void scanNow() {
            loop.scanNow();
        }

        @Override
        public void browse(String address) {
            groundwork.threads().background().execute(() -> {
                if (!browser.test(address)) {
                    new FxThread().execute(() -> model.notices().add(groundwork.words().get("ui.open.failed", address)));
                }
            });
        }

        @Override
        public About about() {
            return groundwork.about();
        }

        @Override
        public void quit() {
            quit.run();
        }
    }
}
