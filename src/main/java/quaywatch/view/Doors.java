package quaywatch.view;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** The held ports of one snapshot, and which connections came in through them. */
final class Doors {

    /** Where one can knock. The address is never v4-mapped. */
    private record Door(Protocol protocol, long namespace, Address address, int port) {}

    /** Who came in through one. */
    private static final class Guests {

        private int count;
        /** How many of them are counted by the source. */
        private int counted;
        private Rates rates = Rates.NONE;

        void add(@Nullable Rates theirs) {
            count++;
            if (theirs != null) {
                counted++;
                rates = theirs == Rates.NONE ? rates : rates.plus(theirs);
            }
        }
    }

    private final Map<Door, Guests> clients = new HashMap<>();
    private final BitSet ports = new BitSet();

    private Doors() {}

    static Doors of(List<Row> rows) {
        Doors doors = new Doors();
        for (Row row : rows) {
            Socket socket = row.socket();
            if (socket.holdsPort() && !(socket.protocol() == Protocol.TCP && socket.state() == SocketState.BOUND)) {
                doors.ports.set(socket.local().port());
                doors.clients.putIfAbsent(door(socket), new Guests());
            }
        }
        for (Row row : rows) {
            doors.count(row);
        }
        return doors;
    }

    private void count(Row row) {
        if (row.socket().state() == SocketState.ESTABLISHED && row.socket().protocol() == Protocol.TCP && !row.isClosed()) {
            Guests guests = entrance(row.socket());
            if (guests != null) {
                guests.add(row.live().rates());
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
        int sum = 0;
        for (Guests guests : guests(rows)) {
            sum += guests.count;
        }
        return sum;
    }

    /** Bytes a second through them; null where there is no listener, or none of its connections is counted. */
    @Nullable
    Rates served(List<Row> rows) {
        if (rows.getFirst().socket().state() != SocketState.LISTEN) {
            return null;
        }
        Rates sum = Rates.NONE;
        int count = 0;
        int counted = 0;
        for (Guests guests : guests(rows)) {
            sum = sum.plus(guests.rates);
            count += guests.count;
            counted += guests.counted;
        }
        return count > 0 && counted == 0 ? null : sum;
    }

    /** Those of one line, each door once. */
    private Collection<Guests> guests(List<Row> rows) {
        if (rows.size() == 1) {
            Guests guests = clients.get(door(rows.getFirst().socket()));
            return guests == null ? List.of() : List.of(guests);
        }
        Map<Door, Guests> distinct = new HashMap<>();
        for (Row row : rows) {
            Door door = door(row.socket());
            Guests guests = clients.get(door);
            if (guests != null) {
                distinct.put(door, guests);
            }
        }
        return distinct.values();
    }

    /** The kernel prefers the exact address, then the wildcard of the family; a wildcard of IPv6 takes IPv4 too unless told otherwise. */
    private @Nullable Guests entrance(Socket socket) {
        if (!ports.get(socket.local().port())) {
            return null;
        }
        Address plain = socket.local().address().unmapped();
        Guests exact = clients.get(new Door(socket.protocol(), socket.namespace(), plain, socket.local().port()));
        if (exact != null) {
            return exact;
        }
        Guests any = plain.family() == Family.IPV4 ? any(socket, Address.ANY_V4) : null;
        return any != null ? any : any(socket, Address.ANY_V6);
    }

    private @Nullable Guests any(Socket socket, Address wildcard) {
        return clients.get(new Door(socket.protocol(), socket.namespace(), wildcard, socket.local().port()));
    }

    private static Door door(Socket socket) {
        return new Door(socket.protocol(), socket.namespace(), socket.local().address().unmapped(), socket.local().port());
    }
}
