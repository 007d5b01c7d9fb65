package quaywatch.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.stage.Stage;

import quaywatch.model.History;
import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.monitor.SamplingLoop;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Busiest;
import quaywatch.view.PortMap;
import quaywatch.view.Scope;
import quaywatch.view.Stretch;
import quaywatch.view.ViewState;

/** What the Activity screen costs the FX thread, what an hour of history weighs, and whether a known transfer is named by its true rate. */
final class ChartsBench {

    private static final Map<String, Integer> DEFAULTS = Map.of("ticks", 60, "warm", 20, "few", 1_000, "many", 100_000, "seconds", 3_900,
            "connections", 600, "churn", 200, "mebibytes", 20, "rounds", 6);
    /** The screen shows five minutes. */
    private static final int SHOWN_SECONDS = 330;
    private static final double MEGABYTE = 1e6;

    private final Options options;
    private final Surroundings around = Surroundings.ofEnvironment();
    private final List<Target> targets = new ArrayList<>();
    private final Figures figures = new Figures();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

    private ChartsBench(Options options) {
        this.options = options;
    }

    /**
     * {@code --ticks} that are measured after {@code --warm} others, with {@code --few} and with {@code --many} sockets; a past of
     * {@code --seconds} in which {@code --connections} are open and {@code --churn} of them are others each second; {@code --rounds} of
     * {@code --mebibytes} over a real connection.
     */
    public static void main(String[] args) throws Exception {
        Toolkit.run(new ChartsBench(new Options(DEFAULTS, args))::run);
    }

    private void run() throws Exception {
        print("load: %s%n", options);
        print("flags: %s%n", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        transfer();
        weigh();
        try (MadePast past = new MadePast(options.get("connections"), options.get("churn"), scheduler)) {
            for (int second = 0; second < SHOWN_SECONDS; second++) {
                past.next();
            }
            print("%n%-44s %12s %12s %14s %14s%n", "FX thread, ms a look", "CPU median", "CPU p99", "wall median", "wall p99");
            double ours = shown(past, Screen.ACTIVITY, options.get("few"), 6);
            shown(past, Screen.ACTIVITY, options.get("many"), 10);
            shown(past, Screen.PORT_MAP, options.get("few"), 6);
            shown(past, Screen.PORT_MAP, options.get("many"), 10);
            repaint();
            double plain = plain();
            print("%none stacked area chart of the toolkit : all of the Activity screen, CPU: %.2f%n", plain / ours);
            figures.with("plain chart : activity", plain / ours);
        }
        print("load average: %s%n", Files.readString(Path.of("/proc/loadavg")).trim());
        targets.forEach(each -> print("%s%n", each.line()));
        print("written to %s%n", figures.with("options", options).targets(targets).write(around.results(), "charts"));
    }

    /** Some rounds of a known number of bytes, with pauses, and what the lists say that its sender sent in that time. */
    private void transfer() throws Exception {
        long sent = 0;
        try (SamplingLoop loop = Engine.loop(scheduler); Traffic traffic = new Traffic(around)) {
            loop.start();
            settled(loop);
            Instant from = Instant.now();
            for (int round = 0; round < options.get("rounds"); round++) {
                sent += traffic.stream(options.get("mebibytes") * 1_048_576L).sent();
                // Nobody can tell who made a connection that no look saw.
                Thread.sleep(1_500);
            }
            settled(loop);
            Stretch stretch = Stretch.between(from, Instant.now());
            History history = loop.latest().history();
            double named = Busiest.processes(history, stretch).ranked().stream().filter(share -> pid(share.of()) == traffic.sender())
                    .mapToDouble(Busiest.Share::out).sum();
            double seconds = stretch.length().toMillis() / 1e3;
            print("%na transfer of %,d bytes in %.0f s: true rate %,.0f bytes/s, named %,.0f bytes/s%n", sent, seconds, sent / seconds,
                    named / seconds);
            targets.add(Target.atMost("a known transfer's rate, named beside true", 100 * Math.abs(named - sent) / sent, 5).in(" %"));
            traffic.hangUp();
        }
    }

    private static long pid(Owner owner) {
        return owner instanceof Owner.Processes processes ? processes.first().id().pid() : 0;
    }

    private static void settled(SamplingLoop loop) throws InterruptedException {
        long until = loop.latest().sequence() + 3;
        while (loop.latest().sequence() < until) {
            Thread.sleep(20);
        }
    }

    /** What is left when all but the history of an hour and the closed sockets are let go, and what is left without them. */
    private void weigh() throws Exception {
        List<Object> kept = new ArrayList<>(hour());
        long with = used();
        kept.clear();
        targets.add(Target.atMost("memory of an hour of history, the closed sockets with it", (with - used()) / MEGABYTE, 20).in(" MB"));
    }

    private List<Object> hour() {
        try (MadePast past = new MadePast(options.get("connections"), options.get("churn"), scheduler)) {
            Snapshot last = past.next();
            for (int second = 0; second < options.get("seconds"); second++) {
                last = past.next();
            }
            History history = last.history();
            print("%nan hour of %,d sockets: %,d slices, %d processes, %d services and %d hosts with a series, %,d closed sockets kept%n",
                    past.sockets(), history.slices().size(), history.processes().members().size(), history.services().members().size(),
                    history.hosts().members().size(), last.closed().rows().size());
            Duration known = Duration.between(history.slices().getFirst().from(), last.taken());
            targets.add(Target.atLeast("minutes of history", known.toSeconds() / 60.0, 60));
            return List.of(history, last.closed());
        }
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** A screen in front over so many sockets; median of the FX thread's processor time. */
    private double shown(MadePast past, Screen screen, int sockets, double most) throws Exception {
        MadeSnapshots made = new MadeSnapshots(sockets);
        ShownWindow window = onFx(() -> new ShownWindow(new Stage()));
        window.tick(made.next());
        window.run(() -> window.model().screen().set(screen));
        FxTimes times = new FxTimes();
        for (int i = -options.get("warm"); i < options.get("ticks"); i++) {
            Snapshot of = made.next();
            Snapshot snapshot = new Snapshot(of.sequence(), of.taken(), of.rows(), past.next().history(), of.report());
            double[] cost = window.tick(snapshot);
            if (i >= 0) {
                times.add(cost[0], cost[1]);
            }
        }
        window.run(window::close);
        String what = String.format(Locale.ROOT, "%s in front, %,d sockets", screen == Screen.ACTIVITY ? "Activity" : "Port map", sockets);
        print("%-44s %12.2f %12.2f %14.2f %14.2f%n", what, times.median(), times.worst(), times.medianWall(), times.worstWall());
        targets.add(Target.atMost(what + ", FX thread, median", times.median(), most).in(" ms"));
        figures.with(what + ", p99", times.worst());
        return times.median();
    }

    /** The picture of the map alone: all of it anew, and what lies around some ports that came or went. */
    private void repaint() throws Exception {
        MadeSnapshots made = new MadeSnapshots(options.get("many"));
        ShownWindow window = onFx(() -> new ShownWindow(new Stage()));
        window.tick(made.next());
        window.run(() -> window.model().screen().set(Screen.PORT_MAP));
        Snapshot seen = made.next();
        window.tick(seen);
        PortMap all = map(seen, seen.rows());
        Set<Integer> gone = seen.rows().stream().map(row -> row.socket().local().port()).distinct().limit(20).collect(Collectors.toSet());
        PortMap fewer = map(seen, seen.rows().stream().filter(row -> !gone.contains(row.socket().local().port())).toList());
        FxTimes whole = new FxTimes();
        FxTimes part = new FxTimes();
        for (int i = -options.get("warm"); i < options.get("ticks"); i++) {
            int zoom = 1 + Math.floorMod(i, 2);
            double[] full = onFx(() -> cost(() -> window.model().portMap().zoom().set(zoom)));
            onFx(() -> cost(() -> window.model().portMap().zoom().set(1)));
            PortMap next = Math.floorMod(i, 2) == 0 ? fewer : all;
            double[] piece = onFx(() -> cost(() -> window.model().portMap().show(next)));
            if (i >= 0 && zoom == 2) {
                whole.add(full[0], full[1]);
            }
            if (i >= 0) {
                part.add(piece[0], piece[1]);
            }
        }
        window.run(window::close);
        for (var each : List.of(Map.entry("full repaint of the map", whole), Map.entry("partial repaint, " + all.changes(fewer).length
                + " ports", part))) {
            FxTimes times = each.getValue();
            print("%-44s %12.2f %12.2f %14.2f %14.2f%n", each.getKey(), times.median(), times.worst(), times.medianWall(),
                    times.worstWall());
        }
        targets.add(Target.atMost("full repaint of the port map, FX thread, median", whole.median(), 10).in(" ms"));
        targets.add(Target.atMost("partial repaint of the port map, FX thread, median", part.median(), 1).in(" ms"));
    }

    private static PortMap map(Snapshot of, List<Row> rows) {
        return PortMap.of(new Snapshot(of.sequence(), of.taken(), rows, of.history(), of.report()), ViewState.of(Scope.ALL), of.taken());
    }

    /** Processor time and wall time in milliseconds. */
    private static double[] cost(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new double[]{(threads.getCurrentThreadCpuTime() - cpu) / 1e6, (System.nanoTime() - wall) / 1e6};
    }

    private double plain() throws Exception {
        PlainChart chart = onFx(PlainChart::new);
        FxTimes times = new FxTimes();
        for (int i = -options.get("warm"); i < options.get("ticks"); i++) {
            double[] cost = chart.tick();
            if (i >= 0) {
                times.add(cost[0], cost[1]);
            }
        }
        print("%-44s %12.2f %12.2f %14.2f %14.2f%n", "a stacked area chart, 6 layers x 300", times.median(), times.worst(),
                times.medianWall(), times.worstWall());
        Platform.runLater(chart::close);
        return times.median();
    }

    private static <T> T onFx(Supplier<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> done.complete(work.get()));
        return done.get();
    }

    private static void print(String pattern, Object... values) {
        System.out.printf(Locale.ROOT, pattern, values);
    }
}
