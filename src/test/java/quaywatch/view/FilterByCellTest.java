package quaywatch.view;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.PortRange;
import quaywatch.model.ProcessFacts;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.model.User;
import quaywatch.query.Here;
import quaywatch.query.Parsed;
import quaywatch.query.Query;
import quaywatch.query.QueryParser;
import quaywatch.query.QueryText;
import quaywatch.text.Words;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.process;
import static quaywatch.model.SampleRow.snapshot;
import static quaywatch.model.SampleRow.udp;

/** What a cell, the head of a group or a row of an owner asks for, and what each field leaves of the table, as it stands and left out. */
class FilterByCellTest {

    private static final Instant NOW = START.plusSeconds(900);
    private static final User ROOT = new User(0, "root");
    private static final String EVERY = "22 53 6379 9000 50000 52806";

    private final ServiceNames names = ServiceNames.parse(List.of("443\ttcp\thttps"));
    private final QueryParser parser = new QueryParser(
            new Here(names, new PortRange(32_768, 60_999), ROOT, Clock.fixed(NOW, ZoneOffset.UTC)));
    private final Viewer viewer = new Viewer(new Words(Locale.ENGLISH), names);
    private final OwnerViewer owners = new OwnerViewer(new Words(Locale.ENGLISH), names);

    private static Snapshot sockets() {
        ProcessFacts sshd = process(1042, "sshd", "sshd -D", new Belonging.Unit("ssh.service", false));
        ProcessFacts redis = process(26140, "redis", "redis-server *:6379", new Belonging.Container("3f2a9c0d1e4b", "docker"));
        SampleRow busy = connection("10.0.0.1:52806", "151.101.1.140:443").by(9402, "firefox").seen(NOW.minusSeconds(60), false)
                .tcp(5_000, 9_000, 3, 11_200, NOW.minusSeconds(40)).rates(1_920_000, 800);
        SampleRow quiet = connection("10.0.0.1:50000", "10.0.0.9:5432").by(24187, "java").seen(NOW.minusSeconds(600), false)
                .tcp(5_000, 9_000, 0, 300, NOW.minusSeconds(5)).rates(0, 0);
        return snapshot(listener("0.0.0.0:22").by(sshd), udp("0.0.0.0:53").by(new Owner.UserOnly(ROOT), Evidence.EXACT),
                listener("127.0.0.1:6379").by(redis), listener("192.168.1.24:9000"), quiet, busy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "port    # 22    # port:22            # 22", //
            "lport   # 22    # lport:22           # 22", //
            "rport   # 52806 # rport:443          # 52806", //
            "laddr   # 50000 # laddr:10.0.0.1     # 50000 52806", //
            "address # 6379  # laddr:127.0.0.1    # 6379", //
            "raddr   # 50000 # raddr:10.0.0.9     # 50000", //
            "owner   # 22    # process:sshd       # 22", //
            "owner   # 53    # user:root          # 53", //
            "owner   # 9000  # is:hidden          # 53 9000", //
            "pid     # 52806 # pid:9402           # 52806", //
            "user    # 22    # user:ada           # 22 6379 50000 52806", //
            "belongs # 22    # service:ssh.service # 22", //
            "belongs # 6379  # container:3f2a9c0d1e4b # 6379", //
            "proto   # 53    # proto:udp          # 53", //
            "state   # 22    # state:listen       # 22 6379 9000", //
            "exposure # 6379 # is:loopback        # 6379", //
            "exposure # 22   # is:exposed         # 22 53 9000", //
            "in      # 52806 # rate:1M..          # 52806", //
            "out     # 50000 # rate:0..0          # 50000", //
            "rtt     # 52806 # rtt:10ms..         # 52806", //
            "age     # 22    # age:15m..          # 22 53 6379 9000", //
            "idle    # 52806 # idle:40s..         # 52806", //
            "retrans # 52806 # retrans:2..        # 52806"})
    void aCellNarrowsTheTableToItsLike(String column, int port, String term, String left) {
        Column asked = Stream.of(Columns.ports(), Columns.connections()).flatMap(List::stream).filter(one -> one.id().equals(column))
                .findFirst().orElseThrow();
        SocketLine line = lines("").stream().filter(one -> one.socket().local().port() == port).findFirst().orElseThrow();
        assertEquals(term, asked.filter(line, NOW).map(FilterByCellTest::text).orElse(""));
        assertNarrows(term, left);
    }

    /** No column stands for these alone. */
    @ParameterizedTest
    @CsvSource({"addr:10.0.0.9, 50000", "cmd:redis-server, 6379", "time:12:00-12:13, 22 53 6379 9000 50000"})
    void theOtherFieldsNarrowTheTableTooWhenTyped(String term, String left) {
        assertNarrows(term, left);
    }

    @ParameterizedTest
    @CsvSource({"PROCESS, 22, pid:1042, 22", "PORT_RANGE, 22, lport:well-known, 22 53", "LOCAL_PORT, 22, lport:22, 22",
            "REMOTE_HOST, 50000, raddr:10.0.0.9, 50000", "STATE, 22, state:listen, 22 6379 9000", "USER, 53, user:root, 53",
            "SERVICE, 22, service:ssh.service, 22"})
    void theHeadOfAGroupNarrowsTheTableToTheGroup(Grouping by, int port, String term, String left) {
        GroupLine head = null;
        for (Line line : viewer.rows(sockets(), ViewState.of(Scope.ALL).withGrouping(by), NOW).lines()) {
            head = line instanceof GroupLine next ? next : head;
            if (line instanceof SocketLine socket && socket.socket().local().port() == port) {
                break;
            }
        }
        assertEquals(term, assertInstanceOf(GroupLine.class, head).filter().map(FilterByCellTest::text).orElse(""));
        assertNarrows(term, left);
    }

    @ParameterizedTest
    @CsvSource({"owner, 22, process:sshd, 22", "pid, 6379, pid:26140, 6379", "belongs, 6379, container:3f2a9c0d1e4b, 6379",
            "user, 53, user:root, 53", "ports, 22, lport:22, 22"})
    void aCellOfAnOwnerNarrowsTheProcessesToItsLike(String column, int port, String term, String left) {
        Column asked = OwnerColumns.byId(column).orElseThrow();
        OwnerLine line = owners("").stream().filter(one -> one.figures().ports().contains(port)).findFirst().orElseThrow();
        assertEquals(term, asked.filter(line, NOW).map(FilterByCellTest::text).orElse(""));
        assertEquals(left, owners(term).stream().flatMap(one -> one.figures().ports().stream()).map(String::valueOf).collect(joining(" ")));
        assertEquals(owners("").size() - 1, owners("!" + term).size());
    }

    private void assertNarrows(String term, String left) {
        assertEquals(left, ports(term));
        List<String> others = new ArrayList<>(List.of(EVERY.split(" ")));
        others.removeAll(List.of(left.split(" ")));
        assertEquals(String.join(" ", others), ports("!" + term), "left out");
    }

    private String ports(String query) {
        return lines(query).stream().map(line -> line.socket().local().port()).sorted().map(String::valueOf).collect(joining(" "));
    }

    private List<SocketLine> lines(String query) {
        return viewer.rows(sockets(), ViewState.of(Scope.ALL).withQuery(query(query)), NOW).lines().stream().map(SocketLine.class::cast)
                .toList();
    }

    private List<OwnerLine> owners(String query) {
        return owners.rows(sockets(), ViewState.of(Scope.ALL).withQuery(query(query)), NOW).lines().stream().map(OwnerLine.class::cast)
                .toList();
    }

    private Query query(String text) {
        return assertInstanceOf(Parsed.Good.class, parser.parse(text), text).query();
    }

    private static String text(Filter filter) {
        return QueryText.condition(filter.field(), filter.value());
    }
}
