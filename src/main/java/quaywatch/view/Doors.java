package quaywatch.view;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** The held ports of one snapshot, and which connections came in through them. */
final class Doors {

    /** Where one can knock. The address is never v4-mapped. */
    private record Door(Protocol protocol, long namespace, Address address, int port) {}

    private final Map<Door, int[]> clients = new HashMap<>();
    private final BitSet ports = new BitSet();

    private Doors() {}

    static Doors of(List<Row> rows) {
        Doors doors = new Doors();
        for (Row row : rows) {
            Socket socket = row.socket();
            if (socket.holdsPort() && !(socket.protocol() == Protocol.TCP && socket.state() == SocketState.BOUND)) {
                doors.ports.set(socket.local().port());
                doors.clients.putIfAbsent(door(socket), new int[1]);
            }
        }
        for (Row row : rows) {
            doors.count(row);
        }
        return doors;
    }

    private void count(Row row) {
        if (row.socket().state() == SocketState.ESTABLISHED && row.socket().protocol() == Protocol.TCP && !row.isClosed()) {
            int[] count = entrance(row.socket());
            if (count != null) {
                count[0]++;
            }
        }
    }

    /** Whether a connection came in through a port that is held in the same snapshot. */
    boolean cameIn(Socket socket) {
        return socket.hasPeer() && entrance(socket) != null;
    }

    /** Established connections through the ports of one line. */
    int clients(List<Row> rows) {
        if (rows.getFirst().socket().state() != SocketState.LISTEN) {
            return 0;
        }
        if (rows.size() == 1) {
            return countAt(door(rows.getFirst().socket()));
        }
        Set<Door> distinct = new HashSet<>();
        rows.forEach(row -> distinct.add(door(row.socket())));
        return distinct.stream().mapToInt(this::countAt).sum();
    }

    private int countAt(Door door) {
        int[] count = clients.get(door);
        return count == null ? 0 : count[0];
    }

    /** The kernel prefers the exact address, then the wildcard of the family; a wildcard of IPv6 takes IPv4 too unless told otherwise. */
    private int @Nullable [] entrance(Socket socket) {
        if (!ports.get(socket.local().port())) {
            return null;
        }
        Address plain = socket.local().address().unmapped();
        int[] exact = clients.get(new Door(socket.protocol(), socket.namespace(), plain, socket.local().port()));
        if (exact != null) {
            return exact;
        }
        int[] any = plain.family() == Family.IPV4 ? any(socket, Address.ANY_V4) : null;
        return any != null ? any : any(socket, Address.ANY_V6);
    }

    private int @Nullable [] any(Socket socket, Address wildcard) {
        return clients.get(new Door(socket.protocol(), socket.namespace(), wildcard, socket.local().port()));
    }

    private static Door door(Socket socket) {
        return new Door(socket.protocol(), socket.namespace(), socket.local().address().unmapped(), socket.local().port());
    }
}
