package quaywatch.kernel.netlink;

import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import quaywatch.kernel.SocketRow;
import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Every field of every kind of row, out of the datagrams of a kernel. */
class CapturedDumpTest {

    private static final int USER = 1234;

    private final Capture capture = new Capture();

    @BeforeEach
    void needsTheOrderOfTheCapture() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the capture comes from a little-endian machine");
    }

    /** The row of a socket by its cookie, after its state, ends and inode are found to be right. */
    private Told row(String name, Family family, SocketState state, String local, String remote) {
        Capture.Truth truth = capture.truth(name);
        Told told = capture.rows().stream().filter(it -> it.cookie() == truth.cookie()).findFirst().orElseThrow();
        assertEquals(List.of(family, state, local, remote), List.of(told.family(), told.state(), told.local(), told.remote()));
        if (state != SocketState.TIME_WAIT) {
            assertEquals(truth.inode(), told.inode());
            assertEquals(USER, told.uid());
            assertTrue(told.uidKnown());
            assertEquals(SocketRow.NO_TIMER, told.timer());
            assertNotEquals(0, told.cgroup());
        }
        assertEquals(0, told.link());
        return told;
    }

    private int port(String name) {
        return capture.truth(name).port();
    }

    @Test
    void eachSocketIsToldOnce() {
        List<Told> rows = capture.rows();
        assertEquals(rows.size(), rows.stream().map(Told::cookie).collect(Collectors.toSet()).size());
        // Fifteen sockets that somebody holds, and the one in the accept queue.
        assertEquals(16, rows.size());
    }

    @Test
    void listenerTellsItsQueueAndNoCounters() {
        Told told = row("listening", Family.IPV4, SocketState.LISTEN, "127.0.0.1:8080", "0.0.0.0:0");
        assertEquals(Protocol.TCP, told.protocol());
        assertEquals(1, told.receive());
        assertEquals(7, told.send());
        assertFalse(told.counted());
        assertEquals(-1, told.v6Only());
    }

    @Test
    void listenersOfTheSixthFamilyTellWhetherTheyTakeTheFourthToo() {
        assertEquals(1, row("sixth", Family.IPV6, SocketState.LISTEN, "[::1]:8443", "[::]:0").v6Only());
        assertEquals(0, row("dual", Family.IPV6, SocketState.LISTEN, "[::]:9090", "[::]:0").v6Only());
    }

    @Test
    void boundSocketIsNeitherListeningNorClosed() {
        Told told = row("bound", Family.IPV4, SocketState.BOUND, "127.0.0.2:7000", "0.0.0.0:0");
        assertFalse(told.counted());
    }

    @Test
    void connectionTellsExactlyWhatWentThroughIt() {
        Told client = row("client", Family.IPV4, SocketState.ESTABLISHED, "127.0.0.1:" + port("client"), "127.0.0.1:8080");
        assertEquals(List.of(1_000L, 2_500L, 0L), List.of(client.sent(), client.received(), client.retransmits()));
        Told accepted = row("accepted", Family.IPV4, SocketState.ESTABLISHED, "127.0.0.1:8080", "127.0.0.1:" + port("client"));
        assertEquals(List.of(2_500L, 1_000L, 0L), List.of(accepted.sent(), accepted.received(), accepted.retransmits()));
        assertEquals(300, accepted.receive());
        assertEquals(11, client.window());
        assertTrue(client.rtt() > 0 && client.leastRtt() > 0 && client.leastRtt() <= client.rtt() && client.deliveryRate() > 0);
        assertTrue(client.sinceSent() < 60_000 && client.sinceReceived() < 60_000);
    }

    @Test
    void mappedConnectionIsOfTheSixthFamilyOnOneSideOnly() {
        String caller = "127.0.0.1:" + port("caller");
        Told mapped = row("mapped", Family.IPV6, SocketState.ESTABLISHED, "127.0.0.1:9090", caller);
        assertEquals(-1, mapped.v6Only());
        row("caller", Family.IPV4, SocketState.ESTABLISHED, caller, "127.0.0.1:9090");
    }

    @Test
    void connectionOfTheSixthFamilyTellsAllSixteenBytesOfItsEnds() {
        row("six", Family.IPV6, SocketState.ESTABLISHED, "[::1]:" + port("six"), "[::1]:8443");
        row("sixthAccepted", Family.IPV6, SocketState.ESTABLISHED, "[::1]:8443", "[::1]:" + port("six"));
    }

    @Test
    void timeWaitKeepsItsCookieAndTellsATimerButNoUser() {
        Told told = row("ending", Family.IPV4, SocketState.TIME_WAIT, "127.0.0.1:" + port("ending"), "127.0.0.1:8080");
        assertFalse(told.uidKnown());
        assertEquals(0, told.inode());
        assertTrue(told.timer() > 0 && told.timer() <= 60_000, () -> "timer " + told.timer());
        assertFalse(told.counted());
    }

    @Test
    void connectionNobodyHasAcceptedHasAUserAndNoInode() {
        Told told = capture.rows().stream().filter(it -> it.inode() == 0 && it.state() == SocketState.ESTABLISHED).findFirst()
                .orElseThrow();
        assertEquals("127.0.0.1:8080 127.0.0.1:" + port("queued"), told.local() + " " + told.remote());
        assertEquals(USER, told.uid());
        assertTrue(told.uidKnown());
    }

    @Test
    void datagramSocketsAreBoundOrConnected() {
        String peer = "127.0.0.1:" + port("peer");
        Told bound = row("datagrams", Family.IPV4, SocketState.BOUND, "127.0.0.1:5353", "0.0.0.0:0");
        assertEquals(Protocol.UDP, bound.protocol());
        assertTrue(bound.receive() >= 100, () -> "unread " + bound.receive());
        assertFalse(bound.counted());
        row("peer", Family.IPV4, SocketState.CONNECTED, peer, "127.0.0.1:5353");
        assertEquals(0, row("wide", Family.IPV6, SocketState.BOUND, "[::]:6000", "[::]:0").v6Only());
    }
}
