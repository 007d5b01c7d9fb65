package quaywatch.app;

import java.time.ZoneId;
import java.util.Map;
import javafx.scene.Scene;

import quaywatch.control.Pace;
import quaywatch.control.Patience;
import quaywatch.control.Planner;
import quaywatch.control.Self;
import quaywatch.control.StopTools;
import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;
import quaywatch.monitor.SamplingLoop;
import quaywatch.query.QueryParser;
import quaywatch.text.Words;
import quaywatch.ui.MainViewModel;
import quaywatch.ui.MainWindow;
import quaywatch.ui.WindowActions;
import quaywatch.ui.free.FreeDialog;
import quaywatch.ui.fx.FxThread;
import quaywatch.ui.fx.RowsFeed;
import quaywatch.ui.header.HeaderViewModel;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.theme.Look;
import quaywatch.view.Viewer;
import quaywatch.view.Wording;

/** The window's object graph, made top to bottom; read it as a table of contents. Closed in reverse. FX thread only. */
public final class Wiring implements AutoCloseable {

    private final Threads threads = new Threads();
    private final SamplingLoop loop;
    private final MainViewModel model;
    private final MainWindow window;
    private final Scene scene;
    private Look look;

    /** @param quit  ends the program */
    public Wiring(Machine machine, Words words, ServiceNames names, PortRange ephemeral, Look firstLook, double width, double height,
            Runnable quit) {
        look = firstLook;
        Wording wording = new Wording(words, names, ZoneId.systemDefault());
        FxThread fx = new FxThread();

        loop = new SamplingLoop(machine.sockets().get(), machine.interfaces().get(), machine.clock(), threads.sampler());
        StopTools tools = new StopTools(machine.lever(), machine.probe(), new Holders(loop), Patience.ATTENDED, Pace.real());
        Planner planner = new Planner(Self.ofThisProcess(machine.user().orElse(null)));

        model = new MainViewModel(new HeaderViewModel(new QueryParser(names)));
        FreeDialog.Workshop workshop = new FreeDialog.Workshop(planner, tools, threads.background(), fx, machine.clock());
        window = new MainWindow(model, wording, ephemeral, workshop, new Actions(quit), new javafx.scene.layout.Pane());
        scene = new Scene(window, width, height);
        look.apply(scene);

        RowsFeed feed = new RowsFeed(Map.of(Screen.PORTS, new Viewer(words, names), Screen.CONNECTIONS, new Viewer(words, names)),
                threads.rows(), fx,
                machine.clock(), model::show);
        loop.listen(feed::snapshot);
        model.connect(feed);
        model.header().interval().subscribe(interval -> loop.setInterval(interval));
    }

    /** Starts looking at the machine. */
    public void start() {
        loop.start();
    }

    public Scene scene() {
        return scene;
    }

    public MainWindow window() {
        return window;
    }

    public MainViewModel model() {
        return model;
    }

    public SamplingLoop loop() {
        return loop;
    }

    @Override
    public void close() {
        loop.close();
        threads.close();
    }

    private final class Actions implements WindowActions {

        private final Runnable quit;

        Actions(Runnable quit) {
            this.quit = quit;
        }

        @Override
        public void switchTheme() {
            look = look == Look.DARK ? Look.LIGHT : Look.DARK;
            look.apply(scene);
        }

        @Override
        public void scanNow() {
            loop.scanNow();
        }

        @Override
        public void quit() {
            quit.run();
        }
    }
}
