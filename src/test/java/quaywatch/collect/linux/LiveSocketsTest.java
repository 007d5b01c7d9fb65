package quaywatch.collect.linux;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SourceException;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The running machine's own sockets, opened by this test and by children it starts. */
class LiveSocketsTest {

    private static final Address LOOPBACK = Address.v4(0x7f000001);

    private final LinuxSocketSource source = LinuxSocketSource.netlink(Clock.systemUTC(), Runnable::run);

    @BeforeEach
    void needsLinux() {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "this machine has no readable socket table");
    }

    @Test
    void listenerOfThisProcessIsFoundWithItsOwner() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 7, InetAddress.ofLiteral("127.0.0.1"))) {
            Sighting seen = only(socket -> socket.state() == SocketState.LISTEN && socket.local().port() == server.getLocalPort());
            assertEquals(mapped(server.getLocalPort()), unmapped(seen.socket().local()));
            assertEquals(Protocol.TCP, seen.socket().protocol());
            assertEquals(Evidence.EXACT, seen.evidence());
            assertEquals(List.of(ProcessHandle.current().pid()), pids(seen));
            int uid = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            assertEquals(uid, seen.socket().knownUser().orElseThrow().uid());
        }
    }

    @Test
    void datagramSocketsAreBoundUntilTheyHaveAPeer() throws Exception {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        try (DatagramSocket bound = new DatagramSocket(0, here); DatagramSocket connected = new DatagramSocket(0, here)) {
            connected.connect(here, bound.getLocalPort());
            assertEquals(SocketState.BOUND, state(Protocol.UDP, bound.getLocalPort()));
            assertEquals(SocketState.CONNECTED, state(Protocol.UDP, connected.getLocalPort()));
        }
    }

    @Test
    void connectionBelongsToBothEndsAndOneInTheAcceptQueueToTheListener() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 7, InetAddress.ofLiteral("127.0.0.1"));
                java.net.Socket client = new java.net.Socket("127.0.0.1", server.getLocalPort())) {
            Sighting waiting = only(it -> it.hasPeer() && it.local().port() == server.getLocalPort()
                    && it.remote().port() == client.getLocalPort());
            assertEquals(0, waiting.socket().inode());
            assertEquals(List.of(ProcessHandle.current().pid()), pids(waiting));
            assertEquals(new Evidence.Inferred(1), waiting.evidence());
            Sighting listening = only(it -> it.state() == SocketState.LISTEN && it.local().port() == server.getLocalPort());
            assertEquals(1, listening.socket().queues().receive());
            try (java.net.Socket accepted = server.accept()) {
                Sighting served = only(it -> it.hasPeer() && it.local().port() == server.getLocalPort()
                        && it.remote().port() == client.getLocalPort());
                assertEquals(Evidence.EXACT, served.evidence());
                assertEquals(accepted.getPort(), served.socket().remote().port());
            }
        }
    }

    @Test
    void listenerOfAChildIsFoundWithNameAndCommandLine() throws Exception {
        Process child = new ProcessBuilder("python3", "-c",
                "import socket;s=socket.create_server(('127.0.0.1',0));print(s.getsockname()[1],flush=True);input()").start();
        try {
            int port = Integer.parseInt(child.inputReader().readLine());
            Sighting seen = only(it -> it.state() == SocketState.LISTEN && it.local().port() == port);
            ProcessFacts owner = ((Owner.Processes) seen.owner()).first();
            assertEquals(child.pid(), owner.id().pid());
            assertEquals(ProcessHandle.current().pid(), owner.parent());
            assertTrue(owner.commandLine().contains("-c import socket;s=socket"), owner::commandLine);
            assertEquals(owner, ProcProcessSource.live(Clock.systemUTC()).find(owner.id()).orElseThrow());
            assertEquals(child.info().startInstant().orElseThrow().getEpochSecond(), nearest(owner, child), 0);
        } finally {
            child.destroy();
            child.waitFor();
        }
    }

    /** The runtime and we may round the boot time differently by a second. */
    private static long nearest(ProcessFacts owner, Process child) {
        long ours = Objects.requireNonNull(owner.started()).getEpochSecond();
        long theirs = child.info().startInstant().orElseThrow().getEpochSecond();
        return Math.abs(ours - theirs) <= 1 ? theirs : ours;
    }

    @Test
    void unchangedSocketAndOwnerStayTheSameObjects() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 7, InetAddress.ofLiteral("127.0.0.1"))) {
            Predicate<Socket> ours = it -> it.state() == SocketState.LISTEN && it.local().port() == server.getLocalPort();
            assertSame(only(ours), only(ours));
        }
    }

    private SocketState state(Protocol protocol, int port) throws SourceException {
        return only(it -> it.protocol() == protocol && it.local().port() == port).socket().state();
    }

    private Sighting only(Predicate<Socket> wanted) throws SourceException {
        List<Sighting> found = source.sample().sightings().stream().filter(it -> wanted.test(it.socket())).toList();
        assertEquals(1, found.size(), found::toString);
        return found.getFirst();
    }

    private static List<Long> pids(Sighting seen) {
        return ((Owner.Processes) seen.owner()).holders().stream().map(it -> it.id().pid()).toList();
    }

    private static Endpoint mapped(int port) {
        return new Endpoint(LOOPBACK, port);
    }

    private static Endpoint unmapped(Endpoint end) {
        return new Endpoint(end.address().unmapped(), end.port());
    }
}
