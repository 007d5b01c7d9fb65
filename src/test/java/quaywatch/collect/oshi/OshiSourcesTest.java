package quaywatch.collect.oshi;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SourceException;
import quaywatch.model.Address;
import quaywatch.model.HostFacts;
import quaywatch.model.InterfaceCounters;
import quaywatch.model.Owner;
import quaywatch.model.PortRange;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Asks OSHI about this very machine; looks only at what the test itself made. */
class OshiSourcesTest {

    private final OshiSystem system = new OshiSystem();
    private final OshiProcessSource processes = new OshiProcessSource(system);
    private final long self = ProcessHandle.current().pid();

    @Test
    void socketsOfThisTestAreFoundWithItsPid() throws IOException, SourceException {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        try (OshiSocketSource source = new OshiSocketSource(system, InstantSource.system());
                ServerSocket listener = new ServerSocket(0, 1, here);
                DatagramSocket datagram = new DatagramSocket(0, here)) {
            SocketSample sample = source.sample();
            assertHeld(sample, Protocol.TCP, listener.getLocalPort(), SocketState.LISTEN);
            assertHeld(sample, Protocol.UDP, datagram.getLocalPort(), SocketState.BOUND);
            assertEquals("OSHI", sample.report().source());
        }
    }

    private void assertHeld(SocketSample sample, Protocol protocol, int port, SocketState state) {
        Sighting found = sample.sightings().stream()
                .filter(one -> one.socket().protocol() == protocol && one.socket().local().port() == port && one.socket().holdsPort())
                .findFirst().orElseThrow();
        assertEquals(state, found.socket().state());
        assertEquals(new Owner.Processes(List.of(processes.find(self).orElseThrow())), found.owner());
    }

    @Test
    void factsOfThisProcessAreItsOwn() {
        ProcessFacts facts = processes.find(self).orElseThrow();
        ProcessHandle handle = ProcessHandle.current();
        assertEquals(self, facts.id().pid());
        assertEquals(handle.parent().map(ProcessHandle::pid).orElse(0L), facts.parent());
        assertEquals(handle.info().startInstant().map(Instant::getEpochSecond),
                Optional.ofNullable(facts.started()).map(Instant::getEpochSecond));
        assertEquals(handle.info().user(), Optional.ofNullable(facts.user()).map(User::name));
        assertTrue(facts.commandLine().length() <= 4_096, facts::commandLine);
    }

    @Test
    void ancestorsBeginWithTheProcessItself() {
        ProcessFacts facts = processes.find(self).orElseThrow();
        List<ProcessFacts> line = processes.ancestors(facts.id());
        assertEquals(facts, line.getFirst());
        assertEquals(facts.parent(), line.get(1).id().pid());
    }

    @Test
    void impossiblePidsAreNobody() {
        for (long pid : new long[]{-1, 0, Integer.MAX_VALUE, Long.MAX_VALUE}) {
            assertEquals(Optional.empty(), processes.find(pid));
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { //
            "0, root, 0, root", //
            "1000, '', 1000, 1000", //
            "S-1-5-21-1-2-3-1001, ann, 1001, ann", //
            "unknown, unknown, -, -", //
            "-, ann, -, -", //
            "x, ann, -, -"})
    void userIsReadFromANumberOrASid(String id, String name, Long uid, String shown) {
        assertEquals(uid == null ? null : new User(uid, shown), OshiProcessSource.user(id, name));
    }

    @Test
    void interfacesIncludeLoopbackAndNeverCountBackwards() {
        OshiInterfaceSource source = new OshiInterfaceSource(system, InstantSource.system());
        InterfaceCounters before = loopback(source.sample());
        InterfaceCounters after = loopback(source.sample());
        assertEquals(before.name(), after.name());
        assertTrue(after.received() >= before.received() && after.sent() >= before.sent(), after::toString);
    }

    private static InterfaceCounters loopback(List<InterfaceCounters> counters) {
        List<InterfaceCounters> found = counters.stream().filter(InterfaceCounters::loopback).toList();
        assertEquals(1, found.size(), counters::toString);
        return found.getFirst();
    }

    @Test
    void hostFactsNameSystemInterfacesAndTheRangeHandedIn() {
        HostFacts facts = new OshiHostSource(system, () -> new PortRange(40_000, 50_000)).read();
        assertEquals(new PortRange(40_000, 50_000), facts.ephemeral());
        assertEquals(System.getProperty("os.version"), facts.kernel());
        assertTrue(!facts.system().isBlank() && !facts.name().isBlank(), facts::toString);
        assertTrue(facts.interfaces().stream().flatMap(one -> one.addresses().stream()).anyMatch(Address::isLoopback), facts::toString);
    }
}
