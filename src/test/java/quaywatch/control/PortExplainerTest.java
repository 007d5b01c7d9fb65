package quaywatch.control;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import quaywatch.control.PortAnswer.RuledOut;
import quaywatch.control.PortAnswer.TestBind;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.control.words.Line;
import quaywatch.control.words.PortAnswerWords;
import quaywatch.model.Address;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.PortRange;
import quaywatch.model.PortRules;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SocketState;
import quaywatch.model.User;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Test binds and what explains them, in sentences. */
class PortExplainerTest {

    private static final Owner JAVA = Samples.owner(Samples.process("java", 24_187, Samples.ME));
    private static final Owner ROOTS = Samples.owner(Samples.process("nginx", 80, Samples.ROOT));
    private static final PortRules RULES = rules();

    private final PortAnswerWords words = new PortAnswerWords(new Words(Locale.ROOT), ZoneOffset.UTC);

    private static PortRules rules(PortRange... reserved) {
        return new PortRules(new PortRange(32_768, 60_999), List.of(), new PortRules.Limits(1_024, List.of(reserved)));
    }

    private static TestBind bind(String address, Verdict verdict) {
        return new TestBind(Address.parse(address).orElseThrow(), verdict, verdict);
    }

    private static PortAnswer explain(int port, PortRules rules, List<TestBind> binds, Row... rows) {
        Row other = Samples.listener("127.0.0.1", 1, ROOTS);
        return new PortExplainer(Protocol.TCP, port, binds, Samples.snapshot(Stream.concat(Stream.of(other), Stream.of(rows))
                .toArray(Row[]::new)), rules).explain(Samples.NOW, Samples.ME);
    }

    private List<String> texts(PortAnswer answer) {
        return answer.reasons().stream().map(reason -> words.reason(answer, reason).text()).toList();
    }

    @Test
    void holdersOfOneOwnerAreOneReasonAndEachOwnerIsNamed() {
        PortAnswer answer = explain(8080, RULES, List.of(bind("0.0.0.0", Verdict.IN_USE), bind("::", Verdict.IN_USE)),
                Samples.listener("127.0.0.1", 8080, JAVA), Samples.listener("::1", 8080, JAVA),
                Samples.listener("192.168.1.24", 8080, ROOTS));
        assertEquals(PortAnswer.Verdict.HELD, answer.verdict());
        assertEquals(List.of(
                "java 24187, yours, listens on 127.0.0.1:8080 and [::1]:8080. Other addresses are left free, but not the wildcards"
                        + " 0.0.0.0 and [::] that would include this one. quaywatch free 8080",
                "nginx 80, of root, listens on 192.168.1.24:8080. Other addresses are left free, but not the wildcards 0.0.0.0 and [::]"
                        + " that would include this one. sudo quaywatch free 8080"),
                texts(answer));
    }

    @Test
    void sentencesBeginWithACapitalUnlessByANameOfItsOwn() {
        PortAnswer answer = explain(8080, RULES, List.of(bind("0.0.0.0", Verdict.IN_USE)),
                Samples.listener("0.0.0.0", 8080, new Owner.UserOnly(new User(0, "root"))));
        assertEquals("A process of root listens on 0.0.0.0:8080", words.reason(answer, answer.reasons().getFirst()).title());
    }

    @Test
    void guessedHolderIsSaidToBeProbableAndNothingIsEndedOnAGuess() {
        PortAnswer answer = explain(8080, RULES, List.of(bind("0.0.0.0", Verdict.IN_USE)),
                Samples.with(Samples.listener("0.0.0.0", 8080, ROOTS), new Evidence.Inferred(1)));
        Line line = words.reason(answer, answer.reasons().getFirst());
        assertEquals("Probably nginx 80, of root, listens on 0.0.0.0:8080", line.title());
        assertEquals("sudo quaywatch who 8080", line.command());
    }

    @Test
    void freePortOutsideAllRangesHasNoReasonAndAllRuledOut() {
        PortAnswer answer = explain(8080, RULES, List.of(bind("127.0.0.1", Verdict.FREE)));
        assertEquals(PortAnswer.Verdict.FREE, answer.verdict());
        assertEquals(List.of(), answer.reasons());
        assertEquals(List.of(RuledOut.values()), answer.ruledOut());
        assertEquals("No program holds it; no connection uses it; no rights needed from 1024 on; not reserved; outside the ephemeral range"
                + " 32768-60999; no other namespace holds it, as far as can be seen.", words.ruledOut(answer));
    }

    @Test
    void freePortInTheEphemeralRangeMayGoToAClientUnlessReserved() {
        PortAnswer answer = explain(40_000, rules(new PortRange(9_000, 9_001)), List.of(bind("127.0.0.1", Verdict.FREE)));
        assertEquals("sudo sysctl net.ipv4.ip_local_reserved_ports=9000-9001,40000",
                words.reason(answer, answer.reasons().getFirst()).command());
        assertFalse(answer.reasons().getFirst().obstacle());
        PortAnswer reserved = explain(40_000, rules(new PortRange(40_000, 40_000)), List.of(bind("127.0.0.1", Verdict.FREE)));
        assertEquals(List.of("It is reserved (40000). No obstacle: clients are never given it, a program that asks for it gets it."),
                texts(reserved));
        assertFalse(reserved.ruledOut().contains(RuledOut.RESERVED));
    }

    @Test
    void bindThatNothingExplainsIsSaidToBeSo() {
        PortAnswer answer = explain(8080, RULES, List.of(bind("127.0.0.1", Verdict.IN_USE), bind("::1", Verdict.FREE)),
                Samples.listener("::1", 8080, JAVA));
        assertTrue(answer.puzzling());
        assertTrue(
                texts(answer).stream().anyMatch(text -> text.startsWith("127.0.0.1 is in use, and nothing that was listed tells by whom")),
                () -> texts(answer).toString());
    }

    @Test
    void connectionsOfAServerAreNoReasonBesideIt() {
        Row served = Samples.connection(Samples.end("127.0.0.1", 8080), Samples.end("127.0.0.1", 50_000), JAVA);
        List<TestBind> binds = List.of(bind("127.0.0.1", Verdict.IN_USE));
        assertEquals(List.of("held"), explain(8080, RULES, binds, Samples.listener("127.0.0.1", 8080, JAVA), served).reasons().stream()
                .map(Reason::kind).toList());
        assertEquals(List.of("connected"), explain(8080, RULES, binds, served).reasons().stream().map(Reason::kind).toList());
    }

    @Test
    void otherNamespaceIsNamedAfterTheObstaclesAndIsNone() {
        Row elsewhere = Samples.row(Protocol.TCP, Samples.end("0.0.0.0", 8080), Samples.NONE, SocketState.LISTEN, 4_711, ROOTS);
        PortAnswer answer = explain(8080, RULES, List.of(bind("127.0.0.1", Verdict.IN_USE)), elsewhere,
                Samples.listener("127.0.0.1", 8080, JAVA));
        assertEquals(List.of("held", "other_namespace"), answer.reasons().stream().map(Reason::kind).toList());
        assertFalse(answer.ruledOut().contains(RuledOut.NAMESPACE));
    }

    @Test
    void lookThatFailedRulesNothingOut() {
        PortAnswer answer = new PortExplainer(Protocol.TCP, 8080, List.of(bind("127.0.0.1", Verdict.FREE)), Samples.snapshot(), RULES)
                .explain(Samples.NOW, null);
        assertEquals(List.of(RuledOut.RIGHTS, RuledOut.RESERVED, RuledOut.EPHEMERAL), answer.ruledOut());
    }

    @Test
    void namesAreShownEscaped() {
        Owner odd = Samples.owner(Samples.process("no\u001b[1mde", 7, Samples.ME));
        PortAnswer answer = explain(8080, RULES, List.of(bind("127.0.0.1", Verdict.IN_USE)), Samples.listener("127.0.0.1", 8080, odd));
        assertTrue(texts(answer).getFirst().startsWith("no\\x1b[1mde 7, yours, listens"), texts(answer).getFirst());
    }
}
