package quaywatch.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.Belonging;
import quaywatch.model.Closed;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.model.SocketState;
import quaywatch.model.User;
import quaywatch.query.Parsed;
import quaywatch.query.Query;
import quaywatch.query.QueryParser;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.process;
import static quaywatch.model.SampleRow.snapshot;
import static quaywatch.model.SampleRow.socket;
import static quaywatch.model.SampleRow.udp;

class ViewerTest {

    private static final ViewState PORTS = ViewState.of(Scope.LISTENING);
    private static final ViewState CONNECTIONS = ViewState.of(Scope.CONNECTED);

    private final ServiceNames names = ServiceNames.parse(List.of("443\ttcp\thttps"));
    private final Viewer viewer = new Viewer(new Words(Locale.ENGLISH), names);

    @Test
    void eachScopeHoldsItsOwn() {
        Snapshot snapshot = snapshot(listener("0.0.0.0:1"), socket(Protocol.TCP, "0.0.0.0:2", "", SocketState.BOUND), udp("0.0.0.0:3"),
                connection("10.0.0.1:4", "10.0.0.2:9"), socket(Protocol.UDP, "10.0.0.1:5", "10.0.0.2:9", SocketState.CONNECTED),
                socket(Protocol.TCP, "10.0.0.1:6", "10.0.0.2:9", SocketState.TIME_WAIT),
                socket(Protocol.RAW, "0.0.0.0:7", "", SocketState.CLOSE), socket(Protocol.TCP, "0.0.0.0:8", "", SocketState.CLOSE));
        assertEquals("1 2 3", ports(snapshot, PORTS));
        assertEquals("4 5 6", ports(snapshot, CONNECTIONS));
        assertEquals("1 2 3 4 5 6 7 8", ports(snapshot, ViewState.of(Scope.ALL)));
    }

    @Test
    void protocolsAndQueryFilterAndTotalsSayHowMany() {
        Snapshot snapshot = snapshot(listener("0.0.0.0:22"), listener("0.0.0.0:8080"), udp("0.0.0.0:53"),
                socket(Protocol.TCP, "0.0.0.0:50000", "", SocketState.BOUND), listener("0.0.0.0:23").closed(START));
        ViewState tcp = PORTS.withProtocols(Set.of(Protocol.TCP));
        assertEquals("22 23 8080 50000", ports(snapshot, tcp));
        Rows rows = viewer.rows(snapshot, tcp.withQuery(query("!port:22")), START);
        assertEquals(List.of(2, 4, 1, Map.of(PortClass.REGISTERED, 1, PortClass.DYNAMIC, 1)),
                List.of(rows.shown(), rows.total(), rows.bound(), rows.byRange()));
        assertEquals(3, rows.lines().size());
    }

    @Test
    void twinsOfOneOwnerAreOneLine() {
        SampleRow four = listener("0.0.0.0:22").by(7, "sshd");
        SampleRow six = listener("[::]:22").by(7, "sshd");
        SampleRow local = listener("127.0.0.1:22").by(7, "sshd");
        SampleRow other = listener("0.0.0.0:22").by(8, "sshd");
        SampleRow udp = udp("0.0.0.0:22").by(7, "sshd");
        SampleRow inside = listener("0.0.0.0:22").by(7, "sshd").namespace(5);
        SampleRow closed = listener("0.0.0.0:22").by(7, "sshd").closed(START);
        Rows rows = viewer.rows(snapshot(six, four, local, other, udp, inside, closed), PORTS, START);
        assertEquals(Set.of(List.of(four.row(), six.row()), List.of(local.row()), List.of(other.row()), List.of(udp.row()),
                List.of(inside.row()), List.of(closed.row())), Set.copyOf(sockets(rows).stream().map(SocketLine::rows).toList()));
        assertEquals(5, rows.shown());
    }

    @Test
    void changedFactsOfTheSameProcessKeepTwinsTogether() {
        SampleRow four = listener("0.0.0.0:22").by(process(7, "sshd", "sshd -D", null));
        SampleRow six = listener("[::]:22").by(process(7, "sshd", "sshd: reloaded", null));
        assertEquals(1, viewer.rows(snapshot(four, six), PORTS, START).lines().size());
    }

    @Test
    void connectionsAreNeverMerged() {
        Snapshot snapshot = snapshot(connection("10.0.0.1:5", "10.0.0.2:80").by(7, "a").cookie(1),
                connection("10.0.0.1:5", "10.0.0.2:80").by(7, "a").cookie(2));
        assertEquals(2, viewer.rows(snapshot, CONNECTIONS, START).lines().size());
    }

    @Test
    void queryThatFindsOneTwinShowsThatOne() {
        SampleRow four = listener("0.0.0.0:22").by(7, "sshd");
        Snapshot snapshot = snapshot(four, listener("[::]:22").by(7, "sshd"));
        assertEquals(List.of(List.of(four.row())),
                sockets(viewer.rows(snapshot, PORTS.withQuery(query("laddr:0.0.0.0")), START)).stream().map(SocketLine::rows).toList());
    }

    @Test
    void groupHeadSumsRatesAndNamesTheWorstRoundTrip() {
        SampleRow fast = connection("10.0.0.1:5", "10.0.0.2:80").by(7, "a").tcp(1, 1, 0, 900, START).rates(100, 10);
        SampleRow slow = connection("10.0.0.1:6", "10.0.0.2:80").by(7, "a").tcp(1, 1, 0, 96_000, START).rates(0, 0);
        SampleRow gone = connection("10.0.0.1:7", "10.0.0.2:80").by(7, "a").tcp(1, 1, 0, 200_000, START).rates(5_000, 0).closed(START);
        SampleRow datagrams = socket(Protocol.UDP, "10.0.0.1:8", "10.0.0.2:80", SocketState.CONNECTED).by(7, "a");
        SampleRow other = socket(Protocol.UDP, "10.0.0.1:9", "10.0.0.2:80", SocketState.CONNECTED).by(8, "b");
        SampleRow held = listener("0.0.0.0:5").by(7, "a");
        Snapshot snapshot = snapshot(fast, slow, gone, datagrams, other, held);
        assertEquals(Arrays.asList(new Rates(100, 10), 96_000L, null, null), sums(snapshot, CONNECTIONS));
        assertEquals(Arrays.asList(new Rates(100, 10), 96_000L, null, null), sums(snapshot, ViewState.of(Scope.ALL)));
        assertEquals(Arrays.asList(new Rates(100, 10), null), sums(snapshot, PORTS));
    }

    private List<@Nullable Object> sums(Snapshot snapshot, ViewState state) {
        List<@Nullable Object> sums = new ArrayList<>();
        for (Line line : viewer.rows(snapshot, state.withGrouping(Grouping.PROCESS), START).lines()) {
            if (line instanceof GroupLine group) {
                sums.add(group.rates());
                sums.add(group.worstRtt());
            }
        }
        return sums;
    }

    @Test
    void heldPortCarriesWhatItsClientsCarry() {
        SampleRow four = listener("0.0.0.0:80").by(7, "web");
        SampleRow six = listener("[::]:80").by(7, "web");
        SampleRow one = connection("10.0.0.1:80", "10.0.0.2:50000").by(7, "web").rates(100, 10);
        SampleRow two = connection("[fe80::1]:80", "[fe80::2]:50000").by(7, "web").rates(20, 5);
        assertEquals(new Rates(120, 15), sockets(viewer.rows(snapshot(four, six, one, two), PORTS, START)).getFirst().rates());
        Row unmoved = four.row();
        Rows before = viewer.rows(snapshot(List.of(unmoved, one.row())), PORTS, START);
        assertSame(before.lines().getFirst(), viewer.rows(snapshot(List.of(unmoved, one.row())), PORTS, START).lines().getFirst());
        Rows after = viewer.rows(snapshot(List.of(unmoved, one.rates(7, 7).row())), PORTS, START);
        assertEquals(new Rates(7, 7), sockets(after).getFirst().rates());
        assertEquals(Rates.NONE, sockets(viewer.rows(snapshot(four), PORTS, START)).getFirst().rates());
        assertNull(sockets(viewer.rows(snapshot(four, connection("10.0.0.1:80", "10.0.0.2:5")), PORTS, START)).getFirst().rates());
        assertNull(sockets(viewer.rows(snapshot(udp("0.0.0.0:53")), PORTS, START)).getFirst().rates());
    }

    @Test
    void unchangedLineIsTheSameObject() {
        Row kept = listener("0.0.0.0:22").row();
        Row before = listener("0.0.0.0:80").row();
        Row after = listener("0.0.0.0:80").by(5, "nginx").row();
        Rows first = viewer.rows(snapshot(List.of(kept, before)), PORTS, START);
        Rows second = viewer.rows(snapshot(List.of(kept, after)), PORTS, START.plusSeconds(1));
        assertSame(first.lines().get(0), second.lines().get(0));
        assertNotSame(first.lines().get(1), second.lines().get(1));
        assertEquals(first.lines().get(1).key(), second.lines().get(1).key());
    }

    @Test
    void lineWithAnotherNumberOfClientsIsAnotherObject() {
        Row held = listener("0.0.0.0:80").row();
        Rows first = viewer.rows(snapshot(List.of(held)), PORTS, START);
        Rows second = viewer.rows(snapshot(List.of(held, connection("10.0.0.1:80", "10.0.0.2:5").row())), PORTS, START);
        assertEquals(List.of(0, 1), List.of(sockets(first).getFirst().clients(), sockets(second).getFirst().clients()));
        assertNotSame(first.lines().getFirst(), second.lines().getFirst());
    }

    @Test
    void unchangedGroupHeadIsTheSameObject() {
        Snapshot snapshot = snapshot(connection("10.0.0.1:1", "10.0.0.2:80").by(7, "a"));
        ViewState state = CONNECTIONS.withGrouping(Grouping.PROCESS);
        assertSame(viewer.rows(snapshot, state, START).lines().getFirst(), viewer.rows(snapshot, state, START).lines().getFirst());
    }

    @Test
    void clientsCameThroughTheMostExactDoor() {
        Snapshot snapshot = snapshot(listener("0.0.0.0:80").by(1, "any"), listener("10.0.0.1:80").by(2, "one"),
                listener("[::]:81").by(3, "six"), listener("0.0.0.0:80").by(4, "box").namespace(9),
                connection("10.0.0.1:80", "10.0.0.9:1"), connection("127.0.0.1:80", "127.0.0.1:2"),
                connection("mapped:10.0.0.1:81", "mapped:10.0.0.9:3"), connection("[fe80::1]:81", "[fe80::2]:4"),
                connection("10.0.0.1:80", "10.0.0.9:5").namespace(9), connection("10.0.0.1:80", "10.0.0.9:6").closed(START),
                socket(Protocol.TCP, "10.0.0.1:80", "10.0.0.9:7", SocketState.TIME_WAIT), connection("10.0.0.1:3333", "10.0.0.9:80"));
        assertEquals(Map.of("any", 1, "one", 1, "six", 2, "box", 1), sockets(viewer.rows(snapshot, PORTS, START)).stream()
                .collect(Collectors.toMap(line -> OwnerText.sortName(line.owner()), SocketLine::clients)));
    }

    @Test
    void wildcardThatLeavesIpv4AloneHasNoClientsOfIt() {
        Snapshot snapshot = snapshot(listener("[::]:80").v6Only(true), connection("10.0.0.1:80", "10.0.0.9:1"),
                connection("[fd00::1]:80", "[fd00::9]:2"));
        assertEquals(1, sockets(viewer.rows(snapshot, PORTS, START)).getFirst().clients());
    }

    @Test
    void twinsShareTheirClients() {
        Snapshot snapshot = snapshot(listener("0.0.0.0:80").by(1, "web"), listener("[::]:80").by(1, "web"),
                connection("10.0.0.1:80", "10.0.0.9:1"), connection("[fe80::1]:80", "[fe80::2]:4"));
        assertEquals(2, sockets(viewer.rows(snapshot, PORTS, START)).getFirst().clients());
    }

    @Test
    void connectionKnowsItsDirectionAndTheOtherEnd() {
        SampleRow server = connection("mapped:127.0.0.1:3000", "mapped:127.0.0.1:52000").by(1, "node");
        SampleRow client = connection("127.0.0.1:52000", "127.0.0.1:3000").by(2, "firefox");
        SampleRow away = connection("10.0.0.1:52001", "10.9.9.9:443").by(2, "firefox");
        SampleRow itself = connection("127.0.0.1:7", "127.0.0.1:7").by(3, "odd");
        List<SocketLine> lines = sockets(viewer.rows(snapshot(listener("[::]:3000").by(1, "node"), server, client, away, itself),
                CONNECTIONS.withSort(new Sort("lport", false)), START));
        assertEquals(List.of(false, true, false, false), lines.stream().map(SocketLine::incoming).toList());
        assertNull(lines.get(0).peer());
        assertEquals(new Peer(client.live().owner(), client.row().socket().key()), lines.get(1).peer());
        assertEquals(new Peer(server.live().owner(), server.row().socket().key()), lines.get(2).peer());
        assertNull(lines.get(3).peer());
    }

    @ParameterizedTest
    @CsvSource({"port, false, 9 80 443 1000", "port, true, 1000 443 80 9", "owner, false, 80 1000 443 9", "owner, true, 443 80 1000 9",
            "pid, false, 80 443 1000 9", "unheard-of, false, 9 80 443 1000"})
    void sortsOnValuesWithWhatIsMissingLast(String column, boolean descending, String expected) {
        Snapshot snapshot = snapshot(listener("0.0.0.0:1000").by(300, "alpha"), listener("0.0.0.0:80").by(4, "Alpha"),
                listener("0.0.0.0:443").by(20, "beta"), listener("0.0.0.0:9"));
        assertEquals(expected, ports(snapshot, PORTS.withSort(new Sort(column, descending))));
    }

    @Test
    void orderDoesNotDependOnTheOrderOfTheSnapshot() {
        Random random = new Random(42);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(connection("10.0.0." + random.nextInt(3) + ":" + random.nextInt(5), "10.0.1." + random.nextInt(3) + ":443")
                    .by(1 + random.nextInt(4), "p" + random.nextInt(3)).inode(i + 1).row());
        }
        for (Column column : Columns.connections()) {
            for (Grouping grouping : Grouping.values()) {
                ViewState state = CONNECTIONS.withSort(new Sort(column.id(), random.nextBoolean())).withGrouping(grouping);
                List<Line> first = viewer.rows(snapshot(rows), state, START).lines();
                Collections.shuffle(rows, random);
                Viewer fresh = new Viewer(new Words(Locale.ENGLISH), names);
                assertEquals(first, fresh.rows(snapshot(rows), state, START).lines(), () -> column + " " + grouping);
            }
        }
    }

    @Test
    void tickAfterTickShowsTheSameAsAFreshStart() {
        Random random = new Random(43);
        List<Row> rows = new ArrayList<>();
        for (int tick = 0; tick < 200; tick++) {
            for (int i = 0; i < 5; i++) {
                rows.add(random.nextInt(rows.size() + 1), listener("10.0.0." + random.nextInt(3) + ":" + random.nextInt(9))
                        .by(1 + random.nextInt(4), "p" + random.nextInt(3)).inode(1 + random.nextInt(1_000_000)).row());
            }
            rows.removeIf(_ -> random.nextInt(6) == 0);
            Sort sort = new Sort(tick / 20 % 2 == 0 ? "owner" : "port", tick / 40 % 2 == 0);
            ViewState state = PORTS.withSort(sort).withGrouping(Grouping.values()[tick / 10 % 8])
                    .withQuery(tick % 30 > 20 ? query("!port:5") : Query.EVERYTHING);
            Viewer fresh = new Viewer(new Words(Locale.ENGLISH), names);
            assertEquals(fresh.rows(snapshot(rows), state, START), viewer.rows(snapshot(rows), state, START));
        }
    }

    @Test
    void processesGroupByNameThenPidAndWhatCannotBeNamedComesLast() {
        User root = new User(0, "root");
        Belonging.Unit unit = new Belonging.Unit("orders-api.service", true);
        Snapshot snapshot = snapshot( //
                connection("10.0.0.1:1", "10.0.0.9:443"),
                connection("10.0.0.1:2", "10.0.0.9:443").by(new Owner.UserOnly(root), Evidence.EXACT),
                connection("10.0.0.1:3", "10.0.0.9:443").by(new Owner.Kernel(), Evidence.EXACT),
                connection("10.0.0.1:4", "10.0.0.9:443").by(90, "firefox"), connection("10.0.0.1:5", "10.0.0.9:443").by(7, "Firefox"),
                connection("10.0.0.1:6", "10.0.0.9:443").by(90, "firefox"),
                socket(Protocol.TCP, "10.0.0.1:7", "10.0.0.9:443", SocketState.LAST_ACK).by(90, "firefox"),
                connection("10.0.0.1:8", "10.0.0.9:443").by(process(5, "java", "java", unit)),
                connection("10.0.0.1:9", "10.0.0.9:443").by(new Owner.Processes(List.of(process(6, "tailscaled", "", unit))),
                        new Evidence.Inferred(1)),
                socket(Protocol.TCP, "10.0.0.1:10", "10.0.0.9:443", SocketState.TIME_WAIT)
                        .by(new Owner.Processes(List.of(process(8, "curl", "", null))), Evidence.REMEMBERED),
                socket(Protocol.TCP, "10.0.0.1:11", "10.0.0.9:443", SocketState.TIME_WAIT)
                        .by(new Owner.Processes(List.of(process(8, "curl", "", null))), Evidence.REMEMBERED),
                connection("10.0.0.1:12", "10.0.0.9:443").by(new Owner.Service(unit, root), Evidence.EXACT));
        assertEquals("""
                curl 8 (remembered, 2 in TIME_WAIT): 10 11
                Firefox 7 (1 connection): 5
                firefox 90 (2 connections, 1 closing): 4 6 7
                java 5 (1 connection  orders-api.service): 8
                orders-api  (1 connection, owner hidden from you): 12
                tailscaled ≈6 (1 connection  inferred from orders-api.service): 9
                Kernel  (1 connection): 3
                Hidden, user root  (1 connection, owner hidden from you): 2
                not known  (1 connection): 1
                """, outline(viewer.rows(snapshot, CONNECTIONS.withGrouping(Grouping.PROCESS), START)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "PORT_RANGE # Well-known  (0-1023  2 ports): 22 53/Registered  (1024-49151  1 port): 8080/Dynamic  (49152-65535  1 connection): 60000/", //
            "LOCAL_PORT # 22  (1 port): 22/53  (1 port): 53/8080  (1 port): 8080/60000  (1 connection): 60000/", //
            "REMOTE_HOST # 9.9.9.9  (1 connection): 60000/No peer  (3 ports): 22 53 8080/", //
            "STATE # ESTABLISHED  (1 connection): 60000/LISTEN  (2 ports): 22 8080/BOUND  (1 port): 53/", //
            "USER # ada  (2 ports, 1 connection): 53 8080 60000/root  (1 port): 22/", //
            "SERVICE # orders-api  (1 port): 8080/No service or container  (2 ports, 1 connection): 22 53 60000/"})
    void gathersByEveryKind(Grouping by, String expected) {
        Snapshot snapshot = snapshot(listener("0.0.0.0:22").user(0, "root"), udp("0.0.0.0:53").by(5, "dns"),
                listener("0.0.0.0:8080").by(process(7, "java", "", new Belonging.Unit("orders-api.service", false))),
                connection("10.0.0.1:60000", "9.9.9.9:443").by(process(8, "curl", "", new Belonging.StartedBy("bash"))));
        assertEquals(expected,
                outline(viewer.rows(snapshot, ViewState.of(Scope.ALL).withGrouping(by), START)).replace('\n', '/'));
    }

    @Test
    void localPortGroupNamesItsService() {
        assertEquals("443  (https  1 port): 443\n",
                outline(viewer.rows(snapshot(listener("0.0.0.0:443")), PORTS.withGrouping(Grouping.LOCAL_PORT), START)));
    }

    @Test
    void collapsedGroupHidesItsLinesButCountsThem() {
        Snapshot snapshot = snapshot(listener("0.0.0.0:22"), listener("0.0.0.0:8080"), listener("0.0.0.0:8081"));
        ViewState state = PORTS.withGrouping(Grouping.PORT_RANGE);
        GroupLine open = assertInstanceOf(GroupLine.class, viewer.rows(snapshot, state, START).lines().get(2));
        Rows rows = viewer.rows(snapshot, state.withCollapsed(Set.of(open.key())), START);
        assertEquals(3, rows.shown());
        assertEquals(3, rows.lines().size());
        GroupLine closed = assertInstanceOf(GroupLine.class, rows.lines().get(2));
        assertEquals(List.of(open.key(), 2, false), List.of(closed.key(), closed.count(), closed.expanded()));
    }

    @Test
    void whatClosedLongerAgoIsShownToThoseOnlyWhoAskForIt() {
        SampleRow ghost = connection("10.0.0.1:2", "10.0.0.9:443").by(7, "curl").closed(START.minusSeconds(1));
        SampleRow gone = connection("10.0.0.1:3", "10.0.0.9:443").by(7, "curl").closed(START.minusSeconds(20));
        SampleRow again = connection("10.0.0.1:3", "10.0.0.9:443").by(8, "wget").closed(START.minusSeconds(10));
        Snapshot snapshot = snapshot(connection("10.0.0.1:1", "10.0.0.9:443").by(6, "firefox"), ghost)
                .withClosed(new Closed(List.of(gone.row(), again.row()), 40));
        assertEquals("1 2", ports(snapshot, CONNECTIONS));
        assertEquals("", ports(snapshot, CONNECTIONS.withQuery(query("!is:closed wget"))));
        Rows rows = viewer.rows(snapshot, CONNECTIONS.withQuery(query("is:closed")), START);
        assertEquals("2 3 3", ports(sockets(rows)));
        assertEquals(List.of(0, 3, 40L, 1), List.of(rows.shown(), rows.closed(), rows.dropped(), rows.total()));
        assertEquals(List.of(Mark.CLOSED, Mark.NONE, Mark.NONE), sockets(rows).stream().map(SocketLine::mark).toList());
        assertEquals(3, rows.lines().stream().map(Line::key).distinct().count(), "each line has a key of its own");
        assertEquals("2 3", ports(snapshot, CONNECTIONS.withQuery(query("is:closed process:curl"))));
        assertEquals(rows.lines(), viewer.rows(snapshot, CONNECTIONS.withQuery(query("is:closed")), START).lines());
    }

    private String ports(Snapshot snapshot, ViewState state) {
        return ports(sockets(viewer.rows(snapshot, state, START)));
    }

    private static String ports(List<SocketLine> lines) {
        return String.join(" ", lines.stream().map(line -> "" + line.socket().local().port()).toList());
    }

    private static List<SocketLine> sockets(Rows rows) {
        return rows.lines().stream().filter(SocketLine.class::isInstance).map(SocketLine.class::cast).toList();
    }

    /** Each group on one line: title, pid, detail, local ports. */
    private static String outline(Rows rows) {
        StringBuilder out = new StringBuilder();
        for (Line line : rows.lines()) {
            switch (line) {
                case GroupLine head -> out.append(out.isEmpty() ? "" : "\n").append(head.title()).append(' ').append(head.pid())
                        .append(" (").append(head.detail()).append("):");
                case OwnerLine _ -> throw new AssertionError("no owners here");
                case SocketLine socket -> out.append(' ').append(socket.socket().local().port());
            }
        }
        return out.append('\n').toString();
    }

    private Query query(String text) {
        return assertInstanceOf(Parsed.Good.class, new QueryParser(names).parse(text)).query();
    }
}
