package quaywatch.monitor;

import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.fake.HandScheduler;
import quaywatch.model.Evidence;
import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.InterfaceCounters;
import quaywatch.model.Protocol;
import quaywatch.model.Slice;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.TcpInfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static quaywatch.monitor.Scene.at;
import static quaywatch.monitor.Scene.counting;
import static quaywatch.monitor.Scene.held;
import static quaywatch.monitor.Scene.process;
import static quaywatch.monitor.Scene.socket;

/** What looks at sockets and interfaces come to in the history. */
class WatchedHistoryTest {

    private final Scene scene = new Scene();
    private final SamplingLoop loop = new SamplingLoop(scene.sockets(), scene.interfaces(), scene.events(), scene, new HandScheduler());

    @Test
    void flowsGoToTheirProcessServiceAndHost() {
        scene.counters = List.of(new InterfaceCounters("eth0", 0, 0, false));
        look(held(outgoing(0, 0), 7));
        scene.counters = List.of(new InterfaceCounters("eth0", 2_600, 300, false));
        History history = look(held(outgoing(2_000, 200), 7));
        Slice slice = history.slices().getFirst();
        assertEquals(List.of(2_000.0, 200.0, 2_000.0, 2_600.0, 300.0), List.of(slice.amount(Gauge.NETWORK_IN),
                slice.amount(Gauge.NETWORK_OUT), slice.amount(Gauge.PAYLOAD_IN), slice.amount(Gauge.INTERFACE_IN),
                slice.amount(Gauge.INTERFACE_OUT)));
        assertEquals(List.of(process(7), 443, at("10.0.0.2", 0)), List.of(history.processes().members().getFirst().of(),
                history.services().members().getFirst().of(), history.hosts().members().getFirst().of()));
        assertEquals(List.of("eth0"), history.interfaces());
        assertEquals(List.of(2_000L, 2_000L, 2_000L), List.of(slice.processes().in(0), slice.services().in(0), slice.hosts().in(0)));
    }

    @Test
    void talkInsideCountsForBothProcessesAndOnceForTheService() {
        Socket door = counting(Scene.listener(8_080, 1), 1, 0, 0).withTcp(null);
        Socket client = socket(Protocol.TCP, at("127.0.0.1", 5_000), at("127.0.0.1", 8_080), SocketState.ESTABLISHED, 2);
        Socket server = socket(Protocol.TCP, at("127.0.0.1", 8_080), at("127.0.0.1", 5_000), SocketState.ESTABLISHED, 3);
        look(held(door, 1), held(counting(client, 2, 0, 0), 2), held(counting(server, 3, 0, 0), 1));
        History history = look(held(door, 1), held(counting(client, 2, 900, 100), 2), held(counting(server, 3, 100, 900), 1));
        Slice slice = history.slices().getFirst();
        assertEquals(List.of(1_000.0, 900.0, 0.0), List.of(slice.amount(Gauge.PAYLOAD_IN), slice.amount(Gauge.INSIDE_IN),
                slice.amount(Gauge.NETWORK_IN)));
        assertEquals(List.of(8_080), history.services().members().stream().map(member -> member.of()).toList());
        assertEquals(900, slice.services().in(0));
    }

    @Test
    void countsWhatOpensClosesAndIsSentAgain() {
        look(held(outgoing(0, 0), 7));
        Socket fresh = counting(socket(Protocol.TCP, at("10.0.0.1", 5), at("10.0.0.3", 22), SocketState.ESTABLISHED, 9), 9, 0, 0);
        Slice opened = look(held(resent(4), 7), held(fresh, 8)).slices().getLast();
        assertEquals(List.of(1.0, 0.0, 4.0),
                List.of(opened.amount(Gauge.OPENED), opened.amount(Gauge.CLOSED), opened.amount(Gauge.RESENT)));
        Slice closed = look(new Sighting(fresh, process(8), Evidence.EXACT)).slices().getLast();
        assertEquals(List.of(0.0, 1.0, 0.0),
                List.of(closed.amount(Gauge.OPENED), closed.amount(Gauge.CLOSED), closed.amount(Gauge.RESENT)));
    }

    @Test
    void whatNoLookSawOpenedAndClosed() {
        Socket door = counting(Scene.listener(80, 1), 1, 0, 0).withTcp(null);
        look(held(door, 1));
        look(held(door, 1));
        scene.ends(outgoing(5_000, 1_000));
        Slice slice = look(held(door, 1)).slices().getLast();
        assertEquals(List.of(1.0, 1.0), List.of(slice.amount(Gauge.OPENED), slice.amount(Gauge.CLOSED)));
    }

    private History look(Sighting... sightings) {
        scene.shows(sightings).afterSeconds(1);
        return loop.tickOnce().history();
    }

    private static Socket outgoing(long received, long sent) {
        return counting(socket(Protocol.TCP, at("10.0.0.1", 40_000), at("10.0.0.2", 443), SocketState.ESTABLISHED, 5), 5, received, sent);
    }

    private static Socket resent(long segments) {
        TcpInfo tcp = new TcpInfo(0, 0, segments, 900, 800, 0, 0, 10, 0);
        return outgoing(0, 0).withTcp(tcp);
    }
}
