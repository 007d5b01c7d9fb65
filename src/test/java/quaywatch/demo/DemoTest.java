package quaywatch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketEvents.Drained;
import quaywatch.collect.SocketEvents.End;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.control.CloseOutcome;
import quaywatch.control.Lever.Hold;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.control.Target;
import quaywatch.model.Address;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.TcpInfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The made-up workstation behaves as a real one would. */
class DemoTest {

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final Demo demo = new Demo(() -> now);

    @Test
    void everySocketHasAKeyOfItsOwn() throws Exception {
        List<Sighting> seen = demo.sockets().sample().sightings();
        assertEquals(seen.size(), seen.stream().map(sighting -> sighting.socket().key()).distinct().count());
    }

    @Test
    void closedConnectionIsGoneAtBothEndsAndItsProgramsStay() throws Exception {
        List<Sighting> before = demo.sockets().sample().sightings();
        Socket client = before.stream().map(Sighting::socket)
                .filter(socket -> (socket.local() + ">" + socket.remote()).equals("127.0.0.1:52144>127.0.0.1:8080")).findFirst()
                .orElseThrow();
        assertEquals(new CloseOutcome.Closed(), demo.closer().close(client));
        assertEquals(new CloseOutcome.AlreadyGone(), demo.closer().close(client));
        List<String> after = demo.sockets().sample().sightings().stream().map(seen -> seen.socket().local() + ">" + seen.socket().remote())
                .toList();
        assertFalse(after.contains("127.0.0.1:52144>127.0.0.1:8080"));
        assertFalse(after.contains("127.0.0.1:8080>127.0.0.1:52144"));
        assertTrue(after.contains("127.0.0.1:52150>127.0.0.1:8080"));
    }

    @Test
    void connectionsComeAndGo() throws Exception {
        var source = demo.sockets();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sizes.add(source.sample().sightings().size());
        }
        assertTrue(sizes.stream().distinct().count() > 1, sizes::toString);
    }

    @Test
    void countersOnlyGrowAndBothEndsAgree() throws Exception {
        var source = demo.sockets();
        Map<SocketKey, TcpInfo> before = new HashMap<>();
        for (int look = 0; look < 40; look++) {
            Map<String, TcpInfo> byEnds = new HashMap<>();
            for (Sighting seen : source.sample().sightings()) {
                Socket socket = seen.socket();
                TcpInfo tcp = socket.tcp();
                assertEquals(socket.protocol() == Protocol.TCP && socket.hasPeer(), tcp != null, socket::toString);
                if (tcp != null) {
                    TcpInfo old = before.put(socket.key(), tcp);
                    assertTrue(old == null || old.sent() <= tcp.sent() && old.received() <= tcp.received(), socket::toString);
                    TcpInfo other = byEnds.put(socket.local() + ">" + socket.remote(), tcp);
                    assertEquals(null, other);
                }
            }
            TcpInfo server = Objects.requireNonNull(byEnds.get("127.0.0.1:8080>127.0.0.1:52144"));
            TcpInfo client = Objects.requireNonNull(byEnds.get("127.0.0.1:52144>127.0.0.1:8080"));
            assertEquals(List.of(server.sent(), server.received()), List.of(client.received(), client.sent()));
            now = now.plusMillis(700);
        }
    }

    @Test
    void whatRestsIsToldTheSame() throws Exception {
        var source = demo.sockets();
        Socket first = resting(source.sample().sightings());
        now = now.plusSeconds(5);
        assertEquals(first, resting(source.sample().sightings()));
    }

    @Test
    void endOfAShortConnectionIsToldOnceWithItsLastCounters() throws Exception {
        var source = demo.sockets();
        var events = demo.events();
        Socket last = null;
        List<End> ends = new ArrayList<>();
        for (int look = 0; look < 8; look++) {
            last = source.sample().sightings().stream().map(Sighting::socket)
                    .filter(socket -> socket.remote().toString().contains("93.184"))
                    .findFirst().orElse(last);
            ends.addAll(events.drain().ends());
            if (!ends.isEmpty()) {
                break;
            }
        }
        Objects.requireNonNull(last);
        assertEquals(List.of(new End(last.cookie(), Protocol.TCP, last.local(), last.remote(), last.tcp())), ends);
        assertEquals(Drained.NOTHING, events.drain());
    }

    private static Socket resting(List<Sighting> sightings) {
        return sightings.stream().map(Sighting::socket).filter(socket -> socket.local().port() == 44_530).findFirst().orElseThrow();
    }

    @Test
    void whatIsAskedToEndLetsItsPortGo() throws Exception {
        Target java = holder(8_080);
        assertEquals(Verdict.IN_USE, bind(8_080));
        Hold.Held hold = assertInstanceOf(Hold.Held.class, demo.lever().take(java));
        hold.grip().ask();
        assertTrue(hold.grip().awaitEnd(Duration.ZERO));
        assertEquals(Verdict.FREE, bind(8_080));
        assertInstanceOf(Hold.Gone.class, demo.lever().take(java));
        assertTrue(demo.sockets().sample().sightings().stream().noneMatch(seen -> seen.socket().local().port() == 8_080));
    }

    @Test
    void oneProgramFollowsOnlyForce() throws Exception {
        Hold.Held hold = assertInstanceOf(Hold.Held.class, demo.lever().take(holder(8_888)));
        hold.grip().ask();
        assertFalse(hold.grip().awaitEnd(Duration.ZERO));
        hold.grip().force();
        assertTrue(hold.grip().awaitEnd(Duration.ZERO));
    }

    private Verdict bind(int port) {
        return demo.probe().test(Protocol.TCP, port, List.of(Address.ANY_V4)).binds().getFirst().verdict();
    }

    private Target holder(int port) throws Exception {
        return demo.sockets().sample().sightings().stream()
                .filter(seen -> seen.socket().holdsPort() && seen.socket().local().port() == port)
                .map(seen -> new Target(seen.socket(), ((Owner.Processes) seen.owner()).first())).findFirst().orElseThrow();
    }
}
