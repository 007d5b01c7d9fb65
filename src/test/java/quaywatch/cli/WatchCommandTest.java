package quaywatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SourceException;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.SourceReport.Trouble;
import quaywatch.view.Figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WatchCommandTest {

    private static final String HEAD = "Time         Owner                PID  Proto  State        Address           Port  Remote address"
            + "        Port  Exposure         User";

    private final MadeUpProgram program = new MadeUpProgram();

    /** Watches until all that is to happen between looks has happened. */
    private List<String> watch(List<Runnable> happens, String... args) {
        program.between.addAll(happens);
        assertEquals(0, program.run(args));
        assertTrue(Thread.interrupted(), "ended before everything happened");
        assertEquals(1, program.closed);
        return program.out.toString().lines().toList();
    }

    private static String at(int seconds) {
        return Figures.clock(MadeUpProgram.NOW.plusSeconds(seconds), ZoneId.systemDefault());
    }

    @AfterEach
    void nobodyElseIsInterrupted() {
        assertFalse(Thread.interrupted());
    }

    @Test
    void tellsWhatIsThereAndThenWhatHappens() {
        program.listens(8080, 7, "node");
        program.flow = 100;
        assertEquals(List.of(HEAD,
                at(0) + "     node                   7  TCP    LISTEN       127.0.0.1         8080  none                  none  This machine     ann",
                at(2) + "  +  java               24187  TCP    ESTABLISHED  10.0.0.1         50000  10.0.0.2               443  n/a              ann",
                at(3) + "  ~  vite                   9  TCP    LISTEN       127.0.0.1         8080  none                  none  This machine     ann       held by node (7) before",
                at(4) + "  -  java               24187  TCP    ESTABLISHED  10.0.0.1         50000  10.0.0.2               443  n/a              ann       sent 400 B, received 4.00 kB, open 2 s",
                at(5) + "  -  vite                   9  TCP    LISTEN       127.0.0.1         8080  none                  none  This machine     ann       open >5 s"),
                watch(List.of(() -> {}, () -> program.carries(50_000, 24_187, "java"), () -> {
                    program.sightings.removeFirst();
                    program.listens(8080, 9, "vite");
                }, program.sightings::removeFirst, program.sightings::clear), "watch"));
        assertEquals("", program.err.toString());
        assertEquals(1, program.watched);
    }

    @Test
    void onlyWhatMatchesIsToldAndColumnsOnlyGrow() {
        program.listens(8080, 7, "node");
        String longName = "a".repeat(30);
        List<String> lines = watch(List.of(() -> program.listens(81, 1, longName), () -> program.listens(82, 1, "web")), "watch",
                "lport:81-82");
        assertEquals(3, lines.size());
        assertEquals(lines.get(1).indexOf("TCP"), lines.get(2).indexOf("TCP"));
        assertTrue(lines.get(1).contains("+  " + longName), lines.get(1));
    }

    @Test
    void jsonIsALineForEachEventAndTellsRates() {
        program.listens(8080, 7, "node");
        program.flow = 1_000;
        List<String> lines = watch(List.of(() -> program.carries(50_000, 7, "node"), () -> {}, program.sightings::removeLast), "watch",
                "--json", "node");
        assertEquals(List.of("12:00:00.000Z present 8080 null null", "12:00:01.000Z opened 50000 20000 20000",
                "12:00:02.000Z sample 50000 30000 10000", "12:00:03.000Z closed 50000 30000 10000"),
                lines.stream().map(WatchCommandTest::told).toList());
    }

    private static String told(String line) {
        JsonObject event = JsonParser.parseString(line).getAsJsonObject();
        JsonObject socket = event.getAsJsonObject("socket");
        return event.get("time").getAsString().substring(11) + " " + event.get("event").getAsString() + " " + socket.get("local_port")
                + " " + socket.get("bytes_received") + " " + socket.get("bytes_in_per_second");
    }

    @Test
    void newSocketIsToldWithItsOwnerOneLookLater() {
        program.listens(8080, 7, "node");
        Sighting known = program.sightings.removeLast();
        List<String> lines = watch(List.of(
                () -> program.sightings.add(new Sighting(known.socket(), new Owner.Unknown(Owner.Reason.NOT_FOUND), Evidence.RESOLVING)),
                () -> program.sightings.set(0, known)), "watch");
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).startsWith(at(2) + "  +  node "), lines.get(1));
    }

    @Test
    void looksASecondApartOrAsToldTo() {
        watch(List.of(), "watch");
        program.closed = 0;
        watch(List.of(), "watch", "--interval", "2.5");
        assertEquals(List.of(SourceChoice.AUTO, Duration.ofSeconds(1), SourceChoice.AUTO, Duration.ofMillis(2_500)), program.calls);
    }

    @Test
    void wrongQueryIsToldAndNothingIsRead() {
        assertEquals(2, program.run("watch", "port:70000"));
        assertEquals("", program.out.toString());
        assertEquals("""
                Port 70000 does not exist. A port is 0 to 65535.
                  port:70000
                       ^^^^^
                """, program.err.toString());
        assertEquals(0, program.opened);
    }

    @Test
    void sourceThatFailsAtOnceIsASentenceAndThree() {
        program.failure = new SourceException("Permission denied");
        assertEquals(3, program.run("watch"));
        assertEquals("", program.out.toString());
        assertEquals("scene can't tell the sockets of this machine: Permission denied. \"quaywatch doctor\" tells which source works.\n",
                program.err.toString());
        assertEquals(1, program.closed);
    }

    @Test
    void troubleIsToldWhenItBeginsAndWatchingGoesOn() {
        program.listens(80, 1, "web");
        List<String> lines = watch(List.of(() -> program.troubles.add(new Trouble("udp6", "Input/output error")), () -> {},
                () -> program.failure = new SourceException("Permission denied"), () -> {}, () -> {
                    program.failure = null;
                    program.troubles.clear();
                    program.sightings.clear();
                }), "watch");
        assertEquals("""
                udp6 could not be read (Input/output error). What is shown comes from scene.
                scene could not be read (Permission denied). What is known is older.
                """, program.err.toString());
        assertEquals(List.of("", "-"), lines.stream().skip(1).map(line -> line.substring(10, 11).strip()).toList());
    }

    @Test
    void endsThatAreNotToldAreMentionedOnce() {
        program.tellsEnds = false;
        program.carries(50_000, 7, "node");
        watch(List.of(() -> {}, () -> {}), "watch");
        assertEquals("Ended connections are not told here: what they sent and received last is missing.\n", program.err.toString());
    }

    @Test
    void namesOfOthersCanNotActOnTheTerminal() {
        program.listens(80, 1, "a\u001b]0;owned\u0007\n\u202eb");
        List<String> lines = watch(List.of(), "watch");
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).contains("a\\x1b]0;owned\\x07\\n\\u202eb "), lines.get(1));
    }

    @Test
    void readerThatGoesAwayEndsItQuietlyAtTheNextLine() {
        program.listens(80, 1, "web");
        Head head = new Head(1);
        program.between.addAll(List.of(() -> {}, () -> program.listens(81, 1, "web"), () -> program.listens(82, 1, "web")));
        assertEquals(0, program.run(new PrintWriter(head), "watch"));
        assertEquals("", program.err.toString());
        assertEquals(1, program.between.size());
        assertEquals(2, head.text.toString().lines().count());
    }

    @Test
    void readerOfJsonThatGoesAwayEndsItToo() {
        program.listens(80, 1, "web");
        program.between.addAll(List.of(() -> program.listens(81, 1, "web"), () -> {}));
        assertEquals(0, program.run(new PrintWriter(new Head(1)), "watch", "--json"));
        assertEquals(1, program.between.size());
    }

    /** What {@code | head} leaves behind: takes so much, and then nothing. */
    private static final class Head extends Writer {

        private final StringBuilder text = new StringBuilder();
        private int looks;

        Head(int looks) {
            this.looks = looks;
        }

        @Override
        public void write(char[] chars, int from, int length) throws IOException {
            if (looks <= 0) {
                throw new IOException("Broken pipe");
            }
            text.append(chars, from, length);
        }

        @Override
        public void flush() {
            looks--;
        }

        @Override
        public void close() {}
    }
}
