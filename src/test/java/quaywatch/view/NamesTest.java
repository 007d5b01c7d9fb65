package quaywatch.view;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.Address;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.model.SocketState;
import quaywatch.model.User;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.snapshot;
import static quaywatch.model.SampleRow.socket;

/** Names of hosts, of ports, and of who is at the other end. */
class NamesTest {

    private static final ViewState CONNECTIONS = ViewState.of(Scope.CONNECTED);

    private final ServiceNames services = ServiceNames.parse(List.of("443\ttcp\thttps", "22\ttcp\tssh", "53\tudp\tdomain"));
    private final Wording wording = new Wording(new Words(Locale.ENGLISH), services, ZoneId.of("UTC"));
    private final Map<Address, String> hosts = new HashMap<>();
    private final Viewer viewer = new Viewer(wording.words(), services, () -> hosts);

    @Test
    void aPairIsJoinedAtBothEnds() {
        Snapshot pair = pair();
        assertEquals(List.of("node ← firefox", "firefox → node :3000", "firefox"), cells(Columns.OWNER, pair, CONNECTIONS));
        assertEquals(List.of("← firefox, new", "→ node :3000, new", "outgoing, new"),
                cells(Columns.OWNER, pair, CONNECTIONS.withGrouping(Grouping.PROCESS), "lport"));
        assertEquals(List.of("firefox :52000", "node :3000", "elsewhere"), cells(NameColumns.PEER, pair, CONNECTIONS));
        assertEquals("none", NameColumns.PEER.text(SocketLine.alone(listener("0.0.0.0:1").row()), wording, START));
    }

    @Test
    void aPairWithoutAListenerIsTwoOutgoingEnds() {
        Snapshot pair = snapshot(connection("127.0.0.1:3000", "127.0.0.1:52000").by(1, "node"),
                connection("127.0.0.1:52000", "127.0.0.1:3000").by(2, "firefox"));
        assertEquals(List.of("node → firefox :52000", "firefox → node :3000"), cells(Columns.OWNER, pair, CONNECTIONS));
    }

    @Test
    void aPairIsSaidInASentence() {
        assertEquals(List.of("firefox 2 is connected to node 1 at port 3000, both on this machine",
                "firefox 2 is connected to node 1 at port 3000, both on this machine", ""),
                lines(pair(), CONNECTIONS).stream().map(line -> Conversation.sentence(line, wording.words()).orElse("")).toList());
    }

    @Test
    void aHiddenOrHostileOtherEndIsSaidInWords() {
        Snapshot pair = snapshot(listener("0.0.0.0:5432"),
                connection("127.0.0.1:5432", "127.0.0.1:52000").by(new Owner.UserOnly(new User(0, "root")), Evidence.EXACT),
                connection("127.0.0.1:52000", "127.0.0.1:5432").by(2, "fire\u001b[31m\u202efox"));
        assertEquals(List.of("Hidden, user root ← fire\\x1b[31m\\u202efox", "fire\\x1b[31m\\u202efox → Hidden, user root :5432"),
                cells(Columns.OWNER, pair, CONNECTIONS));
    }

    @Test
    void theOtherEndSortsByItsName() {
        assertEquals(List.of("52000", "3000", "52001"), cells(Columns.LOCAL_PORT, pair(), CONNECTIONS.withSort(new Sort("peer", true))));
        assertEquals(List.of("3000", "52000", "52001"), cells(Columns.LOCAL_PORT, pair(), CONNECTIONS.withSort(new Sort("peer", false))));
    }

    @Test
    void aClosedOtherEndIsNoOtherEnd() {
        Snapshot half = snapshot(connection("127.0.0.1:3000", "127.0.0.1:52000").by(1, "node").closed(START),
                connection("127.0.0.1:52000", "127.0.0.1:3000").by(2, "firefox"));
        assertEquals(List.of("node → firefox :52000", "firefox"), cells(Columns.OWNER, half, CONNECTIONS));
    }

    @Test
    void twoSocketsOfAChannelNeverLeadToOneInAnotherNamespace() {
        Snapshot apart = snapshot(connection("127.0.0.1:3000", "127.0.0.1:52000").by(1, "node").namespace(7),
                connection("127.0.0.1:52000", "127.0.0.1:3000").by(2, "firefox"));
        assertEquals(List.of("node", "firefox"), cells(Columns.OWNER, apart, CONNECTIONS));
    }

    @Test
    void aNameStandsWhereItIsKnownAndSortsByItsText() {
        hosts.put(Address.parse("10.0.0.2").orElseThrow(), "Zoo.example");
        hosts.put(Address.parse("10.0.0.3").orElseThrow(), "ant.example");
        hosts.put(Address.parse("10.0.0.4").orElseThrow(), "");
        Snapshot far = snapshot(connection("10.0.0.1:1", "10.0.0.5:443"), connection("10.0.0.1:2", "10.0.0.4:443"),
                connection("10.0.0.1:3", "mapped:10.0.0.3:443"), connection("10.0.0.1:4", "10.0.0.2:443"),
                socket(Protocol.RAW, "10.0.0.1:5", "", SocketState.CLOSE));
        ViewState all = ViewState.of(Scope.ALL);
        assertEquals(List.of("not known", "no name", "ant.example", "Zoo.example", "none"), cells(NameColumns.HOST, far, all));
        assertEquals(List.of("3", "4", "1", "2"), cells(Columns.LOCAL_PORT, far, CONNECTIONS.withSort(new Sort("host", false))));
        assertEquals(List.of("4", "3", "1", "2"), cells(Columns.LOCAL_PORT, far, CONNECTIONS.withSort(new Sort("host", true))));
    }

    @Test
    void onlyALineWhoseNameHasComeIsAnotherObject() {
        Snapshot far = snapshot(connection("10.0.0.1:1", "10.0.0.2:443"), connection("10.0.0.1:2", "10.0.0.3:443"));
        List<Line> before = viewer.rows(far, CONNECTIONS, START).lines();
        hosts.put(Address.parse("10.0.0.3").orElseThrow(), "ant.example");
        List<Line> after = viewer.rows(far, CONNECTIONS, START).lines();
        assertSame(before.get(0), after.get(0));
        assertNotSame(before.get(1), after.get(1));
        assertEquals(before.get(1).key(), after.get(1).key());
    }

    @ParameterizedTest
    @CsvSource({"'a\u001b]0;x\u0007.example', 'a\\x1b]0;x\\x07.example'", "'evil\u202egpj.example', 'evil\\u202egpj.example'",
            "'a\r\nb', 'a\\r\\nb'", "'\u200bbank.example', '\\u200bbank.example'", "'   ', 'no name'"})
    void aHostileNameIsShownSafely(String told, String shown) {
        assertEquals(shown, host(told));
    }

    @Test
    void aLongNameIsCutAndAWholeOneIsNot() {
        String longest = "a.".repeat(126) + "b";
        assertEquals(longest, host(longest));
        assertTrue(host("x".repeat(255)).matches("x{252}…"));
        assertTrue(host("\u202e".repeat(1000)).length() <= 253);
        assertEquals("'=cmd()", CellText.cell(NameColumns.HOST, line("=cmd()"), wording, START));
    }

    @Test
    void servicesAreNamedAndSortedByName() {
        Snapshot some = snapshot(connection("10.0.0.1:22", "10.0.0.2:50000"), connection("10.0.0.1:50001", "10.0.0.2:443"),
                connection("10.0.0.1:50002", "10.0.0.2:22"), socket(Protocol.UDP, "10.0.0.1:50003", "10.0.0.2:53", SocketState.CONNECTED));
        assertEquals(List.of("ssh", "not registered", "not registered", "not registered"),
                cells(NameColumns.LOCAL_SERVICE, some, CONNECTIONS));
        assertEquals(List.of("domain", "https", "ssh", "not registered"),
                cells(NameColumns.REMOTE_SERVICE, some, CONNECTIONS.withSort(new Sort("rservice", false))));
        assertEquals("none", NameColumns.REMOTE_SERVICE.text(SocketLine.alone(listener("0.0.0.0:22").row()), wording, START));
    }

    private String host(String told) {
        return NameColumns.HOST.text(line(told), wording, START);
    }

    private static SocketLine line(String host) {
        return new SocketLine(List.of(connection("10.0.0.1:1", "10.0.0.2:443").row()), 0, Grouping.NONE, false, null, host, null,
                Mark.NONE);
    }

    private static Snapshot pair() {
        return snapshot(listener("[::]:3000").by(1, "node"), connection("mapped:127.0.0.1:3000", "mapped:127.0.0.1:52000").by(1, "node"),
                connection("127.0.0.1:52000", "127.0.0.1:3000").by(2, "firefox"),
                connection("10.0.0.1:52001", "10.9.9.9:443").by(2, "firefox"));
    }

    private List<String> cells(Column column, Snapshot snapshot, ViewState state) {
        return lines(snapshot, state).stream().map(line -> column.text(line, wording, START)).toList();
    }

    /** As above, but in the order of another column. */
    private List<String> cells(Column column, Snapshot snapshot, ViewState state, String order) {
        List<SocketLine> lines = new ArrayList<>(lines(snapshot, state));
        Column by = Columns.byId(order).orElseThrow();
        Collections.sort(lines,
                (a, b) -> LineOrder.byValue(by.value(a, services), by.value(b, services), false));
        return lines.stream().map(line -> column.text(line, wording, START)).toList();
    }

    private List<SocketLine> lines(Snapshot snapshot, ViewState state) {
        return viewer.rows(snapshot, state, START).lines().stream().filter(SocketLine.class::isInstance).map(SocketLine.class::cast)
                .collect(Collectors.toList());
    }
}
