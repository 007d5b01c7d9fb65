package quaywatch.view;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.SocketState;
import quaywatch.model.User;
import quaywatch.query.Parsed;
import quaywatch.query.QueryParser;
import quaywatch.query.QueryText;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.process;
import static quaywatch.model.SampleRow.socket;
import static quaywatch.model.SampleRow.udp;

class ColumnsTest {

    private static final Instant NOW = START.plusSeconds(900);
    private static final User ROOT = new User(0, "root");
    private static final Belonging SSH = new Belonging.Unit("ssh.service", false);

    private final Wording wording = new Wording(new Words(Locale.ENGLISH), ServiceNames.parse(List.of("443\ttcp\thttps")),
            ZoneId.of("Asia/Kolkata"));

    static List<SampleRow> samples() {
        Owner sshd = new Owner.Processes(List.of(process(1042, "sshd", "sshd -D", SSH)));
        return List.of( //
                listener("0.0.0.0:22").by(sshd, new Evidence.Inferred(1)).queues(3, 4096).seen(START, true).user(0, "root"),
                listener("127.0.0.1:5432").by(
                        new Owner.Processes(List.of(process(1733, "postgres", "", null), process(1734, "postgres", "", null),
                                process(1735, "postgres", "", null))),
                        new Evidence.Inferred(3)),
                udp("0.0.0.0:51820").by(new Owner.Kernel(), Evidence.EXACT),
                socket(Protocol.TCP, "127.0.0.1:8443", "", SocketState.BOUND).by(31022, "python3"),
                listener("192.168.1.24:9000").by(new Owner.UserOnly(ROOT), Evidence.EXACT).user(0, "root"),
                listener("192.168.1.24:9001").by(new Owner.Service(SSH, ROOT), Evidence.EXACT),
                listener("10.0.0.1:6379").namespace(7)
                        .by(process(26140, "redis", "", new Belonging.Container("3f2a9c0d1e4b", "docker"))),
                listener("[fe80::1%eth0]:9002").by(new Owner.Unknown(Owner.Reason.NOT_TOLD), Evidence.RESOLVING),
                connection("[fe80::1%eth0]:52806", "mapped:151.101.1.140:443").by(9402, "fire\u001bfox").queues(12_345, 0)
                        .tcp(5_000, 9_000, 3, 11_200, NOW.minusSeconds(30)).rates(1_920_000, 800));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "0 # sshd ; ≈1042 ; 22 ; TCP ; LISTEN ; Every interface ; 0.0.0.0 ; ssh ; 0 ; 3 of 4096 ; n/a ; n/a ; before 17:30:00 ; root ; not registered", //
            "1 # postgres ; ≈1733 +2 ; 5432 ; TCP ; LISTEN ; This machine ; 127.0.0.1 ; not known ; 0 ; 0 ; n/a ; n/a ; 17:30:00 ; ada ; not registered", //
            "2 # Kernel ; none ; 51820 ; UDP ; BOUND ; Every interface ; 0.0.0.0 ; not known ; n/a ; n/a ; n/a ; n/a ; 17:30:00 ; not known ; not registered", //
            "3 # python3 ; 31022 ; 8443 ; TCP ; BOUND ; This machine ; 127.0.0.1 ; not known ; none ; n/a ; n/a ; n/a ; 17:30:00 ; ada ; not registered", //
            "4 # Hidden, user root ; hidden ; 9000 ; TCP ; LISTEN ; One address ; 192.168.1.24 ; not known ; 0 ; 0 ; n/a ; n/a ; 17:30:00 ; root ; not registered", //
            "5 # ssh ; hidden ; 9001 ; TCP ; LISTEN ; One address ; 192.168.1.24 ; ssh ; 0 ; 0 ; n/a ; n/a ; 17:30:00 ; root ; not registered", //
            "6 # redis ; 26140 ; 6379 ; TCP ; LISTEN ; Namespace ; 10.0.0.1 ; 3f2a9c0d1e4b ; 0 ; 0 ; n/a ; n/a ; 17:30:00 ; ada ; not registered", //
            "7 # looking it up ; looking it up ; 9002 ; TCP ; LISTEN ; One address ; [fe80::1%eth0] ; not known ; 0 ; 0 ; n/a ; n/a ; 17:30:00 ; not known ; not registered", //
            "8 # fire\\x1bfox ; 9402 ; 52806 ; TCP ; ESTABLISHED ; n/a ; [fe80::1%eth0] ; not known ; n/a ; n/a ; 1.92 MB ; 0.8 kB ; 17:30:00 ; ada ; not registered"})
    void portsReadAsTheyShould(int sample, String cells) {
        assertEquals(cells, String.join(" ; ", cells(Columns.ports(), line(samples().get(sample)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "8 # fire\\x1bfox ; TCP ; fe80::1%eth0 ; 52806 ; not registered ; 151.101.1.140 ; not known ; https 443 ; https ; elsewhere ; ESTABLISHED ; 1.92 MB ; 0.8 kB ; 1.92 MB ; 11 ms ; 11 ms ; 15 min ; 3 ; 30 s ; 9402 ; ada ; 12,345 ; 0 ; not known", //
            "0 # sshd ; TCP ; 0.0.0.0 ; 22 ; not registered ; none ; none ; none ; none ; none ; LISTEN ; n/a ; n/a ; n/a ; n/a ; n/a ; >15 min ; n/a ; n/a ; ≈1042 ; root ; 3 ; 4096 ; ssh"})
    void connectionsReadAsTheyShould(int sample, String cells) {
        assertEquals(cells, String.join(" ; ", cells(Columns.connections(), line(samples().get(sample)))));
    }

    @ParameterizedTest
    @CsvSource({"0, inferred from ssh.service", "1, inferred", "2, ''", "3, ''", "5, ''"})
    void inferredProcessSaysFromWhat(int sample, String words) {
        for (Column column : List.of(Columns.OWNER, Columns.PID)) {
            assertEquals(words, column.lack(line(samples().get(sample)), wording.words()).orElse(""));
        }
    }

    @Test
    void starterOfAProcessIsNotWhatItWasInferredFrom() {
        SampleRow waiting = connection("10.0.0.1:1", "10.0.0.9:443").by(
                new Owner.Processes(List.of(process(7, "node", "", new Belonging.StartedBy("bash")))), new Evidence.Inferred(1));
        assertEquals("inferred", Columns.PID.lack(line(waiting), wording.words()).orElse(""));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyCellSaysSomethingAndNeverAPlaceholder(SampleRow sample) {
        for (Column column : List.of(Columns.ports(), Columns.connections()).stream().flatMap(List::stream).toList()) {
            String text = column.text(line(sample), wording, NOW);
            assertFalse(text.isBlank() || List.of("-1", "?", "-", "\u2014", "null").contains(text), () -> column + ": " + text);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void conditionOfACellFindsItsRow(SampleRow sample) {
        Row row = sample.row();
        for (Column column : List.of(Columns.ports(), Columns.connections()).stream().flatMap(List::stream).toList()) {
            Optional<Filter> filter = column.filter(line(sample), NOW);
            filter.ifPresent(condition -> {
                String text = QueryText.condition(condition.field(), condition.value());
                Parsed.Good good = assertInstanceOf(Parsed.Good.class, new QueryParser(wording.names()).parse(text), text);
                assertTrue(good.query().matches(row, NOW), () -> text + " does not find " + row);
                Parsed.Good not = assertInstanceOf(Parsed.Good.class, new QueryParser(wording.names()).parse("!" + text), text);
                assertFalse(not.query().matches(row, NOW), () -> text + " can't be left out");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "0.0.0.0:1 # [::]:1 # 0.0.0.0 [::]", //
            "127.0.0.1:1 # [::1]:1 # 127.0.0.1 [::1]", //
            "127.0.0.53:1 # 127.0.0.54:1 # 127.0.0.53 +1", //
            "192.168.100.24:1 # [fe80::1%eth0]:1 # 192.168.100.24 +1", //
            "10.0.0.1:1 # 10.0.0.1:1 # 10.0.0.1"})
    void addressesOfTwinsStandOnOneLine(String first, String second, String expected) {
        SocketLine line = new SocketLine(List.of(listener(first).row(), listener(second).inode(2).row()), 0, Grouping.NONE, false, null,
                Mark.NONE);
        assertEquals(expected, Columns.ADDRESS.text(line, wording, NOW));
    }

    @Test
    void childOfAProcessSaysWhereItGoesOrWhatHappened() {
        SampleRow plain = connection("10.0.0.1:1", "10.0.0.2:443");
        assertEquals("outgoing", child(plain, false));
        assertEquals("incoming", child(plain, true));
        assertEquals("outgoing, new", child(plain.seen(NOW.minusSeconds(9), false), false));
        assertEquals("outgoing", child(plain.seen(NOW.minusSeconds(9), true), false));
        assertEquals("was SYN_SENT", child(plain.changed(SocketState.SYN_SENT, NOW.minusSeconds(2)), false));
        assertEquals("outgoing", child(plain.changed(SocketState.SYN_SENT, NOW.minusSeconds(10)), false));
        assertEquals("closing", child(socket(Protocol.TCP, "10.0.0.1:1", "10.0.0.2:443", SocketState.LAST_ACK), false));
        SampleRow waiting = socket(Protocol.TCP, "10.0.0.1:1", "10.0.0.2:443", SocketState.TIME_WAIT);
        assertEquals("closing", child(waiting, false));
        assertEquals("until 14:07:31", child(waiting.until(Instant.parse("2026-03-01T08:37:31Z")), false));
        assertEquals("closed", child(plain.closed(NOW), false));
        assertEquals("listening", child(listener("0.0.0.0:1"), false));
        assertEquals("listening", child(udp("0.0.0.0:1"), false));
        assertEquals("bound", child(socket(Protocol.TCP, "0.0.0.0:1", "", SocketState.BOUND), false));
        assertEquals("no peer", child(socket(Protocol.RAW, "0.0.0.0:1", "", SocketState.CLOSE), false));
    }

    @ParameterizedTest
    @CsvSource({"0, false, 0 s", "59, false, 59 s", "60, false, 1 min", "3599, false, 59 min", "3600, false, 1 h", "86399, false, 23 h",
            "86400, false, 1 d", "518400, true, >6 d", "1036800000, false, '12,000 d'", "-5, false, 0 s"})
    void ageIsShort(long seconds, boolean fromStart, String expected) {
        assertEquals(expected,
                Columns.AGE.text(line(listener("0.0.0.0:1").seen(START, fromStart)), wording, START.plusSeconds(seconds)));
    }

    @Test
    void ageOfAClosedSocketStandsStill() {
        assertEquals("7 s", Columns.AGE.text(line(listener("0.0.0.0:1").closed(START.plusSeconds(7))), wording, NOW));
    }

    @Test
    void agesSortAsTheyRead() {
        SocketLine old = line(listener("0.0.0.0:1").seen(START, false));
        SocketLine young = line(listener("0.0.0.0:1").seen(NOW, false));
        assertTrue(Objects.requireNonNull(Columns.AGE.value(young, ServiceNames.NONE))
                .compareTo(Objects.requireNonNull(Columns.AGE.value(old, ServiceNames.NONE))) < 0);
    }

    @Test
    void beginningOnAnotherDayIsTold() {
        assertEquals("before 2026-03-01 17:30",
                Columns.SINCE.text(line(listener("0.0.0.0:1").seen(START, true)), wording, START.plusSeconds(86_400)));
    }

    @Test
    void onlyTheUnusualIsLoud() {
        assertEquals(List.of(true, true, true, false, false), List.of(listener("0.0.0.0:1"), udp("0.0.0.0:1"),
                connection("0.0.0.0:1", "10.0.0.1:1"), socket(Protocol.TCP, "0.0.0.0:1", "", SocketState.BOUND),
                socket(Protocol.TCP, "10.0.0.1:1", "10.0.0.1:2", SocketState.CLOSE_WAIT)).stream()
                .map(row -> Columns.STATE.muted(line(row))).toList());
        assertEquals(List.of(true, false), List.of(listener("127.0.0.1:1"), listener("0.0.0.0:1")).stream()
                .map(row -> Columns.EXPOSURE.muted(line(row))).toList());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1 B", "99, 99 B", "100, 0.1 kB", "800, 0.8 kB", "9700, 9.7 kB", "14200, 14.2 kB", "186000, 186 kB",
            "999600, 1.00 MB", "1920000, 1.92 MB", "61800000, 61.8 MB", "1250000000, 1.25 GB"})
    void rateHasThreeDigitsAtMost(long bytes, String expected) {
        assertEquals(expected, FlowColumns.IN.text(line(connection("10.0.0.1:1", "10.0.0.2:2").rates(bytes, 0)), wording, NOW));
        assertEquals(bytes == 0, FlowColumns.IN.muted(line(connection("10.0.0.1:1", "10.0.0.2:2").rates(bytes, 0))));
    }

    @ParameterizedTest
    @CsvSource({"1, 1 \u00b5s", "840, 840 \u00b5s", "1000, 1.0 ms", "4249, 4.2 ms", "9949, 9.9 ms", "9950, 10 ms", "38400, 38 ms",
            "999499, 999 ms", "1240000, 1.2 s", "12400000, 12 s"})
    void roundTripTimeIsShort(long micros, String expected) {
        assertEquals(expected,
                FlowColumns.RTT.text(line(connection("10.0.0.1:1", "10.0.0.2:2").tcp(1, 1, 0, micros, START)), wording, NOW));
    }

    @Test
    void whatIsNotCountedSaysWhy() {
        SampleRow plain = connection("10.0.0.1:1", "10.0.0.2:2");
        SampleRow datagrams = socket(Protocol.UDP, "10.0.0.1:1", "10.0.0.2:2", SocketState.CONNECTED);
        SampleRow waiting = socket(Protocol.TCP, "10.0.0.1:1", "10.0.0.2:2", SocketState.TIME_WAIT);
        assertEquals(List.of("n/a", "n/a", "n/a", "0"),
                List.of(datagrams, plain, plain.tcp(1, 1, 0, 0, START), waiting).stream()
                        .map(row -> FlowColumns.OUT.text(line(row), wording, NOW)).toList());
        assertEquals(List.of("Linux counts the bytes of TCP connections only, not of UDP.", "The source in use does not count bytes.",
                "Known from the second look on.", "The connection has ended; it is measured no more."),
                List.of(datagrams, plain, plain.tcp(1, 1, 0, 0, START), waiting).stream()
                        .map(row -> FlowColumns.RTT.lack(line(row), wording.words()).orElseThrow()).toList());
        assertEquals(Optional.empty(), FlowColumns.OUT.lack(line(waiting), wording.words()));
        assertEquals(Optional.empty(), Columns.STATE.lack(line(datagrams), wording.words()));
    }

    @Test
    void measuresSortByValueAndWhatIsNotCountedComesLast() {
        SocketLine slow = line(connection("10.0.0.1:1", "10.0.0.2:2").rates(999, 0).tcp(1, 1, 9, 2_000_000, START));
        SocketLine fast = line(connection("10.0.0.1:1", "10.0.0.2:2").rates(1_000_000, 0).tcp(1, 1, 10, 900, START.plusSeconds(9)));
        SocketLine unknown = line(connection("10.0.0.1:1", "10.0.0.2:2"));
        for (Column column : List.of(FlowColumns.IN, FlowColumns.RETRANSMITS)) {
            assertEquals(List.of(slow, fast, unknown), Stream.of(unknown, fast, slow).sorted(byValue(column)).toList());
        }
        for (Column column : List.of(FlowColumns.RTT, FlowColumns.IDLE)) {
            assertEquals(List.of(fast, slow, unknown), Stream.of(unknown, slow, fast).sorted(byValue(column)).toList());
        }
    }

    private static Comparator<SocketLine> byValue(Column column) {
        return Comparator.comparing(line -> column.value(line, ServiceNames.NONE), Comparator.nullsLast(Comparator.naturalOrder()));
    }

    @Test
    void everyColumnIsFoundByIdAndHasATitle() {
        for (Column column : List.of(Columns.ports(), Columns.connections()).stream().flatMap(List::stream).toList()) {
            assertEquals(column.id(), Columns.byId(column.id()).orElseThrow().id());
            assertFalse(wording.words().get(column.titleKey()).isBlank());
        }
        assertEquals(Optional.empty(), Columns.byId("none"));
    }

    @Test
    void rawSocketHasNoPort() {
        SocketLine raw = line(SampleRow.socket(Protocol.RAW, "0.0.0.0:0", "0.0.0.0:0", SocketState.BOUND));
        assertEquals("n/a n/a", Columns.PORT.text(raw, wording, NOW) + " " + Columns.LOCAL_PORT.text(raw, wording, NOW));
    }

    @Test
    void optionalColumnsAreHiddenAtFirst() {
        assertEquals(List.of("owner", "pid", "port", "proto", "state", "exposure", "address", "belongs", "clients"),
                shown(Columns.ports()));
        assertEquals(List.of("owner", "proto", "laddr", "lport", "raddr", "rport", "state", "in", "out", "trend", "rtt", "rtttrend", "age"),
                shown(Columns.connections()));
    }

    private static List<String> shown(List<Column> columns) {
        return columns.stream().filter(column -> !column.optional()).map(Column::id).toList();
    }

    private String child(SampleRow row, boolean incoming) {
        return Columns.OWNER.text(new SocketLine(List.of(row.row()), 0, Grouping.PROCESS, incoming, null, Mark.NONE), wording, NOW);
    }

    private List<String> cells(List<Column> columns, SocketLine line) {
        return columns.stream().map(column -> column.text(line, wording, NOW)).toList();
    }

    private static SocketLine line(SampleRow row) {
        return new SocketLine(List.of(row.row()), 0, Grouping.NONE, false, null, Mark.NONE);
    }
}
