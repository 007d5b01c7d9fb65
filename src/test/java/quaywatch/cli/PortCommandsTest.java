package quaywatch.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

import quaywatch.control.PortAnswer;
import quaywatch.control.PortAnswer.Verdict;
import quaywatch.control.PortProbe;
import quaywatch.control.Reason;
import quaywatch.fake.Schema;
import quaywatch.model.Address;
import quaywatch.model.PortRange;
import quaywatch.model.PortRules;
import quaywatch.model.Protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code who} and {@code why}. */
class PortCommandsTest {

    private final MadeUpProgram program = new MadeUpProgram();

    private void answers(Verdict verdict) {
        Address here = Address.v4(0x7f00_0001);
        program.answer = new PortAnswer(Protocol.TCP, 8080, Instant.parse("2026-03-01T12:00:00Z"), null,
                List.of(new PortAnswer.TestBind(here, PortProbe.Verdict.IN_USE, PortProbe.Verdict.IN_USE)), verdict,
                List.of(new Reason.Unexplained(List.of(here))), List.of(PortAnswer.RuledOut.EPHEMERAL),
                new PortRules(new PortRange(32_768, 60_999), List.of(), null),
                List.of(new PortAnswer.Offer(8081, PortAnswer.Offer.Kind.ABOVE)));
    }

    @Test
    void whoNamesTheHoldersOfEachPort() {
        program.listens(8080, 7, "node");
        program.listens(9000, 8, "java");
        program.listens(22, 1, "sshd");
        program.connects(8080, 9, "curl");
        assertEquals(0, program.run("who", "8080", "9000-9100"));
        List<String> lines = program.out.toString().lines().toList();
        assertEquals(3, lines.size(), program.out::toString);
        assertTrue(lines.get(1).matches("node +7 +ann +TCP +8080 +LISTEN +127\\.0\\.0\\.1 +This machine .*"), program.out::toString);
        assertTrue(lines.get(2).startsWith("java"), program.out::toString);
        assertEquals("", program.err.toString());
    }

    @Test
    void whoOfAPortThatNobodyHoldsIsOneSentenceAndOne() {
        program.listens(22, 1, "sshd");
        assertEquals(1, program.run("who", ":8080"));
        assertEquals("Nothing holds :8080.\n", program.err.toString());
    }

    @Test
    void whoWritesTheObjectsOfList() {
        program.listens(8080, 7, "node\u001b[1m");
        assertEquals(0, program.run("who", "8080", "--json"));
        JsonObject only = JsonParser.parseString(program.out.toString()).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals("node\u001b[1m", only.get("name").getAsString());
        assertTrue(program.out.toString().chars().allMatch(c -> c == '\n' || c >= ' '), program.out::toString);
    }

    @Test
    void namesAreSafeOnATerminal() {
        program.listens(8080, 7, "no\u001b[1mde");
        assertEquals(0, program.run("who", "8080"));
        assertTrue(program.out.toString().contains("no\\x1b[1mde"), program.out::toString);
    }

    @Test
    void whatIsNoPortIsWrongUsage() {
        for (String wrong : List.of("0", "65536", "9-8", "no-such-name", "")) {
            assertEquals(2, program.run("who", wrong), wrong);
            assertEquals(2, program.run("why", wrong), wrong);
        }
        assertEquals(2, program.run("who"));
        assertEquals(2, program.run("why"));
        assertEquals(2, program.run("why", "80", "81"));
        assertEquals(2, program.run("why", "80-81"));
        assertEquals(2, program.run("why", "80", "--proc", "tree"));
        assertEquals("", program.out.toString());
        assertEquals(0, program.opened);
    }

    @Test
    void whySaysVerdictBindsReasonsAndWaysOut() {
        answers(Verdict.HELD);
        assertEquals(5, program.run("why", "8080"));
        assertEquals("", program.err.toString());
        List<String> lines = program.out.toString().lines().toList();
        assertEquals("Port 8080 can't be used.", lines.getFirst());
        assertTrue(lines.contains("  127.0.0.1             in use"), program.out::toString);
        assertTrue(lines.contains("    $ sudo quaywatch why 8080"), program.out::toString);
        assertTrue(lines.contains("  Outside the ephemeral range 32768-60999."), program.out::toString);
        assertTrue(lines.contains("  8081 next above"), program.out::toString);
    }

    @Test
    void exitCodeTellsTheVerdict() {
        List<Integer> codes = Stream.of(Verdict.values()).map(verdict -> {
            answers(verdict);
            return program.run("why", "8080", "--json");
        }).toList();
        assertEquals(List.of(0, 0, 5, 5, 4, 3), codes);
    }

    @Test
    void udpIsAskedForByItsOption() {
        answers(Verdict.FREE);
        program.run("why", "53", "--udp");
        assertEquals("UDP 53", program.calls.getLast());
    }

    @Test
    void schemaNamesTheFieldsOfAnAnswer() throws IOException {
        answers(Verdict.HELD);
        program.run("why", "8080", "--json");
        JsonObject answer = JsonParser.parseString(program.out.toString()).getAsJsonArray().get(0).getAsJsonObject();
        JsonObject schema = Schema.read("why").getAsJsonObject("items");
        check(schema, answer);
        JsonObject properties = schema.getAsJsonObject("properties");
        for (String part : List.of("binds", "reasons", "free_instead")) {
            check(properties.getAsJsonObject(part).getAsJsonObject("items"), answer.getAsJsonArray(part).get(0).getAsJsonObject());
        }
        assertEquals(words(Verdict.values()), Schema.texts(properties.getAsJsonObject("verdict").getAsJsonArray("enum")));
        assertEquals(words(PortAnswer.RuledOut.values()),
                Schema.texts(properties.getAsJsonObject("ruled_out").getAsJsonObject("items").getAsJsonArray("enum")));
    }

    private static void check(JsonObject schema, JsonObject found) {
        assertEquals(schema.getAsJsonObject("properties").keySet(), found.keySet());
        assertEquals(found.keySet(), Schema.texts(schema.getAsJsonArray("required")));
    }

    private static Set<String> words(Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
