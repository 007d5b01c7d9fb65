package quaywatch.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.stage.Stage;

import quaywatch.model.Snapshot;
import quaywatch.view.Grouping;

/** What a look costs the FX thread of the real window, how soon typing shows, and what the rows weigh; beside a plain table. */
final class TableBench {

    private static final Map<String, Integer> DEFAULTS = Map.of("rows", 100_000, "ticks", 60, "plain", 4, "warm", 20);
    private static final List<String> TYPED = List.of("p", "po", "pos", "post", "postg", "postgr", "postgre", "postgres");
    private static final int MANY = 100_000;
    private static final double LEAST_RATIO = 20;
    private static final String QUIET = "a goal for a quiet machine; the ratio decides";

    private final Options options;
    private final int rows;
    private final MadeSnapshots made;
    private final List<Target> targets = new ArrayList<>();
    private List<String> columns = List.of();

    private TableBench(Options options) {
        this.options = options;
        this.rows = options.get("rows");
        this.made = new MadeSnapshots(rows);
    }

    /**
     * {@code --rows} of the table, {@code --ticks} that are measured of each kind after {@code --warm} others, {@code --plain} of the plain
     * table.
     */
    public static void main(String[] args) throws Exception {
        Toolkit.run(new TableBench(new Options(DEFAULTS, args))::run);
    }

    private void run() throws Exception {
        print("load: %,d connections; before each look 1 %% change, 1 %% close, 1 %% are new; looks follow at once; %s%n", rows, options);
        print("flags: %s%n", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        ShownWindow window = onFx(() -> new ShownWindow(new Stage()));
        heap(window);
        print("shown: %s, Connections, with marks and a selection%n", size(window));
        print("%n%-44s %12s %12s %14s %14s%n", "FX thread, ms a look", "CPU median", "CPU p99", "wall median", "wall p99");
        FxTimes flat = flat(window);
        FxTimes grouped = grouped(window);
        typing(window);
        window.run(window::close);
        double plain = plain();
        print("%n");
        ratio("plain sorted and filtered table : ours, flat", plain / flat.median());
        ratio("plain sorted and filtered table : ours, grouped", plain / grouped.median());
        print("load average: %s%n", Files.readString(Path.of("/proc/loadavg")).trim());
        targets.forEach(each -> print("%s%n", each.line()));
    }

    private void heap(ShownWindow window) throws Exception {
        window.tick(made.empty());
        long before = used();
        Snapshot full = made.still();
        window.run(() -> window.model().connections().grouping().set(Grouping.NONE));
        window.tick(full);
        window.run(() -> window.table().getSelectionModel().select(rows / 2));
        window.run(() -> window.table().scrollTo(rows / 2));
        window.tick(made.next());
        // The sockets themselves were there before; what stands for them in the window was not.
        targets.add(goal("heap for the rows of the table", (used() - before) / 1e6, 60, 60).in(" MB"));
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private String size(ShownWindow window) {
        return onFx(() -> {
            columns = window.table().getVisibleLeafColumns().stream().filter(column -> column.getUserData() != null)
                    .map(TableColumn::getId).toList();
            long drawn = window.table().lookupAll(".table-row-cell").stream()
                    .filter(node -> node.isVisible() && node instanceof TableRow<?> row && !row.isEmpty()).count();
            return drawn + " rows x " + columns.size() + " columns (" + String.join(" ", columns) + ") of a window of "
                    + (int) ShownWindow.WIDTH + "x" + (int) ShownWindow.HEIGHT;
        });
    }

    private FxTimes flat(ShownWindow window) throws Exception {
        FxTimes times = ticks(window);
        row("tick, flat", times);
        targets.add(goal("tick, flat, median", times.median(), 8, 12).in(" ms"));
        targets.add(goal("tick, flat, 99 of 100", times.worst(), 16, 25).in(" ms"));
        return times;
    }

    private FxTimes grouped(ShownWindow window) throws Exception {
        window.run(() -> window.model().connections().grouping().set(Grouping.PROCESS));
        FxTimes times = ticks(window);
        row("tick, grouped by process, all expanded", times);
        targets.add(goal("tick, grouped, median", times.median(), 10, 16).in(" ms"));
        targets.add(goal("tick, grouped, 99 of 100", times.worst(), 20, 30).in(" ms"));
        window.run(() -> window.model().connections().grouping().set(Grouping.NONE));
        return times;
    }

    private FxTimes ticks(ShownWindow window) throws Exception {
        for (int i = 0; i < options.get("warm"); i++) {
            window.tick(made.next());
        }
        FxTimes times = new FxTimes();
        for (int i = 0; i < options.get("ticks"); i++) {
            double[] cost = window.tick(made.next());
            times.add(cost[0], cost[1]);
        }
        return times;
    }

    private void typing(ShownWindow window) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            for (String text : TYPED) {
                double time = window.type(text);
                if (round > 0) {
                    times.add(time);
                }
            }
            window.type("");
            window.tick(made.next());
        }
        print("%-44s %27s median %6.1f, p99 %6.1f%n", "key typed to new rows shown", "", FxTimes.quantile(times, 0.5),
                FxTimes.quantile(times, 0.99));
        targets.add(goal("key typed to new rows shown, median", FxTimes.quantile(times, 0.5), 60, 150).in(" ms"));
    }

    private double plain() throws Exception {
        PlainTable table = onFx(() -> new PlainTable(new Stage(), columns));
        table.tick(made.still());
        onFx(() -> {
            table.select();
            return true;
        });
        table.tick(made.next());
        FxTimes times = new FxTimes();
        for (int i = 0; i < options.get("plain"); i++) {
            double[] cost = table.tick(made.next());
            times.add(cost[0], cost[1]);
        }
        row("plain sorted and filtered table", times);
        return times.median();
    }

    private void ratio(String what, double figure) {
        if (rows >= MANY) {
            targets.add(Target.atLeast(what, figure, LEAST_RATIO));
        } else {
            print("%s: %.1f (decides at %,d rows)%n", what, figure, MANY);
        }
    }

    private Target goal(String what, double figure, double few, double many) {
        return Target.atMost(what, figure, rows < MANY ? few : many).noting(QUIET);
    }

    private static void row(String what, FxTimes times) {
        print("%-44s %12.1f %12.1f %14.1f %14.1f   of %d%n", what, times.median(), times.worst(), times.medianWall(), times.worstWall(),
                times.count());
    }

    static <T> T onFx(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    private static void print(String pattern, Object... values) {
        System.out.printf(Locale.ROOT, pattern, values);
        System.out.flush();
    }
}
