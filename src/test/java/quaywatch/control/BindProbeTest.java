package quaywatch.control;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.control.PortProbe.Bind;
import quaywatch.control.PortProbe.Result;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.fake.ClosedServer;
import quaywatch.model.Address;
import quaywatch.model.Protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Test binds against real sockets of this process. */
class BindProbeTest {

    private static final Address HERE = Address.v4(0x7f000001);
    private static final Address HERE_TOO = Address.v4(0x7f000002);
    /** 192.0.2.1 is for documents (RFC 5737): no machine has it. */
    private static final Address NOWHERE = Address.v4(0xc0000201);

    private final BindProbe probe = new BindProbe();

    private Result tcp(int port, Address... addresses) {
        return probe.test(Protocol.TCP, port, List.of(addresses));
    }

    private static Result result(Bind... binds) {
        return new Result(List.of(binds));
    }

    @Test
    void heldPortIsInUseWhereTheAddressesOverlap() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Result result = tcp(server.getLocalPort(), HERE, Address.ANY_V4);
            assertEquals(result(new Bind(HERE, Verdict.IN_USE), new Bind(Address.ANY_V4, Verdict.IN_USE)), result);
            assertTrue(result.held());
            assertFalse(result.free());
        }
    }

    @Test
    void otherLoopbackAddressIsFree() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux has all of 127.0.0.0/8");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertEquals(result(new Bind(HERE_TOO, Verdict.FREE)), tcp(server.getLocalPort(), HERE_TOO));
        }
    }

    @Test
    void portIsFreeAgainAfterItsServer() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = server.getLocalPort();
        }
        Result result = tcp(port, HERE, Address.ANY_V4);
        assertEquals(result(new Bind(HERE, Verdict.FREE), new Bind(Address.ANY_V4, Verdict.FREE)), result);
        assertTrue(result.free());
    }

    @Test
    void connectionInTimeWaitIsNoObstacle() throws IOException {
        int port = ClosedServer.port();
        assertEquals(result(new Bind(HERE, Verdict.FREE)), tcp(port, HERE));
    }

    @Test
    void dualStackServerHoldsBothFamilies() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("::"))) {
            assertEquals(result(new Bind(HERE, Verdict.IN_USE)), tcp(server.getLocalPort(), HERE));
        }
    }

    @Test
    void bindToAnyIpv6AddressFindsAnIpv4Server() throws IOException {
        Verdict idle = tcp(0, Address.ANY_V6).binds().getFirst().verdict();
        assumeTrue(idle == Verdict.FREE, "no IPv6 here: " + idle);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("0.0.0.0"))) {
            assertEquals(result(new Bind(Address.ANY_V6, Verdict.IN_USE)), tcp(server.getLocalPort(), Address.ANY_V6));
        }
    }

    @Test
    void addressOfAnotherMachineIsNotAvailable() {
        Result result = tcp(0, NOWHERE);
        assertEquals(result(new Bind(NOWHERE, Verdict.NOT_AVAILABLE)), result);
        assertFalse(result.free());
        assertFalse(result.held());
    }

    @Test
    void udpPortIsInUseWhileBound() throws IOException {
        int port;
        try (DatagramSocket server = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0))) {
            port = server.getLocalPort();
            assertEquals(result(new Bind(HERE, Verdict.IN_USE)), probe.test(Protocol.UDP, port, List.of(HERE)));
        }
        assertEquals(result(new Bind(HERE, Verdict.FREE)), probe.test(Protocol.UDP, port, List.of(HERE)));
    }

    @Test
    void nothingTestedIsNeitherFreeNorHeld() {
        Result result = tcp(80);
        assertFalse(result.free());
        assertFalse(result.held());
    }
}
