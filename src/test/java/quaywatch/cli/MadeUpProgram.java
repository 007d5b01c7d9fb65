package quaywatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketEvents;
import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SocketSource;
import quaywatch.collect.SourceException;
import quaywatch.control.FakeMachine;
import quaywatch.control.Journal;
import quaywatch.control.MemoryJournal;
import quaywatch.control.Patience;
import quaywatch.control.Planner;
import quaywatch.control.PortAnswer;
import quaywatch.control.Self;
import quaywatch.fake.HandScheduler;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Family;
import quaywatch.model.Owner;
import quaywatch.model.PortRange;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.ServiceNames;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.SourceReport;
import quaywatch.model.SourceReport.Trouble;
import quaywatch.model.TcpInfo;
import quaywatch.model.User;
import quaywatch.monitor.SamplingLoop;
import quaywatch.query.Here;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A program whose machine the test makes up, and the terminal it writes to. */
final class MadeUpProgram implements Program {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final List<Sighting> sightings = new ArrayList<>();
    /** Processes without a socket. */
    final List<ProcessFacts> running = new ArrayList<>();
    final List<Trouble> troubles = new ArrayList<>();
    final List<Object> calls = new ArrayList<>();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    @Nullable
    SourceException failure;
    @Nullable
    IOException pictureFailure;
    Diagnosis diagnosis = new Diagnosis(List.of(), true, new Diagnosis.ProcessNews.Told(), Optional.of(new User(1000, "ann")),
            Diagnosis.Consent.CAN_BE_ASKED, "", "", "",
            Optional.empty(),
            new Diagnosis.Display.None());
    @Nullable
    PortAnswer answer;
    int oddLines;
    int opened;
    /** How many of them were for many looks. */
    int watched;
    /** The time, which passes only where the program waits. */
    Instant now = NOW;
    /** The same, as no clock shows it that somebody could set. */
    private Duration passed = Duration.ZERO;
    /** What a look finds is so many bytes further on than the one before. */
    long flow;
    int looks;
    int closed;
    boolean tellsEnds = true;
    /** What happens while the program waits, one after the other; then somebody interrupts it. */
    final Deque<Runnable> between = new ArrayDeque<>();

    /** Number of the process that started Quaywatch. */
    static final long ANCESTOR = 4_000;
    /** What can be stopped. */
    final FakeMachine machine = new FakeMachine();
    /** What was done before. */
    Journal journal = new MemoryJournal(List.of(), null);
    final Keys keys = new Keys();

    /** Somebody before the terminal, and what they type. */
    static final class Keys implements Terminal {

        /** Ctrl-C, as something typed. */
        static final String INTERRUPT = "^C";
        boolean attended;
        final Deque<String> answers = new ArrayDeque<>();
        final Deque<String> typed = new ArrayDeque<>();
        /** What Ctrl-C does. */
        Runnable cancel = () -> {};

        @Override
        public boolean attended() {
            return attended;
        }

        @Override
        public Optional<String> answer() {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<String> typed() {
            String line = typed.poll();
            if (INTERRUPT.equals(line)) {
                cancel.run();
                return Optional.empty();
            }
            return Optional.ofNullable(line);
        }

        @Override
        public void onInterrupt(Runnable action) {
            cancel = action;
        }
    }

    int run(String... args) {
        return run(new PrintWriter(out), args);
    }

    int run(PrintWriter writer, String... args) {
        return new Commands(this, new Words(Locale.ENGLISH), writer, new PrintWriter(err)).run(args);
    }

    static Endpoint at(String address, int port) {
        return new Endpoint(Address.parse(address).orElseThrow(), port);
    }

    void listens(int port, long pid, String name) {
        Socket socket = new Socket(Protocol.TCP, Family.IPV4, at("127.0.0.1", port), at("0.0.0.0", 0), SocketState.LISTEN, 100 + port, 0,
                new User(1000, "ann"), 0, Queues.EMPTY, null);
        sightings.add(new Sighting(socket, process(pid, name), Evidence.EXACT));
    }

    void connects(int port, long pid, String name) {
        Socket socket = new Socket(Protocol.TCP, Family.IPV4, at("10.0.0.1", port), at("10.0.0.2", 443), SocketState.ESTABLISHED,
                100 + port, 0, new User(1000, "ann"), 0, Queues.EMPTY, null);
        sightings.add(new Sighting(socket, process(pid, name), Evidence.EXACT));
    }

    void carries(int port, long pid, String name) {
        connects(port, pid, name);
        Sighting told = sightings.removeLast();
        sightings.add(new Sighting(told.socket().withTcp(new TcpInfo(0, 0, 2, 11_200, 0, 0, NOW.toEpochMilli(), 10, 0)), told.owner(),
                told.evidence()));
    }

    private static Sighting grown(Sighting told, long bytes) {
        TcpInfo tcp = told.socket().tcp();
        return tcp == null
                ? told
                : new Sighting(told.socket().withTcp(new TcpInfo(bytes, bytes * 10, tcp.retransmits(), tcp.rttMicros(), 0, 0,
                        tcp.lastReceivedMillis(), 10, 0)), told.owner(), told.evidence());
    }

    static Owner process(long pid, String name) {
        return new Owner.Processes(List.of(
                new ProcessFacts(new ProcessId(pid, 7), 1, name, name + " --serve", "", "", new User(1000, "ann"), null, null)));
    }

    /** Whoever is told to run, and whoever holds a socket. */
    private Optional<ProcessFacts> process(long pid) {
        return Stream.concat(running.stream(), sightings.stream().map(Sighting::owner)
                .flatMap(owner -> owner instanceof Owner.Processes held ? held.holders().stream() : Stream.of()))
                .filter(who -> who.id().pid() == pid).findFirst();
    }

    @Override
    public Journal journal(SourceChoice source) {
        return journal;
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public SamplingLoop watch(SourceChoice source) {
        watched++;
        return open(source);
    }

    @Override
    public SamplingLoop open(SourceChoice source) {
        calls.add(source);
        opened++;

        return new SamplingLoop(sockets(), List::of, events(), () -> now, new HandScheduler());
    }

    private SocketEvents events() {
        return new SocketEvents() {
            @Override
            public boolean tells() {
                return tellsEnds;
            }

            @Override
            public Drained drain() {
                return Drained.NOTHING;
            }

            @Override
            public void close() {}
        };
    }

    /** The array that was written. */
    JsonArray json() {
        return JsonParser.parseString(out.toString()).getAsJsonArray();
    }

    /** The one object of it. */
    JsonObject only() {
        JsonArray all = json();
        assertEquals(1, all.size(), out::toString);
        return all.get(0).getAsJsonObject();
    }

    private SocketSource sockets() {
        return new SocketSource() {
            @Override
            public String name() {
                return "scene";
            }

            @Override
            public SocketSample sample() throws SourceException {
                looks++;
                if (failure != null) {
                    throw failure;
                }
                long bytes = flow * looks;
                return new SocketSample(sightings.stream().map(told -> grown(told, bytes)).toList(),
                        new SourceReport("scene", Duration.ofMillis(3), oddLines, 0, true, troubles));
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    @Override
    public long nanos() {
        return passed.toNanos();
    }

    @Override
    public void pause(Duration time) {
        now = now.plus(time);
        passed = passed.plus(time);
        calls.add(time);
        if (between.isEmpty()) {
            Thread.currentThread().interrupt();
        } else {
            between.removeFirst().run();
        }
    }

    @Override
    public ServiceNames names() {
        return ServiceNames.NONE;
    }

    @Override
    public Here here(SourceChoice source) {
        return new Here(names(), new PortRange(50_000, 60_000), null, Clock.systemUTC());
    }

    @Override
    public PortAnswer why(SourceChoice source, Protocol protocol, int port) {
        calls.add(protocol + " " + port);
        return Objects.requireNonNull(answer);
    }

    @Override
    public Workshop workshop(SourceChoice source, Patience patience) {
        return new Workshop(open(source), this::process, new Planner(new Self(1_000_000, Set.of(ANCESTOR), new User(1000, "ann"))),
                machine.tools(patience),
                () -> now);
    }

    @Override
    public Terminal terminal() {
        return keys;
    }

    @Override
    public Diagnosis diagnose(SourceChoice source) {
        calls.add(source);
        return diagnosis;
    }

    @Override
    public int window(SourceChoice source, Opening opening) {
        calls.add(source);
        opening.textSize().ifPresent(calls::add);
        if (!opening.query().isEmpty() || !opening.screen().isEmpty()) {
            calls.add(opening.query() + "@" + opening.screen());
        }
        return 42;
    }

    @Override
    public List<String> places() {
        return List.of("ports", "portmap");
    }

    @Override
    public List<String> screens() {
        return List.of("ports", "connections");
    }

    @Override
    public void screenshot(Screenshot request) throws IOException {
        if (pictureFailure != null) {
            throw pictureFailure;
        }
        calls.add(request);
    }
}
