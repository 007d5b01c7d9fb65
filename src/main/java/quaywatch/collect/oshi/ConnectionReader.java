package quaywatch.collect.oshi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Family;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.SocketState;

/** Turns OSHI's connections into sightings. Several with the same ends (processes that share a port) become one with several holders. */
final class ConnectionReader {

    private final ProcessCache processes;

    ConnectionReader(ProcessCache processes) {
        this.processes = processes;
    }

    /**
     * What came of a list of connections.
     *
     * @param odd  connections that could not be understood and were left out
     */
    record Reading(List<Sighting> sightings, int odd) {}

    Reading read(List<IPConnection> connections) {
        Map<SocketKey, Socket> sockets = new LinkedHashMap<>();
        Map<SocketKey, TreeSet<Integer>> pids = new LinkedHashMap<>();
        int odd = 0;
        for (IPConnection connection : connections) {
            Socket socket = socket(connection);
            if (socket == null) {
                odd++;
                continue;
            }
            SocketKey key = socket.key();
            sockets.putIfAbsent(key, socket);
            TreeSet<Integer> holders = pids.computeIfAbsent(key, _ -> new TreeSet<>());
            if (connection.getowningProcessId() > 0) {
                holders.add(connection.getowningProcessId());
            }
        }
        List<Sighting> sightings = new ArrayList<>(sockets.size());
        sockets.forEach((key, socket) -> sightings
                .add(new Sighting(socket, owner(socket.state(), pids.getOrDefault(key, new TreeSet<>())), Evidence.EXACT)));
        processes.forgetUnused();
        return new Reading(sightings, odd);
    }

    private Owner owner(SocketState state, TreeSet<Integer> pids) {
        if (pids.isEmpty()) {
            return new Owner.Unknown(state == SocketState.TIME_WAIT ? Owner.Reason.FORGOTTEN : Owner.Reason.NOT_TOLD);
        }
        List<ProcessFacts> holders = new ArrayList<>();
        pids.forEach(pid -> processes.find(pid).ifPresent(holders::add));
        return holders.isEmpty() ? new Owner.Unknown(Owner.Reason.NOT_FOUND) : new Owner.Processes(holders);
    }

    private static @Nullable Socket socket(IPConnection connection) {
        Protocol protocol = protocol(connection.getType());
        Family family = connection.getType().endsWith("6") ? Family.IPV6 : Family.IPV4;
        Endpoint local = endpoint(connection.getLocalAddress(), connection.getLocalPort(), family);
        Endpoint remote = endpoint(connection.getForeignAddress(), connection.getForeignPort(), family);
        if (protocol == null || local == null || remote == null) {
            return null;
        }
        SocketState state = protocol == Protocol.UDP
                ? remote.isNone() ? SocketState.BOUND : SocketState.CONNECTED
                : state(connection.getState());
        return new Socket(protocol, family, local, remote, state, 0, 0, null, 0,
                new Queues(Math.max(0, connection.getReceiveQueue()), Math.max(0, connection.getTransmitQueue())), null);
    }

    /** {@code tcp4}, {@code tcp6}, {@code tcp46}, {@code udp4}, ... */
    private static @Nullable Protocol protocol(String type) {
        return type.startsWith("tcp") ? Protocol.TCP : type.startsWith("udp") ? Protocol.UDP : null;
    }

    private static @Nullable Endpoint endpoint(byte[] address, int port, Family family) {
        if (port < 0 || port > 65_535) {
            return null;
        }
        return switch (address.length) {
            case 4, 16 -> new Endpoint(Address.of(address), port);
            // Windows gives no address at all for the far end of UDP.
            case 0 -> new Endpoint(family == Family.IPV6 ? Address.ANY_V6 : Address.ANY_V4, port);
            default -> null;
        };
    }

    private static SocketState state(@Nullable TcpState state) {
        return switch (state) {
            case null -> SocketState.CLOSE;
            case LISTEN -> SocketState.LISTEN;
            case SYN_SENT -> SocketState.SYN_SENT;
            case SYN_RECV -> SocketState.SYN_RECV;
            case ESTABLISHED -> SocketState.ESTABLISHED;
            case FIN_WAIT_1 -> SocketState.FIN_WAIT1;
            case FIN_WAIT_2 -> SocketState.FIN_WAIT2;
            case CLOSE_WAIT -> SocketState.CLOSE_WAIT;
            case CLOSING -> SocketState.CLOSING;
            case LAST_ACK -> SocketState.LAST_ACK;
            case TIME_WAIT -> SocketState.TIME_WAIT;
            case CLOSED, NONE, UNKNOWN -> SocketState.CLOSE;
        };
    }
}
