package quaywatch.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import quaywatch.control.StopPlan.ClosesToo;
import quaywatch.control.StopPlan.Cut;
import quaywatch.control.StopPlan.StaysHeld;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;

/** What goes with the processes that hold a port. Two passes over the snapshot: their own sockets, then the far ends of these. */
record Effects(List<ClosesToo> closesToo, List<Cut> cuts, List<StaysHeld> staysHeld, List<Address> testOn) {

    private static final Address LOOPBACK = Address.v4(0x7f00_0001);

    /**
     * Of whoever holds the chosen socket.
     *
     * @param service  what is stopped in place of the holders; a container goes with all who hold ports for it
     */
    static Effects of(Snapshot snapshot, Row chosen, List<ProcessFacts> holders, @Nullable Service service) {
        Set<ProcessId> stopped = ids(holders);
        Set<Row> published = new HashSet<>();
        if (service instanceof Service.Container container) {
            snapshot.rows().stream().filter(row -> !row.isClosed() && container.holds(row)).forEach(published::add);
        }
        published.forEach(row -> stopped.addAll(ids(row.live().owner())));
        List<Socket> ports = new ArrayList<>();
        List<Socket> connections = new ArrayList<>();
        List<StaysHeld> stays = new ArrayList<>();
        for (Row row : snapshot.rows()) {
            if (row.isClosed()) {
                continue;
            }
            boolean closes = row.socket().key().equals(chosen.socket().key())
                    || row.live().owner() instanceof Owner.Processes held && stopped.containsAll(ids(held.holders()))
                    || (service instanceof Service.Container
                            ? published.contains(row)
                            : row.live().owner() instanceof Owner.Service hidden && hidden.equals(chosen.live().owner()));
            if (isOpenConnection(row.socket()) && (closes || waitsToBeAccepted(row, chosen.socket()))) {
                connections.add(row.socket());
            } else if (closes && row.socket().holdsPort()) {
                ports.add(row.socket());
            } else if (samePort(row.socket(), chosen.socket())) {
                stays.add(new StaysHeld(row.live().owner(), row.socket().local()));
            }
        }
        List<Socket> others = ports.stream().filter(socket -> !samePort(socket, chosen.socket())).toList();
        return new Effects(closing(others, connections), cuts(snapshot, connections, stopped), stays,
                testOn(chosen.socket(), stays));
    }

    /** Of processes that end, whatever they hold. What they share with one that goes on stays open. */
    static Effects of(Snapshot snapshot, List<ProcessFacts> ended) {
        Set<ProcessId> stopped = ids(ended);
        List<Socket> held = snapshot.rows().stream().filter(row -> !row.isClosed() && row.live().owner() instanceof Owner.Processes owner
                && stopped.containsAll(ids(owner.holders()))).map(Row::socket).toList();
        List<Socket> connections = held.stream().filter(Effects::isOpenConnection).toList();
        return new Effects(closing(held.stream().filter(Socket::holdsPort).toList(), connections), cuts(snapshot, connections, stopped),
                List.of(), List.of());
    }

    private static Set<ProcessId> ids(Owner owner) {
        return owner instanceof Owner.Processes(List<ProcessFacts> holders) ? ids(holders) : Set.of();
    }

    private static Set<ProcessId> ids(List<ProcessFacts> holders) {
        Set<ProcessId> ids = new HashSet<>();
        holders.forEach(holder -> ids.add(holder.id()));
        return ids;
    }

    private static boolean samePort(Socket socket, Socket chosen) {
        return socket.holdsPort() && socket.protocol() == chosen.protocol() && socket.local().port() == chosen.local().port()
                && socket.namespace() == chosen.namespace();
    }

    private static boolean isOpenConnection(Socket socket) {
        return socket.protocol() == Protocol.TCP && switch (socket.state()) {
            case ESTABLISHED, SYN_SENT, SYN_RECV, FIN_WAIT1, FIN_WAIT2, CLOSE_WAIT -> socket.hasPeer();
            case TIME_WAIT, CLOSE, LAST_ACK, LISTEN, CLOSING, BOUND, CONNECTED -> false;
        };
    }

    /** A connection in the accept queue has no inode and so no owner yet. */
    private static boolean waitsToBeAccepted(Row row, Socket chosen) {
        return row.socket().inode() == 0 && !(row.live().owner() instanceof Owner.Processes)
                && row.socket().local().port() == chosen.local().port() && row.socket().namespace() == chosen.namespace();
    }

    private static List<ClosesToo> closing(List<Socket> ports, List<Socket> connections) {
        Map<Integer, ClosesToo> byPort = new TreeMap<>();
        for (Socket socket : ports) {
            int port = socket.local().port();
            int clients = (int) connections.stream()
                    .filter(connection -> socket.protocol() == Protocol.TCP && connection.local().port() == port).count();
            byPort.merge(socket.protocol() == Protocol.TCP ? port : port | 1 << 16,
                    new ClosesToo(socket.protocol(), port, socket.exposure(), clients),
                    (one, other) -> one.exposure().compareTo(other.exposure()) >= 0 ? one : other);
        }
        return List.copyOf(byPort.values());
    }

    private static List<Cut> cuts(Snapshot snapshot, List<Socket> connections, Set<ProcessId> stopped) {
        Map<Pair, Cut> farEnds = new HashMap<>();
        connections.forEach(socket -> farEnds.put(Pair.of(socket).turned(), new Cut(socket.remote().address().toString(), false, 1)));
        for (Row row : snapshot.rows()) {
            if (!farEnds.isEmpty() && isOpenConnection(row.socket()) && row.live().owner() instanceof Owner.Processes far) {
                farEnds.computeIfPresent(Pair.of(row.socket()),
                        (_, _) -> stopped.containsAll(ids(far.holders())) ? null : new Cut(far.first().name(), true, 1));
            }
        }
        Map<String, Cut> byName = new TreeMap<>();
        farEnds.values().forEach(cut -> byName.merge(cut.name(), cut, Cut::and));
        return byName.values().stream().sorted(Comparator.comparingInt(Cut::count).reversed()).toList();
    }

    /**
     * Its own address, and each other one that nobody else holds: binding {@code ::} takes IPv4 too, and what stays held must not look like a
     * failure.
     */
    private static List<Address> testOn(Socket chosen, List<StaysHeld> stays) {
        if (chosen.namespace() != 0) {
            return List.of();
        }
        Address own = chosen.local().address().unmapped();
        Set<Address> addresses = new LinkedHashSet<>(List.of(Address.ANY_V4, LOOPBACK));
        if (chosen.local().scope().isEmpty()) {
            // A scoped address can't be bound by the address alone; :: covers it.
            addresses.add(own);
        }
        addresses.add(Address.ANY_V6);
        addresses.removeIf(address -> !address.equals(own)
                && stays.stream().anyMatch(other -> address.meets(other.at().address().unmapped(), true)));
        return List.copyOf(addresses);
    }

    /** Both ends of a connection; v4-mapped addresses as IPv4, so that a dual-stack server matches its client. */
    private record Pair(long namespace, Address local, int localPort, Address remote, int remotePort) {

        static Pair of(Socket socket) {
            Endpoint local = socket.local();
            Endpoint remote = socket.remote();
            return new Pair(socket.namespace(), local.address().unmapped(), local.port(), remote.address().unmapped(), remote.port());
        }

        Pair turned() {
            return new Pair(namespace, remote, remotePort, local, localPort);
        }
    }
}
