package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.History;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.model.Traffic;
import quaywatch.model.User;
import quaywatch.query.Parsed;
import quaywatch.query.QueryParser;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.process;
import static quaywatch.model.SampleRow.snapshot;
import static quaywatch.model.SampleRow.udp;

class OwnerViewerTest {

    private static final ViewState ALL = ViewState.of(Scope.ALL).withSort(new Sort("owner", false));

    private final ServiceNames names = ServiceNames.parse(List.of());
    private final OwnerViewer viewer = new OwnerViewer(new Words(Locale.ENGLISH), names);

    @Test
    void eachOwnerIsOneLineWithItsFigures() {
        Snapshot snapshot = snapshot(listener("0.0.0.0:443").by(7, "web"), listener("[::]:443").by(7, "web"),
                listener("127.0.0.1:80").by(7, "web"), udp("0.0.0.0:443").by(7, "web"),
                connection("10.0.0.1:443", "10.0.0.2:5000").by(7, "web").rates(10, 1),
                connection("10.0.0.1:443", "10.0.0.3:5000").by(7, "web").rates(5, 2), listener("0.0.0.0:22").by(8, "sshd"));
        OwnerLine web = lines(snapshot, ALL).getLast();
        assertEquals(new OwnerLine.Figures(6, 3, 2, List.of(80, 443)), web.figures());
        assertEquals(new Rates(15, 3), web.rates());
        assertEquals("sshd web", owners(snapshot, ALL));
    }

    @Test
    void everyKindOfOwnerHasItsLine() {
        User root = new User(0, "root");
        Belonging unit = new Belonging.Unit("cups.service", false);
        Snapshot snapshot = snapshot(listener("0.0.0.0:1").by(7, "a"),
                listener("0.0.0.0:2").by(new Owner.Service(unit, root), Evidence.EXACT),
                listener("0.0.0.0:3").by(new Owner.UserOnly(root), Evidence.EXACT),
                listener("0.0.0.0:4").by(new Owner.Kernel(), Evidence.EXACT),
                listener("0.0.0.0:5").by(new Owner.Unknown(Owner.Reason.NOT_FOUND), Evidence.EXACT),
                listener("0.0.0.0:6").by(new Owner.Unknown(Owner.Reason.FORGOTTEN), Evidence.EXACT));
        assertEquals(Set.of(List.of(1), List.of(2), List.of(3), List.of(4), List.of(5, 6)),
                lines(snapshot, ALL).stream().map(line -> line.figures().ports()).collect(Collectors.toSet()));
    }

    @Test
    void figuresTellOfTheSocketsThatFit() {
        Snapshot snapshot = snapshot(listener("0.0.0.0:80").by(7, "web"), listener("0.0.0.0:81").by(7, "web"),
                listener("0.0.0.0:22").by(8, "sshd"));
        ViewState one = ALL.withQuery(((Parsed.Good) new QueryParser(names).parse("port:80")).query());
        assertEquals(List.of(80), lines(snapshot, one).getFirst().figures().ports());
        Rows rows = viewer.rows(snapshot, one, START);
        assertEquals(List.of(1, 2), List.of(rows.shown(), rows.total()));
        assertEquals("", owners(snapshot, ALL.withProtocols(Set.of(Protocol.UDP))));
    }

    @Test
    void aLineIsTheSameWhileItLooksTheSame() {
        SampleRow quiet = listener("0.0.0.0:22").by(8, "sshd");
        OwnerLine first = lines(snapshot(quiet, listener("0.0.0.0:80").by(7, "web")), ALL).getFirst();
        Snapshot next = snapshot(quiet, listener("0.0.0.0:80").by(7, "web"), listener("0.0.0.0:81").by(7, "web"));
        assertSame(first, lines(next, ALL).getFirst());
        assertEquals(List.of(80, 81), lines(next, ALL).getLast().figures().ports());
    }

    @Test
    void whoIsGoneStaysForAMomentAsClosed() {
        Snapshot snapshot = snapshot(listener("0.0.0.0:80").by(7, "web").closed(START),
                listener("0.0.0.0:81").by(8, "web").seen(START, true),
                listener("0.0.0.0:82").by(8, "web").closed(START));
        assertEquals(List.of(Mark.CLOSED, Mark.NONE), lines(snapshot, ALL).stream().map(OwnerLine::mark).toList());
        assertEquals(1, viewer.rows(snapshot, ALL, START).shown());
    }

    @Test
    void anOwnerIsNewWhileAllItsSocketsAre() {
        SampleRow old = listener("0.0.0.0:80").by(7, "web").seen(START.minusSeconds(60), false);
        SampleRow fresh = listener("0.0.0.0:81").by(7, "web").seen(START, false);
        SampleRow other = listener("0.0.0.0:82").by(8, "zed").seen(START, false);
        List<OwnerLine> lines = lines(snapshot(old, fresh, other), ALL, START.plus(Duration.ofSeconds(1)));
        assertEquals(List.of(Mark.NONE, Mark.NEW), lines.stream().map(OwnerLine::mark).toList());
    }

    @Test
    void totalsAreThoseOfTheOwnerAndNotKnownBeyondTheBusiest() {
        SampleRow web = connection("10.0.0.1:443", "10.0.0.2:5000").by(7, "web");
        SampleRow other = connection("10.0.0.1:444", "10.0.0.2:5000").by(8, "zed");
        Traffic.Sum sum = new Traffic.Sum(5, 6, Rates.NONE);
        Traffic.Share<Owner> share = new Traffic.Share<>(new Owner.Processes(List.of(process(7, "web", "another command", null))), sum);
        assertEquals(List.of(Optional.of(sum), Optional.of(Traffic.Sum.NONE)),
                totals(snapshot(web, other), new Traffic.Shares<>(List.of(share), Traffic.Sum.NONE)));
        assertEquals(List.of(Optional.of(sum), Optional.empty()), totals(snapshot(web, other), new Traffic.Shares<>(List.of(share), sum)));
    }

    @Test
    void sortsByRawValuesAndKeepsWhatHasNoneLast() {
        Snapshot snapshot = snapshot(connection("10.0.0.1:1", "10.0.0.2:9").by(1, "nine").rates(9, 0),
                connection("10.0.0.1:2", "10.0.0.2:9").by(2, "hundred").rates(100, 0), listener("0.0.0.0:3").by(3, "none"));
        assertEquals("nine hundred none", owners(snapshot, ALL.withSort(new Sort("in", false))));
        assertEquals("hundred nine none", owners(snapshot, ALL.withSort(new Sort("in", true))));
        assertEquals("nine hundred none", owners(snapshot, ALL.withSort(new Sort("pid", false))));
    }

    @Test
    void groupsByUser() {
        Snapshot snapshot = snapshot(listener("0.0.0.0:1").by(1, "a").user(0, "root"),
                listener("0.0.0.0:2").by(2, "b").user(0, "root"), listener("0.0.0.0:3").by(3, "c").user(7, "ada"));
        List<Line> lines = viewer.rows(snapshot, ALL.withGrouping(Grouping.USER), START).lines();
        assertEquals("ada 1 process or service", head(lines.getFirst()));
        assertEquals("root 2 processes and services", head(lines.get(2)));
        assertEquals(5, lines.size());
    }

    private static String head(Line line) {
        GroupLine head = assertInstanceOf(GroupLine.class, line);
        return head.title() + " " + head.detail();
    }

    private List<Optional<Traffic.Sum>> totals(Snapshot plain, Traffic.Shares<Owner> owners) {
        Traffic traffic = new Traffic(Traffic.Sum.NONE, Traffic.Sum.NONE, owners, Traffic.Shares.none(), Traffic.Shares.none(),
                Traffic.Shares.none());
        Snapshot snapshot = new Snapshot(plain.sequence(), plain.taken(), plain.rows(), History.EMPTY, traffic, plain.report());
        return lines(snapshot, ALL).stream().map(line -> Optional.ofNullable(line.total())).toList();
    }

    private String owners(Snapshot snapshot, ViewState state) {
        Wording wording = new Wording(new Words(Locale.ENGLISH), names, ZoneOffset.UTC);
        return lines(snapshot, state).stream().map(line -> OwnerColumns.OWNER.text(line, wording, START)).collect(Collectors.joining(" "));
    }

    private List<OwnerLine> lines(Snapshot snapshot, ViewState state) {
        return lines(snapshot, state, START);
    }

    private List<OwnerLine> lines(Snapshot snapshot, ViewState state, Instant now) {
        return viewer.rows(snapshot, state, now).lines().stream().filter(OwnerLine.class::isInstance).map(OwnerLine.class::cast).toList();
    }
}
