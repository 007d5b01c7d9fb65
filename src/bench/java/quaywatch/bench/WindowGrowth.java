package quaywatch.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;

import quaywatch.collect.NoSocketEvents;
import quaywatch.collect.linux.LinuxSocketSource;
import quaywatch.collect.linux.ProcInterfaceSource;
import quaywatch.kernel.ProcFs;
import quaywatch.model.Snapshot;
import quaywatch.monitor.SamplingLoop;

/**
 * Whether the real window grows while it is open for long: looks as fast as the machine can, a second apart by their own clock, while connections
 * come and go. Some of the looks are shown, and waited for until they are drawn, for drawing takes ten times as long as looking.
 * What is held is noted ten times, by ticks or by time, after a collection of garbage; a line through all but the first, in which stores fill up, must not rise.
 */
final class WindowGrowth {

    private static final Map<String, Integer> DEFAULTS = Map.of("ticks", 100_000, "seconds", 900, "connections", 100, "every",
            20);
    private static final int SLICES = 10;
    private static final double TOLERATED = 0.01;

    private final Options options;
    private final TurnedClock clock = new TurnedClock();
    private final Deque<Socket> open = new ArrayDeque<>();
    private final List<Held> slices = new ArrayList<>();

    private WindowGrowth(Options options) {
        this.options = options;
    }

    /** What must not grow; memory in KiB. */
    private record Held(long heap, long resident, long files, long threads, long nodes) {}

    /** {@code --ticks} in {@code --seconds} at most, beside {@code --connections} of which one is another after each; one in {@code --every} is shown. */
    public static void main(String[] args) throws Exception {
        Toolkit.run(new WindowGrowth(new Options(DEFAULTS, args))::run);
    }

    private void run() throws Exception {
        ShownWindow window = TableBench.onFx(() -> new ShownWindow(new Stage()));
        int ticks = options.get("ticks");
        int done = 0;
        long begun = System.nanoTime();
        long each = Duration.ofSeconds(options.get("seconds")).toNanos() / SLICES;
        print("load: %s%n%n%8s %10s %12s %6s %8s %6s%n", options, "ticks", "live heap", "resident", "files", "threads", "nodes");
        try (ServerSocket server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
                SamplingLoop loop = new SamplingLoop(LinuxSocketSource.netlink(clock, Runnable::run),
                        new ProcInterfaceSource(ProcFs.LIVE_ROOT), new NoSocketEvents(), clock,
                        Executors.newSingleThreadScheduledExecutor())) {
            while (done < ticks && slices.size() < SLICES) {
                change(server);
                clock.turn();
                done++;
                Snapshot look = loop.tickOnce();
                if (done % options.get("every") == 0) {
                    window.tick(look);
                }
                if (done % (ticks / SLICES) == 0 || System.nanoTime() - begun > each * (slices.size() + 1)) {
                    note(window, done);
                }
            }
        }
        report(done);
    }

    private void change(ServerSocket server) throws IOException {
        do {
            open.add(resetting(new Socket(server.getInetAddress(), server.getLocalPort())));
            open.add(resetting(server.accept()));
        } while (open.size() < options.get("connections") * 2);
        while (open.size() > options.get("connections") * 2) {
            open.remove().close();
        }
    }

    /** Leaves no TIME_WAIT, of which there would be more and more. */
    private static Socket resetting(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        return socket;
    }

    private void note(ShownWindow window, int done) throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100);
        }
        Runtime runtime = Runtime.getRuntime();
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            slices.add(new Held((runtime.totalMemory() - runtime.freeMemory()) / 1_024, status("VmRSS:"), files.count(), status("Threads:"),
                    TableBench.onFx(() -> nodes(window.table().getScene().getRoot()))));
        }
        Held held = slices.getLast();
        print("%8d %7d kB %9d kB %6d %8d %6d%n", done, held.heap, held.resident, held.files, held.threads, held.nodes);
    }

    private static long nodes(Node node) {
        long count = 1;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                count += nodes(child);
            }
        }
        return count;
    }

    private static long status(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }

    private void report(int done) {
        print("%n%d ticks%s%n", done, done < options.get("ticks") ? ", for the time was over" : "");
        if (slices.size() < 4) {
            print("too few slices for a trend%n");
            return;
        }
        figure("live heap", " kB", Held::heap);
        figure("resident memory", " kB", Held::resident);
        figure("open files", "", Held::files);
        figure("threads", "", Held::threads);
        figure("nodes", "", Held::nodes);
    }

    private void figure(String name, String unit, ToLongFunction<Held> what) {
        List<Long> figures = slices.stream().skip(1).map(what::applyAsLong).toList();
        Trend trend = Trend.of(figures);
        boolean grows = trend.grows(figures.getFirst() * TOLERATED);
        print("%-16s from %d%s, by %+.0f%s along the line, give or take %.0f; target no growth: %s%n", name, figures.getFirst(), unit,
                trend.growth(), unit, trend.noise(), grows ? "missed" : "met");
    }

    private static void print(String pattern, Object... values) {
        System.out.printf(Locale.ROOT, pattern, values);
    }
}
