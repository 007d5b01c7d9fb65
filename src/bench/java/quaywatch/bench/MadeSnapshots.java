package quaywatch.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import quaywatch.model.Address;
import quaywatch.model.Belonging;
import quaywatch.model.Cast;
import quaywatch.model.Closed;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Family;
import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.Parts;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Slice;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.SourceReport;
import quaywatch.model.TcpInfo;
import quaywatch.model.User;

/**
 * Looks at a machine that is not there, a second apart: so many connections of many processes, of which before each look a hundredth changes,
 * a hundredth closes and as many open. Closed ones stay for a moment, as in the program. The same seed makes the same looks.
 */
final class MadeSnapshots {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final SourceReport REPORT = new SourceReport("netlink", Duration.ofMillis(3), 0, 0, true, List.of());
    private static final List<String> NAMES = List.of("firefox", "postgres", "node", "java", "nginx", "python3", "ssh", "chrome");
    private static final int HISTORY = 300;

    private final Random random = new Random(5);
    private final List<Owner> owners = new ArrayList<>();
    private final List<Row> open = new ArrayList<>();
    private final List<Row> closed = new ArrayList<>();
    private final List<Slice> history = new ArrayList<>();
    private Instant now = START;
    private long sequence;
    private long sockets;

    MadeSnapshots(int rows) {
        User user = new User(1000, "ada");
        for (int i = 0; i < Math.max(8, rows / 400); i++) {
            String name = NAMES.get(i % NAMES.size());
            owners.add(new Owner.Processes(List.of(new ProcessFacts(new ProcessId(1_000 + i, 50 + i), 1, name, "/usr/bin/" + name, "", "",
                    user, START, new Belonging.Unit(name + ".service", false)))));
        }
        for (int i = 0; i < rows; i++) {
            open.add(connection(true));
        }
        for (int i = 0; i < HISTORY; i++) {
            history.add(slice(now.minusSeconds(HISTORY - i)));
        }
    }

    /** The moment of the last look. */
    Instant now() {
        return now;
    }

    /** A look at which nothing is open. */
    Snapshot empty() {
        return new Snapshot(++sequence, now, List.of(), history(), REPORT);
    }

    /** The same again, a second later but unchanged. */
    Snapshot still() {
        List<Row> rows = new ArrayList<>(open);
        rows.addAll(closed);
        return new Snapshot(++sequence, now, rows, history(), REPORT);
    }

    Snapshot next() {
        now = now.plusSeconds(1);
        closed.removeIf(row -> Closed.keeps(row, now));
        int hundredth = Math.max(1, open.size() / 100);
        for (int i = 0; i < hundredth; i++) {
            int at = random.nextInt(open.size());
            open.set(at, changed(open.get(at)));
        }
        for (int i = 0; i < hundredth; i++) {
            // The first one is never closed: it is selected.
            int at = 1 + random.nextInt(open.size() - 1);
            Row row = open.get(at);
            open.set(at, open.getLast());
            open.removeLast();
            closed.add(new Row(row.socket(), row.live().withClosed(now)));
        }
        for (int i = 0; i < hundredth; i++) {
            open.add(connection(false));
        }
        history.removeFirst();
        history.add(slice(now));
        return still();
    }

    private History history() {
        return new History(history, List.of("eth0"), Cast.none(), Cast.none(), Cast.none());
    }

    /** The second that ends at a moment. */
    private Slice slice(Instant end) {
        return Slice.of(end.minusSeconds(1), end,
                Map.of(Gauge.ESTABLISHED, (double) open.size() - random.nextInt(50), Gauge.LISTENING, 12.0, Gauge.WAITING,
                        (double) random.nextInt(60), Gauge.OTHER, 3.0, Gauge.INTERFACE_IN, (double) random.nextInt(900_000),
                        Gauge.INTERFACE_OUT, (double) random.nextInt(90_000)),
                Parts.NONE, Parts.NONE, Parts.NONE);
    }

    /** Another state for one in two, other counters and rates for all. */
    private Row changed(Row row) {
        Socket it = row.socket();
        boolean turns = random.nextBoolean();
        SocketState state = !turns
                ? it.state()
                : it.state() == SocketState.ESTABLISHED ? SocketState.CLOSE_WAIT : SocketState.ESTABLISHED;
        Live live = row.live().withRates(Rates.of(random.nextInt(2_000_000), random.nextInt(200_000)));
        return new Row(new Socket(it.protocol(), it.family(), it.local(), it.remote(), state, it.inode(), it.cookie(), it.user(),
                it.namespace(), it.queues(), null, it.cgroup(), null, counters()), turns ? live.withChange(it.state(), now) : live);
    }

    private Row connection(boolean fromStart) {
        long number = ++sockets;
        Endpoint local = new Endpoint(Address.v4(0x0a000005), 32_768 + (int) (number % 28_000));
        Endpoint remote = new Endpoint(Address.v4(0x5d000000 + random.nextInt(1 << 20)), 443);
        Owner owner = owners.get(random.nextInt(owners.size()));
        Socket socket = new Socket(Protocol.TCP, Family.IPV4, local, remote, SocketState.ESTABLISHED, number, number, owner.user(), 0,
                Queues.EMPTY, null, 7, null, counters());
        return new Row(socket, Live.first(owner, Evidence.EXACT, now, fromStart).withRates(Rates.NONE));
    }

    private TcpInfo counters() {
        long millis = now.toEpochMilli();
        return new TcpInfo(random.nextInt(1 << 20), random.nextInt(1 << 24), 0, 10_000 + random.nextInt(90_000), 9_000, millis, millis,
                65_536, 0);
    }
}
