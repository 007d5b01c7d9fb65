package quaywatch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.control.Lever.Hold;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.control.Target;
import quaywatch.model.Address;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The made-up workstation behaves as a real one would. */
class DemoTest {

    private final Demo demo = new Demo(InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z")));

    @Test
    void everySocketHasAKeyOfItsOwn() throws Exception {
        List<Sighting> seen = demo.sockets().sample().sightings();
        assertEquals(seen.size(), seen.stream().map(sighting -> sighting.socket().key()).distinct().count());
    }

    @Test
    void connectionsComeAndGo() throws Exception {
        var source = demo.sockets();
        List<Integer> sizes = new java.util.ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sizes.add(source.sample().sightings().size());
        }
        assertTrue(sizes.stream().distinct().count() > 1, sizes::toString);
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
