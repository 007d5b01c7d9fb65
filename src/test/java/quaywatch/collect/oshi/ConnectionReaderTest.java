package quaywatch.collect.oshi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

import quaywatch.collect.ProcessSource;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Family;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConnectionReaderTest {

    private static final byte[] NONE = new byte[4];
    private static final byte[] HERE = {127, 0, 0, 1};
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};

    private final ConnectionReader reader = new ConnectionReader(new ProcessCache(new ProcessSource() {
        @Override
        public Optional<ProcessFacts> find(long pid) {
            return pid < 1_000 ? Optional.of(facts(pid)) : Optional.empty();
        }

        @Override
        public List<ProcessFacts> ancestors(ProcessId id) {
            return List.of();
        }
    }, Instant::now));

    @Test
    void listenerIsHeldByItsProcess() {
        Socket socket = socket(Protocol.TCP, Family.IPV4, end(HERE, 80), end(NONE, 0), SocketState.LISTEN, new Queues(3, 128));
        assertRead(socket, holders(7), new IPConnection("tcp4", HERE, 80, NONE, 0, TcpState.LISTEN, 128, 3, 7));
    }

    @Test
    void sharedPortIsOneSocketWithItsHoldersInOrder() {
        Socket socket = socket(Protocol.TCP, Family.IPV4, end(HERE, 80), end(NONE, 0), SocketState.LISTEN, Queues.EMPTY);
        assertRead(socket, holders(7, 9), listener(9), listener(7), listener(-1));
    }

    @Test
    void mappedConnectionOfAnIpv6SocketIsIpv6AndShowsIpv4() {
        Socket socket = socket(Protocol.TCP, Family.IPV6, end(MAPPED, 80), end(MAPPED, 9), SocketState.ESTABLISHED, Queues.EMPTY);
        assertRead(socket, holders(7), new IPConnection("tcp6", MAPPED, 80, MAPPED, 9, TcpState.ESTABLISHED, 0, 0, 7));
    }

    @Test
    void udpIsBoundWithoutAPeerAndConnectedWithOne() {
        Socket bound = socket(Protocol.UDP, Family.IPV4, end(HERE, 53), end(NONE, 0), SocketState.BOUND, Queues.EMPTY);
        assertRead(bound, holders(7), new IPConnection("udp4", HERE, 53, NONE, 0, TcpState.CLOSED, 0, 0, 7));
        assertRead(bound, holders(7), new IPConnection("udp4", HERE, 53, new byte[0], 0, TcpState.NONE, 0, 0, 7));
        Socket connected = socket(Protocol.UDP, Family.IPV4, end(HERE, 53), end(HERE, 9), SocketState.CONNECTED, Queues.EMPTY);
        assertRead(connected, holders(7), new IPConnection("udp4", HERE, 53, HERE, 9, TcpState.ESTABLISHED, 0, 0, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0})
    void ownerThatIsNotToldIsUnknown(int pid) {
        Socket socket = socket(Protocol.TCP, Family.IPV4, end(HERE, 80), end(NONE, 0), SocketState.LISTEN, Queues.EMPTY);
        assertRead(socket, new Owner.Unknown(Owner.Reason.NOT_TOLD), listener(pid));
        Socket waiting = socket(Protocol.TCP, Family.IPV4, end(HERE, 80), end(HERE, 9), SocketState.TIME_WAIT, Queues.EMPTY);
        assertRead(waiting, new Owner.Unknown(Owner.Reason.FORGOTTEN),
                new IPConnection("tcp4", HERE, 80, HERE, 9, TcpState.TIME_WAIT, 0, 0, pid));
    }

    @Test
    void ownerThatEndedMeanwhileIsNotFound() {
        Socket socket = socket(Protocol.TCP, Family.IPV4, end(HERE, 80), end(NONE, 0), SocketState.LISTEN, Queues.EMPTY);
        assertRead(socket, new Owner.Unknown(Owner.Reason.NOT_FOUND), listener(1_000));
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasAName(TcpState state) {
        SocketState read = reader.read(List.of(new IPConnection("tcp4", HERE, 80, HERE, 9, state, 0, 0, 7))).sightings().getFirst().socket()
                .state();
        String expected = switch (state) {
            case CLOSED, NONE, UNKNOWN -> "CLOSE";
            case FIN_WAIT_1 -> "FIN_WAIT1";
            case FIN_WAIT_2 -> "FIN_WAIT2";
            default -> state.name();
        };
        assertEquals(expected, read.name());
    }

    @Test
    void whatCanNotBeUnderstoodIsCountedAndLeftOut() {
        ConnectionReader.Reading reading = reader.read(List.of( //
                new IPConnection("sctp4", HERE, 80, NONE, 0, TcpState.LISTEN, 0, 0, 7), //
                new IPConnection("tcp4", HERE, 70_000, NONE, 0, TcpState.LISTEN, 0, 0, 7), //
                new IPConnection("tcp4", new byte[3], 80, NONE, 0, TcpState.LISTEN, 0, 0, 7), //
                listener(7)));
        assertEquals(3, reading.odd());
        assertEquals(1, reading.sightings().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyListIsReadWithEachKeyOnce(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<IPConnection> connections = new ArrayList<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                connections.add(new IPConnection(List.of("tcp4", "tcp46", "udp6", "", "raw").get(random.nextInt(5)), bytes(random),
                        random.nextInt(-2, 65_540), bytes(random), random.nextInt(-2, 4), TcpState.values()[random.nextInt(13)],
                        random.nextInt(), random.nextInt(), random.nextInt(-2, 2_000)));
            }
            ConnectionReader.Reading reading = reader.read(connections);
            Set<SocketKey> keys = new HashSet<>();
            reading.sightings().forEach(sighting -> assertTrue(keys.add(sighting.socket().key()), sighting::toString));
            assertTrue(reading.sightings().size() + reading.odd() <= connections.size());
        }
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[List.of(4, 16, 0, 5).get(random.nextInt(4))];
        if (random.nextBoolean()) {
            random.nextBytes(bytes);
        }
        return bytes;
    }

    private void assertRead(Socket socket, Owner owner, IPConnection... connections) {
        assertEquals(new ConnectionReader.Reading(List.of(new Sighting(socket, owner, Evidence.EXACT)), 0),
                reader.read(List.of(connections)));
    }

    private static IPConnection listener(int pid) {
        return new IPConnection("tcp4", HERE, 80, NONE, 0, TcpState.LISTEN, 0, 0, pid);
    }

    private static Socket socket(Protocol protocol, Family family, Endpoint local, Endpoint remote, SocketState state, Queues queues) {
        return new Socket(protocol, family, local, remote, state, 0, 0, null, 0, queues, null);
    }

    private static Endpoint end(byte[] address, int port) {
        return new Endpoint(Address.of(address), port);
    }

    private static Owner holders(long... pids) {
        return new Owner.Processes(Arrays.stream(pids).mapToObj(ConnectionReaderTest::facts).toList());
    }

    private static ProcessFacts facts(long pid) {
        return new ProcessFacts(new ProcessId(pid, 1), 1, "p" + pid, "", "", "", null, null, null);
    }
}
