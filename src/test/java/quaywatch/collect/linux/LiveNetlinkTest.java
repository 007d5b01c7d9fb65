package quaywatch.collect.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SourceException;
import quaywatch.model.Evidence;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.TcpInfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What only netlink tells, of real sockets whose truth is known from themselves. */
class LiveNetlinkTest {

    private final Looks looks = new Looks();

    @BeforeEach
    void needsNetlink() throws SourceException {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "this machine has no readable socket table");
        looks.assumeNetlink();
    }

    @AfterEach
    void close() {
        looks.close();
    }

    /** Has both ends of a connection made, {@code way} to {@code taken}. */
    private static int[] connect(Actor actor) throws Exception {
        int port = actor.listen("door");
        actor.run("way = connected(" + port + ")");
        actor.run("taken = door.accept()[0]");
        return new int[]{actor.number("port(way)"), port};
    }

    @Test
    void connectionKeepsItsCookieUntilItIsForgotten() throws Exception {
        try (Actor actor = Actor.start()) {
            int[] ports = connect(actor);
            Predicate<Socket> client = Looks.end(ports[0], ports[1]);
            long cookie = Long.parseLong(actor.run("cookie(way)"));
            assertNotEquals(0, cookie);
            assertEquals(cookie, looks.until(SocketState.ESTABLISHED, client).socket().cookie());
            actor.run("way.close()");
            assertEquals(cookie, looks.until(SocketState.FIN_WAIT2, client).socket().cookie());
            actor.run("taken.close()");
            assertEquals(cookie, looks.until(SocketState.TIME_WAIT, client).socket().cookie());
            try (Looks fresh = new Looks()) {
                Socket met = fresh.until(SocketState.TIME_WAIT, client).socket();
                assertEquals(cookie, met.cookie());
                assertEquals(0, met.inode());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_321, 1_234_567})
    void bytesAreCountedExactlyInEveryState(int count) throws Exception {
        try (Actor actor = Actor.start()) {
            int[] ports = connect(actor);
            actor.run("pour(way, taken, " + count + ")");
            actor.run("pour(taken, way, " + 3 * count + ")");
            assertCounts(ports, SocketState.ESTABLISHED, count, 3L * count);
            assertCounts(reversed(ports), SocketState.ESTABLISHED, 3L * count, count);
            // The peer's end counts as a byte in the kernel, and its beginning in older ones; neither is one.
            actor.run("way.shutdown(socket.SHUT_WR)");
            assertCounts(ports, SocketState.FIN_WAIT2, count, 3L * count);
            assertCounts(reversed(ports), SocketState.CLOSE_WAIT, 3L * count, count);
            actor.run("pour(taken, way, 77)");
            assertCounts(ports, SocketState.FIN_WAIT2, count, 3L * count + 77);
            assertCounts(reversed(ports), SocketState.CLOSE_WAIT, 3L * count + 77, count);
            // Now the kernel keeps a stand-in without counters: the last ones stay.
            actor.run("taken.close()");
            assertCounts(ports, SocketState.TIME_WAIT, count, 3L * count + 77);
        }
    }

    private static int[] reversed(int[] ports) {
        return new int[]{ports[1], ports[0]};
    }

    private void assertCounts(int[] ports, SocketState state, long sent, long received) throws Exception {
        TcpInfo told = Objects.requireNonNull(looks.until(state, Looks.end(ports[0], ports[1])).socket().tcp());
        assertEquals(List.of(sent, received), List.of(told.sent(), told.received()), state::toString);
    }

    @Test
    void boundSocketIsToldBeforeItListens() throws Exception {
        assumeTrue(Looks.tellsBound(), "this kernel does not tell bound sockets");
        try (Actor actor = Actor.start()) {
            actor.run("made = bound()");
            int port = actor.number("port(made)");
            Sighting bound = looks.only(it -> it.local().port() == port);
            assertEquals(SocketState.BOUND, bound.socket().state());
            assertEquals("127.0.0.1:" + port, bound.socket().local().toString());
            assertEquals(Evidence.EXACT, bound.evidence());
            assertEquals(List.of(actor.pid()), Looks.pids(bound));
            assertNull(bound.socket().tcp());
            assertTrue(bound.socket().holdsPort());
            actor.run("made.listen()");
            Sighting listening = looks.only(it -> it.local().port() == port);
            assertEquals(SocketState.LISTEN, listening.socket().state());
            assertEquals(bound.socket().cookie(), listening.socket().cookie());
            assertEquals(bound.owner(), listening.owner());
        }
    }

    @Test
    void whetherIpv4IsLeftAloneIsToldOfIpv6SocketsOnly() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/net/if_inet6")), "this machine has no IPv6");
        try (Actor actor = Actor.start()) {
            // The kernel sets it by itself for any other address than :: and those that stand for one of IPv4.
            String both = "('::ffff:127.0.0.1', 0)";
            String alone = "('::1', 0)";
            assertEquals(Arrays.asList(false, true, false, true, null),
                    Arrays.asList(v6Only(actor, "listener(" + both + ")"), v6Only(actor, "listener(" + alone + ")"),
                            v6Only(actor, "bound(" + both + ", socket.SOCK_DGRAM)"),
                            v6Only(actor, "bound(" + alone + ", socket.SOCK_DGRAM)"),
                            v6Only(actor, "listener()")));
        }
    }

    private @Nullable Boolean v6Only(Actor actor, String expression) throws Exception {
        actor.run("made = " + expression);
        long cookie = Long.parseLong(actor.run("cookie(made)"));
        return looks.only(it -> it.cookie() == cookie).socket().v6Only();
    }
}
