package quaywatch.view;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Entrances;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** The held ports of one snapshot, and which connections came in through them. */
final class Doors {

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

    private final Entrances<Guests> entrances = new Entrances<>();

    private Doors() {}

    static Doors of(List<Row> rows) {
        Doors doors = new Doors();
        for (Row row : rows) {
            Socket socket = row.socket();
            if (socket.holdsPort() && !(socket.protocol() == Protocol.TCP && socket.state() == SocketState.BOUND)) {
                doors.entrances.open(socket, Guests::new);
            }
        }
        for (Row row : rows) {
            doors.count(row);
        }
        return doors;
    }

    private void count(Row row) {
        if (row.socket().state() == SocketState.ESTABLISHED && row.socket().protocol() == Protocol.TCP && !row.isClosed()) {
            Guests guests = entrances.through(row.socket());
            if (guests != null) {
                guests.add(row.live().rates());
            }
        }
    }

    /** Whether a connection came in through a port that is held in the same snapshot. */
    boolean cameIn(Socket socket) {
        return socket.hasPeer() && entrances.through(socket) != null;
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

    /** Those of one line, each entrance once. */
    private Collection<Guests> guests(List<Row> rows) {
        if (rows.size() == 1) {
            Guests guests = entrances.at(rows.getFirst().socket());
            return guests == null ? List.of() : List.of(guests);
        }
        Set<Guests> all = new HashSet<>();
        for (Row row : rows) {
            Guests guests = entrances.at(row.socket());
            if (guests != null) {
                all.add(guests);
            }
        }
        return all;
    }
}
