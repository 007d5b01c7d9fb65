package quaywatch.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What the real window takes while it looks at a load once a second: resident memory at the end, and processor time from when it has settled; then
 * the same for a while minimised. Each set of JVM flags gets a process of its own, one after the other; the first is the package as it is installed,
 * which the targets are held against, the others start from jars without its cache.
 */
final class MemoryBench {

    private static final Map<String, Integer> DEFAULTS = Map.of("sockets", 500, "processes", 50, "seconds", 600, "settle", 120, "minimised",
            60,
            "sets", 1,
            "seed", 1);

    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";
    private static final String SMALL = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=32m -Xss512k";

    /** Seconds after which what is done once has been done: five later the collector runs. */
    private static final int GOING = 15;

    /** Other sets to hold the shipped one against. */
    private static final List<String> OTHERS = List.of(NATIVE + " -Xmx2g",
            NATIVE + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -Xmx2g",
            NATIVE + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms16m -Xmx2g",
            NATIVE + " -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms16m -Xmn8m -Xmx2g",
            NATIVE + " -XX:+UseSerialGC -XX:+UseCompactObjectHeaders " + SMALL + " -Xms16m -Xmx2g -XX:MinHeapFreeRatio=10"
                    + " -XX:MaxHeapFreeRatio=30",
            NATIVE + " -XX:+UseG1GC -XX:G1PeriodicGCInterval=15000 " + SMALL + " -Xms16m -Xmx2g");

    private final Surroundings around = Surroundings.ofEnvironment();
    private final Options options;

    private MemoryBench(Options options) {
        this.options = options;
    }

    /**
     * {@code --seconds} how long each set runs, {@code --settle} for how long of them processor time does not count, {@code --minimised} for how
     * long it is measured minimised, {@code --sets} how many sets are tried.
     */
    public static void main(String[] args) throws Exception {
        new MemoryBench(new Options(DEFAULTS, args)).run();
    }

    private void run() throws Exception {
        try (Load load = Load.start(around, new Options(Map.of("sockets", 0, "processes", 0, "seed", 0, "seconds", 0),
                new String[]{"--sockets", "" + options.get("sockets"), "--processes", "" + options.get("processes"), "--seed",
                        "" + options.get("seed"), "--seconds", "43200"}))) {
            System.out.printf(Locale.ROOT, "load: %d sockets of %d processes; %s%n%n%10s %10s %8s %10s %8s  flags%n", load.sockets(),
                    options.get("processes"), options, "resident", "own", "CPU", "minimised:", "CPU");
            List<Taken> all = new ArrayList<>();
            all.add(measure("as installed", List.of(System.getenv("BENCH_SCRIPTS") + "/window")));
            for (String flags : OTHERS.stream().limit(Math.max(0, options.get("sets") - 1)).toList()) {
                all.add(measure(flags, command(flags)));
            }
            report(all);
        }
    }

    /**
     * What one set took.
     *
     * @param resident  MB of memory in use, what other programs may share included
     * @param own       MB that nobody shares
     * @param cpu       percent of one core
     * @param gone      likewise, minimised; null if that could not be
     */
    private record Taken(String flags, double resident, double own, double cpu, @Nullable Gone gone) {}

    /** What the minimised window took. */
    private record Gone(double resident, double cpu) {

        static String text(@Nullable Gone gone) {
            return gone == null
                    ? String.format("%10s %8s", "", "")
                    : String.format(Locale.ROOT, "%7.1f MB %6.2f %%", gone.resident, gone.cpu);
        }
    }

    private List<String> command(String flags) {
        List<String> command = new ArrayList<>(List.of(around.java()));
        command.addAll(List.of(flags.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WatchedWindow.class.getName()));
        return command;
    }

    private Taken measure(String flags, List<String> command) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("quaywatch-memory");
        Path log = around.results().resolve("memory.log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home + "/config", "XDG_STATE_HOME", home + "/state",
                "XDG_RUNTIME_DIR", home.toString()));
        Process window = builder.start();
        try {
            await(window, options.get("settle"));
            double cpu = cpu(window, options.get("seconds") - options.get("settle"));
            double resident = megabytes(window.pid(), "Rss:");
            double own = megabytes(window.pid(), "Private_Clean:") + megabytes(window.pid(), "Private_Dirty:");
            Taken taken = new Taken(flags, resident, own, cpu, minimised(window, log));
            System.out.printf(Locale.ROOT, "%7.1f MB %7.1f MB %6.2f %% %s  %s%n", taken.resident, taken.own, taken.cpu,
                    Gone.text(taken.gone),
                    taken.flags);
            return taken;
        } finally {
            window.destroy();
            window.waitFor();
            remove(home);
        }
    }

    /** Percent of one core over so many seconds from now. */
    private static double cpu(Process window, int seconds) throws IOException, InterruptedException {
        long before = ticks(window.pid());
        await(window, seconds);
        return 100.0 * (ticks(window.pid()) - before) / TICKS_A_SECOND / seconds;
    }

    /** Minimises the window as the window manager does; that it is so has to be said by the manager, and by the program itself. */
    private @Nullable Gone minimised(Process window, Path log) throws IOException, InterruptedException {
        int seconds = options.get("minimised");
        if (seconds == 0 || System.getenv("BENCH_MINIMISES") == null) {
            return null;
        }
        String id = said("xdotool", "search", "--onlyvisible", "--name", "^Quaywatch$").lines().findFirst().orElseThrow();
        said("xdotool", "windowminimize", id);
        await(window, GOING);
        String state = said("xprop", "-id", id, "WM_STATE");
        if (!state.contains("Iconic") || !Files.readString(log).contains("minimised")) {
            throw new IOException("the window is not minimised: " + state + Files.readString(log));
        }
        double cpu = cpu(window, seconds);
        return new Gone(megabytes(window.pid(), "Rss:"), cpu);
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }

    private static void await(Process window, int seconds) throws IOException, InterruptedException {
        if (window.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IOException("the window ended by itself, with " + window.exitValue() + "; see memory.log");
        }
    }

    private void report(List<Taken> all) throws IOException {
        Taken shipped = all.getFirst();
        List<Target> targets = List.of(Target.atMost("resident memory of the installed window", shipped.resident, 160).in(" MB"),
                Target.atMost("processor time with the window visible", shipped.cpu, 2).in(" % of a core"),
                Target.atMost("processor time with the window minimised", shipped.gone == null ? null : (Double) shipped.gone.cpu, 0.7)
                        .in(" % of a core"));
        System.out.println();
        targets.forEach(target -> System.out.println(target.line()));
        Figures figures = new Figures().with("options", options).targets(targets);
        for (int i = 0; i < all.size(); i++) {
            figures.with("flags " + i, all.get(i).flags).with("resident_mb " + i, all.get(i).resident).with("cpu_percent " + i,
                    all.get(i).cpu);
        }
        System.out.println("written to " + figures.write(around.results(), "memory"));
    }

    /** USER_HZ, in which proc_pid_stat(5) counts. */
    private static final double TICKS_A_SECOND = 100;

    private static long ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static double megabytes(long pid, String line) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(each -> each.startsWith(line)).mapToLong(each -> Long.parseLong(each.replaceAll("\\D", ""))).sum()
                    / 1_024.0;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
