package quaywatch.view;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.model.SocketState;
import quaywatch.model.User;
import quaywatch.query.Parsed;
import quaywatch.query.QueryParser;
import quaywatch.query.QueryText.Piece;
import quaywatch.view.NoMatch.Lift;
import quaywatch.view.RangeStrip.Card;
import quaywatch.view.RangeStrip.Mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;
import static quaywatch.model.SampleRow.snapshot;
import static quaywatch.model.SampleRow.socket;
import static quaywatch.model.SampleRow.udp;

/** The figures around the tables: status bar, range strip, and why nothing matches. */
class FiguresOfScreenTest {

    private final QueryParser parser = new QueryParser(ServiceNames.NONE);

    @Test
    void countsLeaveOutWhatIsClosedAndTakeTwinsAsOne() {
        User root = new User(0, "root");
        Snapshot snapshot = snapshot(listener("0.0.0.0:22").by(new Owner.UserOnly(root), Evidence.EXACT),
                listener("[::]:22").by(new Owner.UserOnly(root), Evidence.EXACT), listener("0.0.0.0:23").by(5, "telnetd").closed(START),
                listener("0.0.0.0:24").by(new Owner.Service(new Belonging.Unit("a.service", false), root), new Evidence.Inferred(2)),
                udp("0.0.0.0:53").by(new Owner.Processes(List.of(SampleRow.process(5, "dns", "", null))), new Evidence.Inferred(2)),
                socket(Protocol.TCP, "127.0.0.1:8443", "", SocketState.BOUND).by(6, "python3"),
                connection("10.0.0.1:1", "10.0.0.2:2").by(7, "curl"),
                socket(Protocol.UDP, "10.0.0.1:1", "10.0.0.2:2", SocketState.CONNECTED).by(7, "curl"),
                socket(Protocol.TCP, "10.0.0.1:2", "10.0.0.2:2", SocketState.TIME_WAIT),
                connection("10.0.0.1:3", "10.0.0.2:2").by(new Owner.Unknown(Owner.Reason.NOT_FOUND), Evidence.RESOLVING),
                connection("10.0.0.1:4", "10.0.0.2:2").by(new Owner.Kernel(), Evidence.EXACT));
        assertEquals(new Counts(10, 3, 4, 1, 1, 2, 1), Counts.of(snapshot));
        assertEquals(Counts.NONE, Counts.of(Snapshot.NONE));
    }

    @Test
    void stripShowsHeldPortsWithTheirWidestExposureAndTheBusiest() {
        Snapshot snapshot = snapshot(listener("127.0.0.1:53"), udp("0.0.0.0:53"), listener("0.0.0.0:22"), listener("0.0.0.0:2000"),
                listener("127.0.0.1:2001"), listener("127.0.0.1:2002"), listener("127.0.0.1:2003"), listener("127.0.0.1:2004"),
                listener("10.0.0.1:2005"), listener("10.0.0.1:2006").namespace(3), listener("0.0.0.0:2007").closed(START),
                connection("10.0.0.1:2005", "10.0.0.2:50000"), connection("10.0.0.1:2005", "10.0.0.2:50001"),
                connection("10.0.0.1:2000", "10.0.0.2:50000"), connection("10.0.0.1:50000", "10.0.0.2:443").closed(START));
        assertEquals(new RangeStrip(List.of( //
                new Card(PortClass.WELL_KNOWN, 2, List.of(new Mark(22, Exposure.EVERY_INTERFACE), new Mark(53, Exposure.EVERY_INTERFACE)),
                        List.of(22, 53), 0),
                new Card(PortClass.REGISTERED, 7,
                        List.of(new Mark(2000, Exposure.EVERY_INTERFACE), new Mark(2001, Exposure.THIS_MACHINE),
                                new Mark(2002, Exposure.THIS_MACHINE), new Mark(2003, Exposure.THIS_MACHINE),
                                new Mark(2004, Exposure.THIS_MACHINE), new Mark(2005, Exposure.ONE_ADDRESS),
                                new Mark(2006, Exposure.NAMESPACE)),
                        List.of(2000, 2001, 2002, 2003, 2005), 3),
                new Card(PortClass.DYNAMIC, 0, List.of(), List.of(), 0))), RangeStrip.of(snapshot));
    }

    @Test
    void noMatchTellsWhichConditionIsInTheWay() {
        Snapshot snapshot = snapshot(listener("0.0.0.0:8081").by(1, "java"), listener("[::]:8081").by(1, "java"),
                listener("127.0.0.1:8081").by(2, "nginx"), listener("0.0.0.0:3000").by(3, "node"), listener("0.0.0.0:5").by(4, "x"),
                listener("0.0.0.0:8081").by(9, "node").closed(START), udp("127.0.0.1:8081").by(3, "node"),
                connection("10.0.0.1:8081", "10.0.0.2:1").by(3, "node"), connection("10.0.0.1:8081", "10.0.0.2:2").by(3, "node"));
        String text = "process:node port:8081";
        ViewState state = ViewState.of(Scope.LISTENING).withProtocols(Set.of(Protocol.TCP))
                .withQuery(assertInstanceOf(Parsed.Good.class, parser.parse(text)).query());
        assertEquals(
                new NoMatch(5, List.of(new Lift(new Piece("process:node", 0, 12), "port:8081", 2),
                        new Lift(new Piece("port:8081", 13, 22), "process:node", 1)), 1, 1, Map.of(Scope.CONNECTED, 2)),
                NoMatch.explain(snapshot, state, text, parser, START));
    }

    @Test
    void emptyQueryHasNothingToLift() {
        assertEquals(new NoMatch(0, List.of(), 0, 0, Map.of()),
                NoMatch.explain(Snapshot.NONE, ViewState.of(Scope.CONNECTED), "", parser, START));
    }
}
