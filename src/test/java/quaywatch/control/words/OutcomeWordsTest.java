package quaywatch.control.words;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import quaywatch.control.Cause;
import quaywatch.control.Deed;
import quaywatch.control.Outcome;
import quaywatch.control.Planner;
import quaywatch.control.PortProbe.Bind;
import quaywatch.control.PortProbe.Result;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.control.Samples;
import quaywatch.control.Self;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.Supervision;
import quaywatch.model.Address;
import quaywatch.model.Belonging;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.User;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static quaywatch.control.Samples.HERE;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.SELF;
import static quaywatch.control.Samples.connection;
import static quaywatch.control.Samples.end;
import static quaywatch.control.Samples.listener;
import static quaywatch.control.Samples.owner;
import static quaywatch.control.Samples.process;
import static quaywatch.control.Samples.snapshot;

class OutcomeWordsTest {

    private static final ProcessFacts JAVA = process("java", 24_187, ME);
    private static final Row ON_8080 = listener("0.0.0.0", 8080, owner(JAVA));
    private static final Possible PLAN = plan(ON_8080);
    private static final Deed.Port PORT = new Deed.Port(Protocol.TCP, 8080);

    private final OutcomeWords words = new OutcomeWords(new Words(Locale.ENGLISH));

    private static Possible plan(Row chosen, Row... others) {
        Row[] rows = Stream.concat(Stream.of(chosen), Stream.of(others)).toArray(Row[]::new);
        return assertInstanceOf(Possible.class, new Planner(SELF).plan(snapshot(rows), chosen));
    }

    private static Result all(Verdict verdict) {
        return new Result(Stream.of(Address.ANY_V4, HERE, Address.ANY_V6).map(address -> new Bind(address, verdict)).toList());
    }

    static List<Arguments> outcomes() {
        Result none = new Result(List.of());
        return List.of(
                Arguments.of(new Outcome.Ended(all(Verdict.FREE), Duration.ZERO),
                        "Port 8080 is free. java 24187 ended. Test binds worked on 0.0.0.0, 127.0.0.1 and [::]."),
                Arguments.of(new Outcome.Ended(all(Verdict.NOT_PERMITTED), Duration.ZERO),
                        "java 24187 ended. Port 8080 could not be tested: the system lets only root bind it."),
                Arguments.of(new Outcome.Ended(all(Verdict.NOT_TESTED), Duration.ZERO),
                        "java 24187 ended. Port 8080 could not be tested: no test bind could be made."),
                Arguments.of(new Outcome.Ended(none, Duration.ZERO),
                        "java 24187 ended. Port 8080 could not be tested: it is in another namespace."),
                Arguments.of(new Outcome.StillRunning(),
                        "java 24187 has not ended. Asked to end, it goes on. There may be work that is still being saved."),
                Arguments.of(new Outcome.NotPermitted(),
                        "The system does not let you stop java 24187. Quaywatch may not signal it or may not"
                                + " look into it. In a terminal: sudo quaywatch free 8080"),
                Arguments.of(new Outcome.AlreadyGone(all(Verdict.FREE)),
                        "Port 8080 is free. java 24187 had ended or closed the port before anything"
                                + " was sent. Test binds worked on 0.0.0.0, 127.0.0.1 and [::]."),
                Arguments.of(new Outcome.AlreadyGone(all(Verdict.IN_USE)),
                        "Port 8080 is still held. java 24187 had ended or closed the port before"
                                + " anything was sent. Somebody else holds the port now."),
                Arguments.of(new Outcome.AlreadyGone(none),
                        "java 24187 no longer holds the port. java 24187 had ended or closed the port before anything was sent."),
                Arguments.of(new Outcome.PidReused(),
                        "java 24187 has already ended. Its number belongs to another process now. Nothing was sent."),
                Arguments.of(new Outcome.Refused(Outcome.Refusal.FIRST_PROCESS),
                        "Quaywatch does not stop the first process. java 24187 starts and keeps all others; without it the machine stops."),
                Arguments.of(new Outcome.Cancelled(false), "Nothing was stopped. No signal was sent."),
                Arguments.of(new Outcome.Cancelled(true), "Waiting was stopped. java 24187 was asked to end and may still do so."),
                Arguments.of(new Outcome.PortStillHeld(List.of(owner(process("python3", 5_123, ME))), all(Verdict.IN_USE)),
                        "Port 8080 is still held. java 24187 ended, but python3 5123 holds the port."),
                Arguments.of(new Outcome.PortStillHeld(List.of(), all(Verdict.IN_USE)),
                        "Port 8080 is still held. java 24187 ended, but no test bind worked on 0.0.0.0, 127.0.0.1 and [::]. No process is"
                                + " known to hold the port; a process just forked may, and closing connections can for a minute."),
                Arguments.of(new Outcome.Ended(all(Verdict.FREE), Duration.ofSeconds(10)),
                        "Port 8080 is free. Watched for 10 s, nothing came back."),
                Arguments.of(new Outcome.RespawnedBy(owner(process("java", 24_200, ME)), List.of(), PORT),
                        "Port 8080 is held again. java 24187 ended, and java 24200 took the port."),
                Arguments.of(
                        new Outcome.RespawnedBy(owner(process("java", 24_200, ME)), List.of(new Cause.SameParent(process("make", 7, ME))),
                                PORT),
                        "Port 8080 is held again. java 24187 ended, and java 24200 took the port. make 7 started it, as it had started the"
                                + " one that was stopped."),
                Arguments.of(
                        new Outcome.RespawnedBy(owner(process("java", 24_200, ME)),
                                List.of(new Cause.Unit("orders-api.service", true, "always", null, process("java", 24_200, ME))), PORT),
                        "Port 8080 is held again. java 24187 ended, and java 24200 took the port. systemd started it: orders-api.service"
                                + " has Restart=always."),
                Arguments.of(new Outcome.Failed("Too many open files"),
                        "java 24187 could not be stopped. The system says: Too many open files."));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcomeComesFirstAndProofAfter(Outcome outcome, String expected) {
        assertEquals(expected, words.of(PLAN, outcome).text());
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalHasItsWords(Outcome.Refusal why) {
        Line line = words.of(PLAN, new Outcome.Refused(why));
        assertFalse(line.title().isBlank() || line.detail().isBlank() || line.text().contains("{"), line::toString);
    }

    @Test
    void processOfAnotherUserNamesTheUserAndTheService() {
        User root = Samples.ROOT;
        Row row = listener("0.0.0.0", 631, owner(process("cupsd", 700, root, new Belonging.Unit("cups.service", false))));
        Possible plan = assertInstanceOf(Possible.class, new Planner(new Self(5, Set.of(), null)).plan(snapshot(row), row));
        assertEquals(new Line("The system does not let you stop cupsd 700", "This process belongs to root. In a terminal:",
                "sudo systemctl stop cups.service"), words.of(plan, new Outcome.NotPermitted()));
    }

    @Test
    void whatStaysHeldIsSaidWithTheProof() {
        Possible plan = plan(ON_8080, listener("::1", 8080, owner(process("node", 77, ME))));
        Result proof = new Result(List.of(new Bind(Address.ANY_V4, Verdict.FREE)));
        assertEquals("Port 8080 is free. java 24187 ended. Test binds worked on 0.0.0.0. node 77 still holds [::1]:8080, as planned.",
                words.of(plan, new Outcome.Ended(proof, Duration.ZERO)).text());
    }

    @Test
    void clientsRunOn() {
        Row server = connection(end("127.0.0.1", 8080), end("127.0.0.1", 50_001), owner(JAVA));
        Row client = connection(end("127.0.0.1", 50_001), end("127.0.0.1", 8080), owner(process("firefox", 3_000, ME)));
        Row far = connection(end("192.168.1.24", 8080), end("203.0.113.9", 51_000), owner(JAVA));
        assertEquals("firefox runs on; it lost 1 connection.", words.untouched(plan(ON_8080, server, client)));
        assertEquals("203.0.113.9 and firefox run on; they lost 2 connections.", words.untouched(plan(ON_8080, server, client, far)));
        assertEquals("", words.untouched(PLAN));
    }

    @Test
    void whoeverStartsItAgainIsNamedWhereTheyMayEndYet() {
        Supervision loop = new Supervision(List.of(new Cause.Loop(process("sh", 20, ME), "while :; do java; done")), null, List.of(), null);
        Possible plan = assertInstanceOf(Possible.class, new Planner(SELF).plan(snapshot(ON_8080), ON_8080, loop));
        assertEquals("Waiting was stopped. sh 20 and java 24187 were asked to end and may still do so.",
                words.of(plan, new Outcome.Cancelled(true)).text());
        assertEquals("sh 20 and java 24187 have not ended. Asked to end, they go on. There may be work that is still being saved.",
                words.of(plan, new Outcome.StillRunning()).text());
    }
}
