package quaywatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the real window takes while it looks at a load once a second: resident memory at the end, and processor time over the second half. Each
 * set of JVM flags gets a process of its own, one after the other; the first set is the shipped one, which the targets are held against.
 */
final class MemoryBench {

    private static final Map<String, Integer> DEFAULTS = Map.of("sockets", 500, "processes", 50, "seconds", 600, "settle", 120, "sets", 99,
            "seed", 1);

    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";
    private static final String SMALL = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=32m -Xss512k";

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
     * {@code --seconds} how long each set runs, {@code --settle} for how long of them processor time does not count, {@code --sets} how many
     * sets are tried.
     */
    public static void main(String[] args) throws Exception {
        new MemoryBench(new Options(DEFAULTS, args)).run();
    }

    private void run() throws Exception {
        try (Load load = Load.start(around, new Options(Map.of("sockets", 0, "processes", 0, "seed", 0, "seconds", 0),
                new String[]{"--sockets", "" + options.get("sockets"), "--processes", "" + options.get("processes"), "--seed",
                        "" + options.get("seed"), "--seconds", "43200"}))) {
            System.out.printf(Locale.ROOT, "load: %d sockets of %d processes; %s%n%n%10s %10s %8s  flags%n", load.sockets(),
                    options.get("processes"), options, "resident", "own", "CPU");
            List<Taken> all = new ArrayList<>();
            all.add(measure(String.join(" ", around.flags())));
            for (String flags : OTHERS.stream().limit(Math.max(0, options.get("sets") - 1)).toList()) {
                all.add(measure(flags));
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
     */
    private record Taken(String flags, double resident, double own, double cpu) {}

    private Taken measure(String flags) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("quaywatch-memory");
        List<String> command = new ArrayList<>(List.of(around.java()));
        command.addAll(List.of(flags.split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "quaywatch.Main"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(around.results().resolve("memory.log").toFile());
        builder.environment().putAll(Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home + "/config", "XDG_STATE_HOME", home + "/state",
                "XDG_RUNTIME_DIR", home.toString()));
        Process window = builder.start();
        try {
            await(window, options.get("settle"));
            long before = ticks(window.pid());
            int rest = options.get("seconds") - options.get("settle");
            await(window, rest);
            double cpu = 100.0 * (ticks(window.pid()) - before) / TICKS_A_SECOND / rest;
            Taken taken = new Taken(flags, megabytes(window.pid(), "Rss:"),
                    megabytes(window.pid(), "Private_Clean:") + megabytes(window.pid(), "Private_Dirty:"), cpu);
            System.out.printf(Locale.ROOT, "%7.1f MB %7.1f MB %6.2f %%  %s%n", taken.resident, taken.own, taken.cpu, taken.flags);
            return taken;
        } finally {
            window.destroy();
            window.waitFor();
            remove(home);
        }
    }

    private static void await(Process window, int seconds) throws IOException, InterruptedException {
        if (window.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IOException("the window ended by itself, with " + window.exitValue() + "; see memory.log");
        }
    }

    private void report(List<Taken> all) throws IOException {
        Taken shipped = all.getFirst();
        List<Target> targets = List.of(Target.atMost("resident memory with the shipped flags", shipped.resident, 160).in(" MB"),
                Target.atMost("processor time with the window visible", shipped.cpu, 2).in(" % of a core"));
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
