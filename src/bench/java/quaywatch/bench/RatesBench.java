package quaywatch.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.jspecify.annotations.Nullable;

import quaywatch.bench.Counted.Bytes;
import quaywatch.bench.Traffic.Sent;
import quaywatch.model.Snapshot;
import quaywatch.monitor.SamplingLoop;

/** Holds the bytes that the program counts, ticking as usual, against the bytes that truly went over loopback. */
final class RatesBench {

    private static final Map<String, Integer> DEFAULTS = Map.of("mebibytes", 500, "connections", 5_000, "rate", 1_000, "bytes", 10_000);
    private static final Bytes NOTHING = new Bytes(0, 0);
    private static final double LONG_PERCENT = 0.001;
    private static final double SHORT_PERCENT = 99.9;
    /** Ticks after the traffic ended in which the program may still be counting. */
    private static final int LATER = 2;

    private final Surroundings around = Surroundings.ofEnvironment();
    private final List<Target> targets = new ArrayList<>();
    private final Figures figures = new Figures();
    private final Options options;
    private final SamplingLoop loop;

    private RatesBench(Options options, SamplingLoop loop) {
        this.options = options;
        this.loop = loop;
    }

    /** {@code --mebibytes} over one connection, then {@code --connections}, {@code --rate} of them a second, with {@code --bytes} each. */
    public static void main(String[] args) throws Exception {
        Options options = new Options(DEFAULTS, args);
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
        try (SamplingLoop loop = Engine.loop(scheduler)) {
            new RatesBench(options, loop).run();
        }
    }

    private void run() throws Exception {
        print("load: two processes on loopback%s; %s%n", around.alone() ? ", own network" : " beside the machine's own sockets", options);
        print("flags: %s%n", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        print("%n%-48s %15s %15s%n", "", "true bytes", "counted bytes");
        try (Traffic traffic = new Traffic(around)) {
            loop.start();
            settled();
            one(traffic);
            many(traffic);
        }
        print("%nload average: %s%n", Files.readString(Path.of("/proc/loadavg")).trim());
        targets.forEach(each -> print("%s%n", each.line()));
        print("written to %s%n", figures.with("options", options).targets(targets).write(around.results(), "rates"));
    }

    private void one(Traffic traffic) throws IOException, InterruptedException {
        Sent truth = traffic.stream(options.get("mebibytes") * 1_048_576L);
        Snapshot after = settled();
        row("one connection, sent", truth.sent(),
                Counted.ofConnection(after, truth.number(), traffic.port()).map(Bytes::sent).orElse(null));
        row("one connection, received", truth.received(),
                Counted.ofConnection(after, traffic.port(), truth.number()).map(Bytes::received).orElse(null));
        print("%-48s %15d%n", "  milliseconds it took", truth.millis());
        traffic.hangUp();
    }

    private void many(Traffic traffic) throws IOException, InterruptedException {
        Snapshot before = settled();
        Sent truth = traffic.shortOnes(options.get("connections"), options.get("rate"), options.get("bytes"));
        Snapshot after = settled();
        String each = truth.number() + " short connections, ";
        // Nobody can tell who made a connection that no look saw; those bytes have an account of their own.
        Bytes known = difference(Counted.ofProcess(before, traffic.sender()), Counted.ofProcess(after, traffic.sender())).orElse(NOTHING);
        Bytes ownerless = difference(Counted.ofNobody(before), Counted.ofNobody(after)).orElse(NOTHING);
        share(each + "sent, in all", truth.sent(), known.plus(ownerless).sent(), after);
        print("%-48s %31s%n", "  of these without a process", String.format(Locale.ROOT, "%,d", ownerless.sent()));
        share(each + "received, at the process", truth.received(), difference(Counted.ofProcess(before, traffic.receiver()),
                Counted.ofProcess(after, traffic.receiver())).map(Bytes::received).orElse(null), after);
        share(each + "received, at the port", truth.received(), difference(Counted.ofPort(before, traffic.port()),
                Counted.ofPort(after, traffic.port())).map(Bytes::received).orElse(null), after);
        print("%-48s %15d%n", "  connections a second", truth.number() * 1_000L / Math.max(1, truth.millis()));
    }

    /** The snapshot of a tick that began after now, and some later. */
    private Snapshot settled() throws InterruptedException {
        long until = loop.latest().sequence() + 1 + LATER;
        while (loop.latest().sequence() < until) {
            Thread.sleep(20);
        }
        return loop.latest();
    }

    /** What came in between; a total that is new counts from nothing. */
    private static Optional<Bytes> difference(Optional<Bytes> before, Optional<Bytes> after) {
        Bytes former = before.orElse(NOTHING);
        return after.map(now -> new Bytes(now.sent() - former.sent(), now.received() - former.received()));
    }

    private void row(String what, long truth, @Nullable Long counted) {
        shown(what, truth, counted);
        Target target = Target
                .atMost(what + ", counted beside true", counted == null ? null : (Double) (100.0 * Math.abs(counted - truth) / truth),
                        LONG_PERCENT)
                .in(" %");
        targets.add(counted == null ? target.noting("not counted yet") : target);
    }

    /** Too many are as wrong as too few. */
    private void share(String what, long truth, @Nullable Long counted, Snapshot after) {
        shown(what, truth, counted);
        Target target = Target.atLeast(what + ", counted of true",
                counted == null ? null : (Double) (100.0 * (truth - Math.abs(counted - truth)) / truth), SHORT_PERCENT).in(" %");
        String loss = Counted.admitsLoss(after) ? "the program says that some are lost" : "the program says that none is lost";
        targets.add(target.noting(counted == null ? "not counted yet" : loss));
    }

    private void shown(String what, long truth, @Nullable Long counted) {
        print("%-48s %,15d %15s%n", what, truth, counted == null ? "not counted yet" : String.format(Locale.ROOT, "%,d", counted));
        figures.with(what + ", true", truth);
        if (counted != null) {
            figures.with(what + ", counted", counted);
        }
    }

    private static void print(String pattern, Object... values) {
        System.out.printf(Locale.ROOT, pattern, values);
    }
}
