package quaywatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SourceException;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.SourceReport.Trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ListCommandTest {

    private final MadeUpProgram program = new MadeUpProgram();

    @Test
    void listsHoldersFirstInAlignedColumns() {
        program.connects(50_000, 24_187, "java");
        program.listens(8080, 7, "node");
        assertEquals(0, program.run("list"));
        assertSays("""
                Owner    PID  Proto  State        Address     Port  Remote address  Port  Exposure      User
                node       7  TCP    LISTEN       127.0.0.1   8080  none            none  This machine  ann
                java   24187  TCP    ESTABLISHED  10.0.0.1   50000  10.0.0.2         443  n/a           ann
                """, "");
        assertEquals(1, program.closed);
    }

    @Test
    void joinsTheWordsOfTheQuery() {
        program.listens(80, 1, "web");
        program.listens(81, 1, "web");
        program.listens(80, 2, "cache");
        assertEquals(0, program.run("list", "port:80", "web"));
        assertEquals(2, program.out.toString().lines().count());
    }

    @Test
    void queryKnowsTheRangeOfClientPorts() {
        program.listens(80, 1, "web");
        program.connects(50_001, 1, "web");
        assertEquals(0, program.run("list", "lport:ephemeral"));
        assertEquals(2, program.out.toString().lines().count());
        assertTrue(program.out.toString().contains("50001"), program.out::toString);
    }

    @Test
    void jsonIsOneArrayWithOneObjectForEachSocket() {
        program.listens(8080, 7, "node\u001b[1m");
        program.connects(50_000, 24_187, "java");
        assertEquals(0, program.run("list", "--json"));
        assertEquals("", program.err.toString());
        JsonArray all = program.json();
        assertEquals(List.of("8080 7 node\u001b[1m", "50000 24187 java"), all.asList().stream().map(JsonElement::getAsJsonObject)
                .map(one -> one.get("local_port").getAsInt() + " " + one.get("pid").getAsInt() + " " + one.get("name").getAsString())
                .toList());
        assertTrue(program.out.toString().chars().allMatch(c -> c == '\n' || c >= ' '), program.out::toString);
    }

    @Test
    void jsonHoldsOnlyWhatMatches() {
        program.listens(80, 1, "web");
        program.listens(81, 1, "web");
        assertEquals(0, program.run("list", "--json", "lport:81"));
        JsonArray all = program.json();
        assertEquals(List.of(81), all.asList().stream().map(one -> one.getAsJsonObject().get("local_port").getAsInt()).toList());
    }

    @Test
    void jsonOfNothingIsAnEmptyArrayAndOne() {
        program.listens(80, 1, "web");
        assertEquals(1, program.run("list", "--json", "port:81"));
        assertSays("[]\n", "");
    }

    @Test
    void nothingThatMatchesIsOneSentenceAndOne() {
        program.listens(80, 1, "web");
        assertEquals(1, program.run("list", "port:81", "web\u001b[31m"));
        assertSays("", "Nothing matches \"port:81 web\\x1b[31m\".\n");
    }

    @Test
    void columnsAreThoseNamedInTheirOrder() {
        program.listens(8080, 7, "node");
        assertEquals(0, program.run("list", "--columns", "port,Owner, pid"));
        assertSays("""
                Port  Owner  PID
                8080  node     7
                """, "");
    }

    @Test
    void sortIsByTheValueAndMixesHoldersAndConnections() {
        program.connects(9000, 8, "java");
        program.listens(8080, 7, "node");
        program.listens(10_000, 9, "vite");
        assertEquals(0, program.run("list", "--columns", "lport", "--no-header", "--sort", "lport"));
        assertEquals(0, program.run("list", "--columns", "owner", "--no-header", "--sort", "lport:desc"));
        assertEquals(List.of(" 8080", " 9000", "10000", "vite", "java", "node"), program.out.toString().lines().toList());
    }

    @Test
    void csvHasTitlesThatStandAloneAndNoFormula() {
        program.listens(8080, 7, "=cmd|' /C calc'!A0,\"x\"");
        program.connects(9000, 8, "java");
        assertEquals(0, program.run("list", "--csv", "--columns", "owner,lport,rport", "lport:8080|lport:9000"));
        assertSays("Owner,Local port,Remote port\r\n\"'=cmd|' /C calc'!A0,\"\"x\"\"\",8080,none\r\njava,9000,443\r\n", "");
    }

    @Test
    void csvOfNothingIsItsTitlesAndOne() {
        assertEquals(1, program.run("list", "--csv", "--columns", "pid"));
        assertEquals(1, program.run("list", "--csv", "--columns", "pid", "--no-header"));
        assertSays("PID\r\n", "");
    }

    @Test
    void ratesAsColumnsNeedTwoLooks() {
        program.carries(9000, 8, "java");
        program.flow = 1_000;
        assertEquals(2, program.run("list", "--columns", "owner,in"));
        assertEquals(2, program.run("list", "--sort", "out:desc"));
        assertEquals(0, program.opened);
        program.between.add(() -> {});
        assertEquals(0, program.run("list", "--columns", "owner,in", "--interval", "1"));
        assertTrue(program.out.toString().matches("Owner +In/s\njava +10.0 kB\n"), program.out::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--columns=prot            | There is no column \"prot\". Did you mean proto? The columns are owner, pid, port,",
            "--columns=owner,,pid      | There is no column \"\". The columns are owner, pid, port,",
            "--columns=host            | There is no column \"host\".", "--sort=nowhere      | There is no column \"nowhere\".",
            "--sort=port:up            | --sort takes a column, and :desc", "--json --csv           | Leave out --csv, or --json.",
            "--json --columns=port     | Leave out --columns, or --json.", "--json --sort=port     | Leave out --sort, or --json.",
            "--json --no-header        | Leave out --no-header, or --json."})
    void wrongShapesAreWrongUsage(String options, String said) {
        assertEquals(2, program.run(("list " + options).split(" ")));
        assertTrue(program.err.toString().contains(said), program.err::toString);
        assertEquals(0, program.opened);
    }

    @Test
    void helpNamesEveryColumnThatCanBeAskedFor() {
        assertEquals(0, program.run("list", "--help"));
        String help = program.out.toString().replaceAll("\\s+", " ");
        assertTrue(help.contains(String.join(", ", ColumnReader.names()) + "."), help);
    }

    @Test
    void machineWithoutSocketsIsOneSentenceAndOne() {
        assertEquals(1, program.run("list"));
        assertSays("", "This machine has no open sockets.\n");
    }

    @Test
    void wrongQueryIsToldWithItsPlaceAndNothingIsRead() {
        assertEquals(2, program.run("list", "web\u0007", "port:70000"));
        assertSays("", """
                Port 70000 does not exist. A port is 0 to 65535.
                  web\\x07 port:70000
                               ^^^^^
                """);
        assertEquals(0, program.opened);
    }

    @Test
    void namesOfOthersCanNotActOnTheTerminal() {
        program.listens(80, 1, "a\u001b]0;owned\u0007\n\u202eb");
        assertEquals(0, program.run("list"));
        assertTrue(program.out.toString().contains("a\\x1b]0;owned\\x07\\n\\u202eb "), program.out::toString);
        assertTrue(program.out.toString().chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), program.out::toString);
    }

    @Test
    void sourceThatFailsIsASentenceAndThree() {
        program.failure = new SourceException("Permission denied");
        assertEquals(3, program.run("list"));
        assertSays("", "scene can't tell the sockets of this machine: Permission denied. "
                + "\"quaywatch doctor\" tells which source works.\n");
        assertEquals(1, program.closed);
    }

    @Test
    void partThatFailsIsToldBesideTheRest() {
        program.listens(80, 1, "web");
        program.troubles.add(new Trouble("udp6", "Input/output error"));
        assertEquals(0, program.run("list"));
        assertEquals("udp6 could not be read (Input/output error). What is shown comes from scene.\n", program.err.toString());
        assertEquals(2, program.out.toString().lines().count());
    }

    @Test
    void nothingToShowBecauseOfTroubleIsNotAMachineWithoutSockets() {
        program.troubles.add(new Trouble("udp6", "Input/output error"));
        assertEquals(3, program.run("list"));
        assertSays("", "udp6 could not be read (Input/output error), and scene knows of no socket. "
                + "\"quaywatch doctor\" tells which source works.\n");
    }

    @Test
    void treeThatIsNoneIsASentenceAndThree() {
        program.failure = new SourceException("No socket table under pit can be read: Not a directory");
        assertEquals(3, program.run("list", "--proc", "pit"));
        assertSays("", "No socket table under pit can be read: Not a directory. "
                + "Give --proc a captured tree: a folder with the files of /proc, net/tcp among them.\n");
    }

    @Test
    void linesLeftOutAreToldBesideTheRest() {
        program.listens(80, 1, "web");
        program.oddLines = 2;
        assertEquals(0, program.run("list"));
        assertEquals("2 lines of scene were left out: not written as the kernel writes it.\n", program.err.toString());
        assertEquals(2, program.out.toString().lines().count());
    }

    @Test
    void allLinesLeftOutIsNotAMachineWithoutSockets() {
        program.oddLines = 1;
        assertEquals(3, program.run("list", "--json"));
        assertSays("", "1 line of scene was left out: not written as the kernel writes it.\n");
    }

    @Test
    void longQueryComesBackShortened() {
        program.listens(80, 1, "web");
        assertEquals(1, program.run("list", "x".repeat(100_000)));
        assertSays("", "Nothing matches \"" + "x".repeat(199) + "…\".\n");
    }

    @Test
    void onlyTheSurroundingsOfTheWrongPlaceAreShown() {
        assertEquals(2, program.run("list", "x".repeat(1_000), "port:" + "y".repeat(1_000), "z".repeat(1_000)));
        List<String> told = program.err.toString().lines().toList();
        assertEquals("  …" + "x".repeat(53) + " port:" + "y".repeat(59) + "… " + "z".repeat(58) + "…", told.get(1));
        assertEquals("  " + " ".repeat(60) + "^".repeat(60), told.get(2));
    }

    @Test
    void looksOnceAndAgainOnlyWhileAnOwnerIsBeingLookedUp() {
        program.listens(80, 1, "web");
        program.run("list");
        assertEquals(1, program.looks);
        Sighting open = program.sightings.getFirst();
        program.sightings.set(0, new Sighting(open.socket(), new Owner.Unknown(Owner.Reason.NOT_FOUND), Evidence.RESOLVING));
        program.run("list");
        assertEquals(3, program.looks);
    }

    @Test
    void twoLooksTellRates() {
        program.flow = 100;
        program.carries(50_000, 7, "node");
        assertEquals(0, program.run("list", "--interval", "2.5"));
        assertEquals(List.of(SourceChoice.AUTO, Duration.ofMillis(2_500)), program.calls);
        assertEquals(2, program.looks);
        assertEquals(1, program.watched);
        assertSays("""
                Owner  PID  Proto  State        Address    Port  Remote address  Port  Exposure  User    In/s  Out/s    RTT
                node     7  TCP    ESTABLISHED  10.0.0.1  50000  10.0.0.2         443  n/a       ann   0.4 kB   40 B  11 ms
                """, "");
    }

    @Test
    void oneLookTellsTotalsButNoRates() {
        program.flow = 100;
        program.carries(50_000, 7, "node");
        assertEquals("1000 null", flow("list", "--json"));
        assertEquals(0, program.watched);
        program.out.getBuffer().setLength(0);
        assertEquals("3000 1000", flow("list", "--json", "--interval", "1"));
    }

    private String flow(String... args) {
        assertEquals(0, program.run(args));
        JsonObject socket = program.json().get(0).getAsJsonObject();
        return socket.get("bytes_received") + " " + socket.get("bytes_in_per_second");
    }

    @Test
    void rateTakesTwoLooks() {
        program.flow = 1_000;
        program.carries(50_000, 7, "node");
        program.listens(80, 1, "web");
        assertEquals(2, program.run("list", "!web", "(rate>1k", "|", "retrans>5)"));
        assertSays("", "One look tells no rates. Add --interval 1 to look twice, a second apart.\n");
        assertEquals(0, program.opened);
        assertEquals(0, program.run("list", "--interval=1", "rate>1k"));
        assertEquals(2, program.out.toString().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "list --json"})
    void outputClosedEarlyEndsQuietlyAndSoon(String args) {
        for (int port = 1; port <= 20_000; port++) {
            program.listens(port, 1, "web");
        }
        ClosedPipe pipe = new ClosedPipe();
        assertEquals(0, program.run(new PrintWriter(pipe), args.split(" ")));
        assertEquals("", program.err.toString());
        assertTrue(pipe.writes < 2_000, () -> pipe.writes + " writes into a closed pipe");
    }

    private void assertSays(String out, String err) {
        assertEquals(out, program.out.toString());
        assertEquals(err, program.err.toString());
    }

    /** What {@code | head} leaves behind. */
    private static final class ClosedPipe extends Writer {

        private int writes;

        @Override
        public void write(char[] chars, int from, int length) throws IOException {
            writes++;
            throw new IOException("Broken pipe");
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void close() {}
    }
}
