package quaywatch.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a tick costs beside the bare kernel and beside other tools, on the same sockets in the same run, and whether the owners it tells are the
 * true ones. Prints a table, then one line for each target.
 */
final class SocketsBench {

    private static final Map<String, Integer> DEFAULTS = Map.of("sockets", 20_000, "processes", 100, "rounds", 5, "ticks", 20, "pace",
            1_000, "changes",
            10, "limit", 60, "seconds", 43_200, "seed", 1);

    /** After this part of the ticks everything has its size. */
    private static final int SETTLED = 10;

    private final Surroundings around = Surroundings.ofEnvironment();
    private final Lanes lanes = new Lanes();
    private final Options options;

    private SocketsBench(Options options) {
        this.options = options;
    }

    /**
     * {@code --rounds} how often the rivals run, {@code --ticks} how many ticks with changes there are at least, {@code --pace} milliseconds between
     * two of them, {@code --changes} how many of 1,000 sockets change before each, {@code --limit} seconds that a rival may take,
     * {@code --seconds} the load may take.
     */
    public static void main(String[] args) throws Exception {
        new SocketsBench(new Options(DEFAULTS, args)).run();
    }

    private void run() throws Exception {
        try (Load load = Load.start(around, options);
                Ticks ticks = new Ticks(load, options);
                Race race = new Race(around, lanes, ticks, options.get("limit"))) {
            race.warmUp();
            Growth before = Growth.now();
            for (int i = 0; i < Math.max(1, options.get("rounds")); i++) {
                race.round();
            }
            while (ticks.tally().ticks() < options.get("ticks")) {
                ticks.afterChanges();
                before = ticks.tally().ticks() == options.get("ticks") / SETTLED ? Growth.now() : before;
            }
            report(load.sockets(), race.processMillis(), new SocketsTargets(lanes, load.sockets(), options).all(ticks.tally(),
                    Growth.now().since(before)));
            ticks.examples().forEach(each -> print("%s%n", each));
        }
    }

    private void report(int sockets, double processMillis, List<Target> targets) throws Exception {
        String average = Files.readString(Path.of("/proc/loadavg")).trim();
        List<String> flags = ManagementFactory.getRuntimeMXBean().getInputArguments();
        print("load: %d sockets of %d processes%s; %s%n", sockets, options.get("processes"),
                around.alone() ? ", own network" : " beside the machine's own", options);
        print("load average: %s%n", average);
        print("flags: %s%n%n", String.join(" ", flags));
        print("%s%n", new Table(lanes));
        print("whole JVM in our tick after changes: %.2f ms CPU%n", processMillis);
        targets.forEach(each -> print("%s%n", each.line()));
        Path file = new Figures().with("sockets", sockets).with("processes", options.get("processes")).with("options", options)
                .with("load_average", average).with("flags", flags).with("jvm_cpu_ms", processMillis).lanes(lanes.all()).targets(targets)
                .write(around.results(), "sockets-" + options.get("sockets"));
        print("written to %s%n", file);
    }

    private static void print(String pattern, Object... values) {
        System.out.printf(Locale.ROOT, pattern, values);
    }
}
