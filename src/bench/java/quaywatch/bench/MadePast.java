package quaywatch.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;

import quaywatch.collect.NoSocketEvents;
import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SocketSource;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Family;
import quaywatch.model.InterfaceCounters;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.SourceReport;
import quaywatch.model.TcpInfo;
import quaywatch.monitor.SamplingLoop;

/** A machine that is looked at once a made-up second, with connections that come and go among many processes, services and hosts. */
final class MadePast implements AutoCloseable {

    private static final SourceReport REPORT = new SourceReport("made", Duration.ofMillis(1), 0, 0, true, List.of());
    private static final int PROCESSES = 2_000;
    private static final int HOSTS = 1 << 16;

    private final Random random = new Random(11);
    private final List<Sighting> open = new ArrayList<>();
    private final int connections;
    private final int churn;
    private final SamplingLoop loop;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long sockets;
    private long received;

    /**
     * Makes a machine.
     *
     * @param connections  that are open at a time
     * @param churn        of them that are others a second later
     */
    MadePast(int connections, int churn, ScheduledExecutorService scheduler) {
        this.connections = connections;
        this.churn = churn;
        loop = new SamplingLoop(source(), () -> List.of(new InterfaceCounters("eth0", received, received / 9, false)), new NoSocketEvents(),
                () -> now, scheduler);
    }

    private SocketSource source() {
        return new SocketSource() {
            @Override
            public String name() {
                return "made";
            }

            @Override
            public SocketSample sample() {
                return new SocketSample(List.copyOf(open), REPORT);
            }
        };
    }

    /** A second later. */
    Snapshot next() {
        now = now.plusSeconds(1);
        for (int i = 0; i < churn && !open.isEmpty(); i++) {
            int at = random.nextInt(open.size());
            open.set(at, open.getLast());
            open.removeLast();
        }
        open.replaceAll(sighting -> random.nextInt(3) == 0 ? moved(sighting) : sighting);
        while (open.size() < connections) {
            open.add(born());
        }
        return loop.tickOnce();
    }

    /** How many sockets there have been. */
    long sockets() {
        return sockets;
    }

    private Sighting moved(Sighting sighting) {
        TcpInfo tcp = sighting.socket().tcp();
        long more = random.nextInt(200_000);
        received += more;
        long millis = now.toEpochMilli();
        return tcp == null
                ? sighting
                : new Sighting(sighting.socket().withTcp(new TcpInfo(tcp.sent() + more / 9, tcp.received() + more,
                        tcp.retransmits() + random.nextInt(2), 9_000, 8_000, millis, millis, 10, 0)), sighting.owner(),
                        sighting.evidence());
    }

    private Sighting born() {
        long number = ++sockets;
        long pid = 1_000 + random.nextInt(PROCESSES);
        Owner owner = new Owner.Processes(
                List.of(new ProcessFacts(new ProcessId(pid, pid), 1, "worker-" + pid, "worker --number " + pid, "",
                        "", null, null, null)));
        Endpoint local = new Endpoint(Address.v4(0x0a000005), 32_768 + (int) (number % 28_000));
        Endpoint remote = new Endpoint(Address.v4(0x5d000000 + random.nextInt(HOSTS)), 1 + random.nextInt(2_000));
        Socket socket = new Socket(Protocol.TCP, Family.IPV4, local, remote, SocketState.ESTABLISHED, number, number, null, 0, Queues.EMPTY,
                null, 7, null, new TcpInfo(0, 0, 0, 9_000, 8_000, now.toEpochMilli(), now.toEpochMilli(), 10, 0));
        return new Sighting(socket, owner, Evidence.EXACT);
    }

    @Override
    public void close() {
        loop.close();
    }
}
