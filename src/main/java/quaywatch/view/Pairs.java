package quaywatch.view;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;

/** Finds the two ends of a conversation that both are on this machine. */
final class Pairs {

    /** Both ends, never v4-mapped: one end may be an IPv6 socket and the other not. */
    private record Ends(long namespace, Protocol protocol, Address near, int nearPort, Address far, int farPort) {}

    private static final int SLOTS = 1 << 16;

    private final Map<Ends, Row> rows = new HashMap<>();
    private final BitSet own = new BitSet(SLOTS);

    private Pairs() {}

    static Pairs of(List<Row> rows) {
        Pairs pairs = new Pairs();
        for (Row row : rows) {
            if (row.socket().hasPeer()) {
                pairs.own.set(slot(row.socket().local().address()));
            }
        }
        for (Row row : rows) {
            Socket socket = row.socket();
            if (pairs.mayHavePeer(socket) && !row.isClosed()) {
                pairs.rows.put(ends(socket), row);
            }
        }
        return pairs;
    }

    /** The other end; null if it is not on this machine. */
    @Nullable
    Peer peer(Socket socket) {
        if (!mayHavePeer(socket) || socket.local().equals(socket.remote())) {
            return null;
        }
        Ends ends = ends(socket);
        Row other = rows.get(new Ends(ends.namespace, ends.protocol, ends.far, ends.farPort, ends.near, ends.nearPort));
        return other == null ? null : new Peer(other.live().owner(), other.socket().key());
    }

    /** Most far ends are far away: this spares them the look-up. It may err to the safe side. */
    private boolean mayHavePeer(Socket socket) {
        return socket.hasPeer() && own.get(slot(socket.remote().address()));
    }

    /** The same for an IPv4 address and its v4-mapped form. */
    private static int slot(Address address) {
        long bits = address.isMapped() ? address.low() & 0xffff_ffffL : address.low() ^ address.high();
        return (int) ((bits ^ bits >>> 16 ^ bits >>> 32 ^ bits >>> 48) & SLOTS - 1);
    }

    private static Ends ends(Socket socket) {
        // Loopback is another one in each namespace; all other addresses may lead from one into another.
        long namespace = socket.local().address().isLoopback() ? socket.namespace() : 0;
        return new Ends(namespace, socket.protocol(), socket.local().address().unmapped(), socket.local().port(),
                socket.remote().address().unmapped(), socket.remote().port());
    }
}
