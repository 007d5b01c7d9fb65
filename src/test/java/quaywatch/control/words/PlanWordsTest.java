package quaywatch.control.words;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.control.Planner;
import quaywatch.control.Self;
import quaywatch.control.StopPlan.Possible;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SocketState;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.NONE;
import static quaywatch.control.Samples.NOW;
import static quaywatch.control.Samples.ROOT;
import static quaywatch.control.Samples.SELF;
import static quaywatch.control.Samples.connection;
import static quaywatch.control.Samples.end;
import static quaywatch.control.Samples.listener;
import static quaywatch.control.Samples.owner;
import static quaywatch.control.Samples.process;
import static quaywatch.control.Samples.row;
import static quaywatch.control.Samples.snapshot;

class PlanWordsTest {

    private static final ProcessFacts JAVA = process("java", 24_187, ME);
    private static final Row ON_8080 = listener("0.0.0.0", 8080, owner(JAVA));

    private final PlanWords words = new PlanWords(new Words(Locale.ENGLISH));

    private static Possible plan(Row chosen, Row... others) {
        Row[] rows = new Row[others.length + 1];
        rows[0] = chosen;
        System.arraycopy(others, 0, rows, 1, others.length);
        return assertInstanceOf(Possible.class, new Planner(SELF).plan(snapshot(rows), chosen));
    }

    private static Row seenFromItsStart(Row row, Duration ago) {
        return new Row(row.socket(), Live.first(row.live().owner(), Evidence.EXACT, NOW.minus(ago), false));
    }

    @Test
    void planReadsAsInThePicture() {
        Possible plan = plan(seenFromItsStart(ON_8080, Duration.ofMinutes(42)), listener("127.0.0.1", 5005, owner(JAVA)),
                connection(end("127.0.0.1", 8080), end("127.0.0.1", 50_001), owner(JAVA)),
                connection(end("127.0.0.1", 50_001), end("127.0.0.1", 8080), owner(process("firefox", 3_000, ME))),
                connection(end("127.0.0.1", 8080), end("127.0.0.1", 50_002), owner(JAVA)),
                connection(end("127.0.0.1", 50_002), end("127.0.0.1", 8080), owner(process("firefox", 3_000, ME))),
                connection(end("127.0.0.1", 8080), end("127.0.0.1", 50_003), owner(JAVA)),
                connection(end("127.0.0.1", 50_003), end("127.0.0.1", 8080), owner(process("curl", 3_100, ME))));
        assertEquals(List.of("Free port 8080", "java 24187, yours, has listened on 8080 for 42 min.",
                "Port 5005 closes too. Reachable from this machine only. No client.",
                "3 connections are cut. firefox (2), curl (1). These programs get no signal and keep running.",
                "Ask the process to end (SIGTERM)",
                "Then Quaywatch tests that the port can be bound, and watches it for 10 s."), words.text(plan, NOW));
        assertEquals("Ask java to end", words.button(plan));
    }

    @Test
    void oneConnectionIsNotSaidInThePlural() {
        Possible plan = plan(ON_8080, connection(end("192.168.1.24", 8080), end("203.0.113.9", 51_000), owner(JAVA)));
        assertEquals(List.of(new Line("1 connection is cut", "With 203.0.113.9. The program there gets no signal and keeps running.")),
                words.goesWithIt(plan));
    }

    @Test
    void programsHereAndMachinesElsewhereAreToldApart() {
        Possible plan = plan(ON_8080, connection(end("192.168.1.24", 8080), end("2001:db8::1", 51_000), owner(JAVA)),
                connection(end("127.0.0.1", 8080), end("127.0.0.1", 50_001), owner(JAVA)),
                connection(end("127.0.0.1", 50_001), end("127.0.0.1", 8080), owner(process("firefox", 3_000, ME))));
        assertEquals(
                List.of(new Line("2 connections are cut", "2001:db8::1 (1), firefox (1). These programs get no signal and keep running.")),
                words.goesWithIt(plan));
    }

    @Test
    void manyProgramsAreSummedUp() {
        Row[] clients = IntStream.range(0, 1_200)
                .mapToObj(i -> connection(end("192.168.1.24", 8080), end("10.0.0." + i % 8, 20_000 + i), owner(JAVA))).toArray(Row[]::new);
        assertEquals(List
                .of(new Line("1,200 connections are cut", "10.0.0.0 (150), 10.0.0.1 (150), 10.0.0.2 (150), 10.0.0.3 (150), 10.0.0.4 (150),"
                        + " 450 more. These programs get no signal and keep running.")),
                words.goesWithIt(plan(ON_8080, clients)));
    }

    @Test
    void whereNothingElseGoesThatIsSaid() {
        assertEquals(List.of(new Line("Nothing else goes with it", "No other port closes, no connection is cut.")),
                words.goesWithIt(plan(ON_8080)));
    }

    @Test
    void otherHolderOfThePortIsNamed() {
        Possible plan = plan(ON_8080, listener("::1", 8080, owner(process("node", 77, ME), process("node", 78, ME))));
        assertEquals(new Line("[::1]:8080 stays held by node 77 and 1 more", "Quaywatch does not touch it."),
                words.goesWithIt(plan).getLast());
    }

    @Test
    void sentenceTellsHowTheAgeIsKnown() {
        assertEquals("java 24187, yours, started 42 min ago and listens on 8080.", words.sentence(plan(ON_8080), NOW));
        ProcessFacts ageless = new ProcessFacts(JAVA.id(), 1, "java", "java", "", "", null, null, null);
        assertEquals("java 24187, of a user not known, listens on 8080.",
                words.sentence(plan(listener("0.0.0.0", 8080, owner(ageless))), NOW));
        Row udp = row(Protocol.UDP, end("0.0.0.0", 5353), NONE, SocketState.BOUND, 0, owner(JAVA));
        assertEquals("java 24187, yours, has held UDP port 5353 for 2 h.",
                words.sentence(plan(seenFromItsStart(udp, Duration.ofMinutes(150))), NOW));
        Row bound = row(Protocol.TCP, end("0.0.0.0", 7000), NONE, SocketState.BOUND, 0, owner(JAVA));
        assertEquals("java 24187, yours, has held 7000 for 6 s; it is bound but not listening.",
                words.sentence(plan(seenFromItsStart(bound, Duration.ofSeconds(6))), NOW));
    }

    @Test
    void sentenceNamesWhatItBelongsTo() {
        assertEquals("java 24187, yours, started 42 min ago and listens on 8080. It belongs to your user service orders-api.service.",
                words.sentence(plan(listener("0.0.0.0", 8080,
                        owner(process("java", 24_187, ME, new Belonging.Unit("orders-api.service", true))))), NOW));
        assertEquals("java 24187, yours, started 42 min ago and listens on 8080. It was started by npm run dev.", words.sentence(
                plan(listener("0.0.0.0", 8080, owner(process("java", 24_187, ME, new Belonging.StartedBy("npm run dev"))))), NOW));
    }

    @Test
    void sharedListenerNamesItsHoldersAndThatAllAreAsked() {
        Owner five = owner(process("nginx", 11, ME), process("nginx", 12, ME), process("nginx", 13, ME), process("nginx", 14, ME),
                process("nginx", 15, ME));
        Possible plan = plan(listener("0.0.0.0", 8080, five));
        assertEquals("nginx 11, nginx 12, nginx 13 and 2 more share port 8080.", words.sentence(plan, NOW));
        assertEquals("Ask 5 processes to end", words.button(plan));
        assertEquals("Ask the 5 processes to end (SIGTERM)", words.way(plan, plan.way()).title());
    }

    @Test
    void portThatCantBeTestedFromHereIsSaid() {
        Possible plan = plan(row(Protocol.TCP, end("0.0.0.0", 8080), NONE, SocketState.LISTEN, 4_711, owner(JAVA)));
        assertEquals("Then Quaywatch waits for the process. The port is in another namespace and can't be tested from here.",
                words.then(plan));
    }

    @Test
    void warningsSayWhatMayBeLost() {
        assertEquals(List.of(new Line("sshd 900 serves remote logins", "If it ends, you may lose the way into this machine.")),
                words.warnings(plan(listener("0.0.0.0", 22, owner(process("sshd", 900, ME))))));
    }

    @Test
    void namesOfOthersCantActOnTheScreen() {
        Possible plan = plan(listener("0.0.0.0", 8080, owner(process("a{0}\u001b[31m\n", 24_187, ME))));
        assertEquals("a{0}\\x1b[31m\\n 24187, yours, started 42 min ago and listens on 8080.", words.sentence(plan, NOW));
        assertEquals("Ask a{0}\\x1b[31m\\n to end", words.button(plan));
    }

    @ParameterizedTest
    @CsvSource({"0,0 s", "59,59 s", "60,1 min", "3599,59 min", "3600,1 h", "86399,23 h", "86400,1 d", "-5,0 s"})
    void spansAreSaidInTheLargestWholeUnit(long seconds, String expected) {
        assertEquals(expected, new Naming(new Words(Locale.ENGLISH)).span(Duration.ofSeconds(seconds)));
    }

    @Test
    void rootStoppingAnothersProcessReadsWhoseItIs() {
        Possible plan = assertInstanceOf(Possible.class,
                new Planner(new Self(5, Set.of(), ROOT)).plan(snapshot(ON_8080), ON_8080));
        assertEquals("java 24187, of mira, started 42 min ago and listens on 8080.", words.sentence(plan, NOW));
    }
}
