package quaywatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How long the packaged program takes from exec to the first frame with rows, and for a short command, beside the same program on a plain JVM: the
 * JDK's own java without cache and flags.
 */
final class StartBench {

    private static final Map<String, Integer> DEFAULTS = Map.of("rounds", 9, "sockets", 300);
    private static final int LIMIT_SECONDS = 120;
    private static final double FRAME_RATIO = 0.45;
    private static final double FRAME_MILLIS = 1_300;
    private static final double LIST_RATIO = 0.65;
    private static final double LIST_MILLIS = 500;

    private final Surroundings around = Surroundings.ofEnvironment();
    private final Lane frame = new Lane("window, package");
    private final Lane frameUncached = new Lane("window, package without its cache");
    private final Lane framePlain = new Lane("window, plain JVM");
    private final Lane list = new Lane("list, package");
    private final Lane listUncached = new Lane("list, package without its cache");
    private final Lane listPlain = new Lane("list, plain JVM");
    private final List<Lane> lanes = List.of(frame, frameUncached, framePlain, list, listUncached, listPlain);
    private final Options options;

    private StartBench(Options options) {
        this.options = options;
    }

    /** {@code --rounds} of everything in turn, beside {@code --sockets} on loopback. */
    public static void main(String[] args) throws Exception {
        new StartBench(new Options(DEFAULTS, args)).run();
    }

    private void run() throws IOException {
        List<String> load = new ArrayList<>(around.java(Sockets.class));
        load.add(String.valueOf(options.get("sockets")));
        try (Talk sockets = new Talk(load); Stopwatch stopwatch = new Stopwatch(around, LIMIT_SECONDS)) {
            print("load: %s%n", sockets.hear());
            round(stopwatch);
            lanes.forEach(Lane::forget);
            for (int i = 0; i < options.get("rounds"); i++) {
                round(stopwatch);
            }
        }
        report();
    }

    /** Each program is a script that start.sh has written. */
    private void round(Stopwatch stopwatch) throws IOException {
        stopwatch.time(frame, List.of(script("window")));
        stopwatch.time(framePlain, List.of(script("window-plain")));
        stopwatch.time(frameUncached, List.of(script("window-uncached")));
        stopwatch.time(list, List.of(script("command"), "list"));
        stopwatch.time(listPlain, List.of(script("command-plain"), "list"));
        stopwatch.time(listUncached, List.of(script("command-uncached"), "list"));
    }

    private static String script(String name) {
        return System.getenv("BENCH_SCRIPTS") + "/" + name;
    }

    private void report() throws IOException {
        print("options: %s%nflags of the package: %s%n", options, String.join(" ", around.flags()));
        print("%n%-36s %10s %10s   median of %d%n", "", "wall ms", "cpu ms", options.get("rounds"));
        for (Lane lane : lanes) {
            @Nullable
            Cost median = lane.median();
            if (median == null) {
                print("%-36s %s%n", lane.name(), lane.note());
            } else {
                print("%-36s %10.0f %10.0f   %s%n", lane.name(), median.wallMillis(), median.cpuMillis(), lane.note());
            }
        }
        print("%nload average: %s%n", Files.readString(Path.of("/proc/loadavg")).trim());
        List<Target> targets = List.of(
                Target.atMost("first frame with rows, package / plain JVM", Ratio.wall(frame, framePlain), FRAME_RATIO)
                        .noting(told(frame, FRAME_MILLIS)),
                Target.atMost("list, package / plain JVM", Ratio.wall(list, listPlain), LIST_RATIO).noting(told(list, LIST_MILLIS)),
                Target.atMost(".deb with the cache", megabytes("BENCH_DEB"), 60).in(" MB"),
                Target.atMost(".deb without the cache", megabytes("BENCH_DEB_UNCACHED"), 45).in(" MB"));
        targets.forEach(each -> print("%s%n", each.line()));
        print("written to %s%n", new Figures().with("options", options).lanes(lanes).targets(targets).write(around.results(), "start"));
    }

    /** Absolute figures are goals for a quiet machine. */
    private static String told(Lane lane, double most) {
        @Nullable
        Cost median = lane.median();
        return median == null
                ? lane.note()
                : String.format(Locale.ROOT, "%.0f ms, goal on a quiet machine <= %.0f ms, processor time included in this: %.0f ms",
                        median.wallMillis(), most, median.cpuMillis());
    }

    private static Double megabytes(String variable) {
        return Long.parseLong(System.getenv(variable)) / 1e6;
    }

    private static void print(String pattern, Object... values) {
        System.out.printf(Locale.ROOT, pattern, values);
    }
}
