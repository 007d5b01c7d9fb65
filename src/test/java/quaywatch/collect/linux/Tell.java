package quaywatch.collect.linux;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import quaywatch.collect.NoSocketEvents;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SocketSource;
import quaywatch.collect.oshi.OshiSocketSource;
import quaywatch.collect.oshi.OshiSystem;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.monitor.SamplingLoop;

/**
 * A program for tests to start as another user or elsewhere: it looks with each of the sources that its arguments name ({@code netlink},
 * {@code proc}, {@code oshi}) and prints what it sees of our own network namespace. {@code rates=PORT}: watches by netlink until the
 * connection to that port has rates, or for so many looks, and prints them.
 */
final class Tell {

    private Tell() {}

    public static void main(String[] args) throws Exception {
        for (String each : args) {
            if (each.startsWith("rates=")) {
                System.out.println(rates(Integer.parseInt(each.substring("rates=".length()))));
            } else {
                look(each).forEach(System.out::println);
            }
        }
    }

    /** Looks twice, so that nothing is told as being looked for. */
    static List<Seen> look(String name) throws Exception {
        try (SocketSource source = source(name)) {
            source.sample();
            return source.sample().sightings().stream().filter(it -> it.socket().namespace() == 0).map(it -> Seen.of(name, it)).toList();
        }
    }

    private static SocketSource source(String name) {
        return switch (name) {
            case "netlink" -> LinuxSocketSource.netlink(Clock.systemUTC(), Runnable::run);
            case "proc" -> LinuxSocketSource.proc(Clock.systemUTC(), Runnable::run);
            case "oshi" -> new OshiSocketSource(new OshiSystem(), Clock.systemUTC());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String rates(int port) throws Exception {
        try (ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
                SamplingLoop loop = new SamplingLoop(source("netlink"), List::of, new NoSocketEvents(), Clock.systemUTC(), scheduler)) {
            Rates rates = null;
            for (int look = 0; look < Looks.SEARCH && (rates == null || rates.total() == 0); look++) {
                Snapshot snapshot = loop.tickOnce();
                rates = snapshot.rows().stream().filter(row -> row.socket().remote().port() == port).map(Row::live)
                        .map(it -> it.rates() == null ? Rates.NONE : it.rates()).findFirst().orElse(null);
            }
            return "rates " + (rates != null && rates.out() > 0);
        }
    }
}
