package quaywatch.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

import quaywatch.control.Deed;
import quaywatch.control.Journal;
import quaywatch.control.MadeDeed;
import quaywatch.control.MemoryJournal;
import quaywatch.fake.Schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What was stopped, in a terminal. */
class HistoryCommandTest {

    private static final Journal.Trouble LOCKED = new Journal.Trouble(Journal.Trouble.Kind.NOT_READ, "/x\u001b", "Permission denied");

    private final MadeUpProgram program = new MadeUpProgram();

    private void did(Deed... latestFirst) {
        program.journal = new MemoryJournal(List.of(latestFirst), null);
    }

    private static final class Unreadable implements Journal {

        @Override
        public Optional<Trouble> write(Deed deed) {
            return Optional.empty();
        }

        @Override
        public Deeds read() {
            return new Deeds(List.of(), 2, LOCKED);
        }

        @Override
        public Optional<Trouble> erase() {
            return Optional.of(new Trouble(Trouble.Kind.NOT_ERASED, "/x", "Permission denied"));
        }
    }

    @Test
    void nothingStoppedIsNoFailure() {
        assertEquals(0, program.run("history"));
        assertEquals("Nothing was stopped yet.\n", program.out.toString());
        assertEquals("", program.err.toString());
    }

    @Test
    void eachDeedIsToldWithACommandForAShell() {
        did(MadeDeed.of("a", 8080, "node", "it's", "\u001b[2J"));
        assertEquals(0, program.run("history"));
        String[] lines = program.out.toString().split("\n");
        assertTrue(lines[0].endsWith("  Asked node 4711 to end (8080). Ended."), lines[0]);
        assertEquals("    cd -- /srv/shop && node 'it'\\''s' \"$(printf '\\033')\"'[2J'", lines[1]);
        assertFalse(program.out.toString().contains("\u001b"));
    }

    @Test
    void lineEndOfAnArgumentMakesNoLineOfItsOwn() {
        did(MadeDeed.of("a", 8080, "node", "a\n2026-11-23  Asked sshd 1 to end (22). Ended.\n"));
        assertEquals(0, program.run("history"));
        String[] lines = program.out.toString().split("\n");
        assertEquals(2, lines.length, program.out::toString);
        assertEquals("    cd -- /srv/shop && eval \"$(printf 'node \\047a\\n2026-11-23  Asked sshd 1 to end (22). Ended.\\n\\047')\"",
                lines[1]);
    }

    @Test
    void closedConnectionIsToldWithItsEndsAndHasNoCommand() {
        did(MadeDeed.closing("a"));
        assertEquals(0, program.run("history"));
        assertTrue(program.out.toString().endsWith(
                "  Closed the connection 127.0.0.1:40000 to 127.0.0.1:3000 of firefox 4711 (none). Ended.\n"), program.out::toString);
        program.out.getBuffer().setLength(0);
        assertEquals(0, program.run("history", "--json"));
        JsonObject told = program.only();
        assertEquals("127.0.0.1:3000", told.getAsJsonObject("connection").get("remote").getAsString());
        assertTrue(told.get("lever").isJsonNull());
    }

    @Test
    void jsonIsAsTheSchemaSays() throws Exception {
        did(MadeDeed.of("b", 80, "node", "\u202e\n"), MadeDeed.of("a", 8080, "node"));
        assertEquals(0, program.run("history", "--json"));
        List<JsonElement> deeds = program.json().asList();
        assertEquals(2, deeds.size());
        JsonObject schema = Schema.read("history").getAsJsonObject("items");
        JsonObject first = deeds.getFirst().getAsJsonObject();
        assertEquals(schema.getAsJsonObject("properties").keySet(), first.keySet());
        assertEquals(schema.getAsJsonObject("properties").getAsJsonObject("processes").getAsJsonObject("items")
                .getAsJsonObject("properties").keySet(), first.getAsJsonArray("processes").get(0).getAsJsonObject().keySet());
        assertEquals("\u202e\n",
                first.getAsJsonArray("processes").get(0).getAsJsonObject().getAsJsonArray("arguments").get(1).getAsString());
        Set<String> results = new HashSet<>();
        schema.getAsJsonObject("properties").getAsJsonObject("result").getAsJsonArray("enum")
                .forEach(each -> results.add(each.isJsonNull() ? "null" : each.getAsString()));
        Set<String> expected = new HashSet<>(Set.of("null"));
        for (Deed.Result result : Deed.Result.values()) {
            expected.add(StopCodes.word(result));
        }
        assertEquals(expected, results);
        did();
        program.out.getBuffer().setLength(0);
        assertEquals(0, program.run("history", "--json"));
        assertEquals("[]\n", program.out.toString());
    }

    @Test
    void eraseForgets() {
        did(MadeDeed.of("a", 8080, "node"));
        assertEquals(0, program.run("history", "--erase"));
        assertEquals(List.of(), program.journal.read().latestFirst());
        assertEquals(2, program.run("history", "--erase", "--json"));
        assertEquals("Give --json or --erase, not both.\n", program.err.toString());
    }

    @Test
    void whatCannotBeReadOrErasedIsToldAndThree() {
        program.journal = new Unreadable();
        assertEquals(3, program.run("history"));
        assertEquals("", program.out.toString());
        assertEquals("2 lines could not be read.\nThe history could not be read: /x\\x1b (Permission denied).\n", program.err.toString());
        assertEquals(3, program.run("history", "--erase"));
    }
}
