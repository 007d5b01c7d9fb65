package quaywatch.app;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import quaywatch.cli.Glance;
import quaywatch.cli.SourceChoice;
import quaywatch.collect.NoSocketEvents;
import quaywatch.control.Child;
import quaywatch.control.PortAnswer;
import quaywatch.control.PortAnswer.Verdict;
import quaywatch.control.PortInquiry;
import quaywatch.control.PortProbe;
import quaywatch.control.Reason;
import quaywatch.control.linux.OtherJvm;
import quaywatch.fake.ClosedServer;
import quaywatch.model.Address;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.monitor.SamplingLoop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Asks about ports that real sockets hold in every way there is. The truth is the bind, which the inquiry itself makes. */
@EnabledOnOs(OS.LINUX)
class WhyPortTest {

    private static final Address HERE = Address.v4(0x7f00_0001);

    /** Asks from another JVM, as another user: prints the verdict and the kinds of reasons. */
    public static final class AskWhy {

        private AskWhy() {}

        public static void main(String[] arguments) {
            PortAnswer answer = ask(Protocol.TCP, Integer.parseInt(arguments[0]));
            System.out.println(answer.verdict());
            answer.reasons().forEach(reason -> System.out.println(reason.kind()));
            answer.instead().forEach(offer -> System.out.println(offer.port() >= 1_024 ? "offer" : "useless offer " + offer.port()));
        }
    }

    static PortAnswer ask(Protocol protocol, int port) {
        Machine machine = new Machines(Clock.systemUTC()).of(SourceChoice.AUTO);
        try (SamplingLoop loop = new SamplingLoop(machine.sockets().get(), machine.interfaces().get(), new NoSocketEvents(),
                machine.clock(), Threads.single("sampler"))) {
            return new PortInquiry(machine.probe(), () -> Glance.at(loop), machine.host()::rules, machine.user(), machine.clock())
                    .ask(protocol, port);
        }
    }

    private static PortProbe.Verdict at(PortAnswer answer, Address address) {
        return answer.binds().stream().filter(bind -> bind.address().equals(address)).findFirst().orElseThrow().verdict();
    }

    private static long pid(Row row) {
        return row.live().owner() instanceof Owner.Processes processes ? processes.first().id().pid() : 0;
    }

    private static int started(Child child) throws IOException {
        String said = child.line();
        assumeTrue(said.matches("\\d+"), "skipped, " + said);
        return Integer.parseInt(said);
    }

    @Test
    void listenerOnOneAddressLeavesTheOthers() throws IOException {
        try (Child child = Child.start("holding.py", "listen", "127.0.0.2")) {
            PortAnswer answer = ask(Protocol.TCP, child.port());
            assertEquals(Verdict.PARTLY, answer.verdict());
            assertEquals(PortProbe.Verdict.FREE, at(answer, HERE));
            assertEquals(PortProbe.Verdict.IN_USE, at(answer, Address.ANY_V4));
            Reason.Held held = (Reason.Held) answer.reasons().getFirst();
            assertEquals(Reason.Reach.ADDRESSES, held.reach());
            assertEquals(child.pid(), pid(held.rows().getFirst()));
        }
    }

    @Test
    void offeredPortsCanReallyBeBound() throws IOException {
        try (Child child = Child.start("holding.py", "listen", "0.0.0.0")) {
            int port = child.port();
            PortAnswer answer = ask(Protocol.TCP, port);
            assertEquals(PortProbe.Verdict.IN_USE, at(answer, HERE));
            assertEquals(Reason.Reach.EVERY_IPV4, ((Reason.Held) answer.reasons().getFirst()).reach());
            assertFalse(answer.instead().isEmpty());
            for (PortAnswer.Offer offer : answer.instead()) {
                assertTrue(offer.port() != port);
                new ServerSocket(offer.port(), 1, InetAddress.ofLiteral("0.0.0.0")).close();
            }
        }
    }

    @Test
    void wildcardOfBothFamiliesIsToldFromOneOfIpv6Alone() throws IOException {
        try (Child both = Child.start("holding.py", "listen", "::"); Child six = Child.start("holding.py", "v6only")) {
            PortAnswer dual = ask(Protocol.TCP, started(both));
            assertEquals(Verdict.HELD, dual.verdict());
            assertEquals(Reason.Reach.BOTH_FAMILIES, ((Reason.Held) dual.reasons().getFirst()).reach());
            PortAnswer alone = ask(Protocol.TCP, started(six));
            assertEquals(Verdict.PARTLY, alone.verdict());
            assertEquals(PortProbe.Verdict.FREE, at(alone, Address.ANY_V4));
            assertEquals(Reason.Reach.EVERY_IPV6, ((Reason.Held) alone.reasons().getFirst()).reach());
        }
    }

    @Test
    void boundButNotListening() throws IOException {
        try (Child child = Child.start("holding.py", "bound", "127.0.0.1")) {
            PortAnswer answer = ask(Protocol.TCP, child.port());
            assertEquals(PortProbe.Verdict.IN_USE, at(answer, HERE));
            assertEquals(child.pid(), pid(((Reason.BoundOnly) answer.reasons().getFirst()).rows().getFirst()));
        }
    }

    @Test
    void clientPortIsInUseUntilTheConnectionCloses() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                Socket client = new Socket("127.0.0.1", server.getLocalPort());
                Socket served = server.accept()) {
            PortAnswer answer = ask(Protocol.TCP, client.getLocalPort());
            assertEquals(PortProbe.Verdict.IN_USE, at(answer, HERE));
            Reason.Connected connected = (Reason.Connected) answer.reasons().getFirst();
            assertTrue(connected.ephemeral());
            assertTrue(connected.blocks());
            assertEquals(served.getLocalPort(), connected.rows().getFirst().socket().remote().port());
        }
    }

    @Test
    void timeWaitEndsAtATimeAndStopsOnlyThoseWithoutReuse() throws IOException {
        int port = ClosedServer.port();
        Instant before = Instant.now();
        PortAnswer answer = ask(Protocol.TCP, port);
        assertEquals(Verdict.WITH_REUSE, answer.verdict());
        Reason.Waiting waiting = (Reason.Waiting) answer.reasons().getFirst();
        assertEquals(1, waiting.rows().size());
        Instant until = waiting.until();
        assertNotNull(until);
        assertTrue(until.isAfter(before) && until.isBefore(before.plusSeconds(61)), until::toString);
    }

    @Test
    void anotherNamespaceIsNoObstacle() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        try (Child child = Child.start("holding.py", "apart", Integer.toString(port))) {
            assertEquals(port, started(child));
            PortAnswer answer = ask(Protocol.TCP, port);
            assertEquals(Verdict.FREE, answer.verdict());
            Reason.Elsewhere elsewhere = (Reason.Elsewhere) answer.reasons().getFirst();
            assertFalse(elsewhere.obstacle());
            assertEquals(child.pid(), pid(elsewhere.rows().getFirst()));
        }
    }

    @Test
    void udpIsAskedApartFromTcp() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(HERE.toString(), 0))) {
            PortAnswer answer = ask(Protocol.UDP, socket.getLocalPort());
            assertEquals(PortProbe.Verdict.IN_USE, at(answer, HERE));
            assertEquals(ProcessHandle.current().pid(), pid(((Reason.Held) answer.reasons().getFirst()).rows().getFirst()));
        }
    }

    @Test
    void privilegedPortIsNotForNobody() throws IOException, InterruptedException {
        OtherJvm nobody = OtherJvm.asNobody();
        nobody.assumeItCan("test $(cat /proc/sys/net/ipv4/ip_unprivileged_port_start) -gt 81");
        List<String> said = nobody.run(AskWhy.class, 120, "81");
        assertEquals(List.of("NOT_PERMITTED", "privileged"), said.subList(0, 2));
        assertTrue(said.contains("offer"), said::toString);
        assertTrue(said.stream().noneMatch(line -> line.startsWith("useless")), said::toString);
    }

    @Test
    void commandExplainsAsJsonAndEndsWithFive() throws Exception {
        try (Child child = Child.start("holding.py", "bound", "127.0.0.1")) {
            int port = child.port();
            Process process = new ProcessBuilder(command("why", Integer.toString(port), "--json"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(5, process.waitFor());
            var answer = com.google.gson.JsonParser.parseString(said).getAsJsonArray().get(0).getAsJsonObject();
            var reason = answer.getAsJsonArray("reasons").get(0).getAsJsonObject();
            assertEquals("bound_only", reason.get("kind").getAsString());
            assertEquals(child.pid(), reason.getAsJsonArray("sockets").get(0).getAsJsonObject().get("pid").getAsLong());
        }
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "quaywatch.Main"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
