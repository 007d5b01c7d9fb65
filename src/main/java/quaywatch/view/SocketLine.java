package quaywatch.view;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Live;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.SocketState;

/**
 * One socket on one line; a held port with its twins (IPv4 and IPv6, several addresses of one owner) is one line too.
 *
 * @param rows      at least one, in order of address; more than one only for a held port
 * @param clients   established connections that came in through the held port; 0 for all other sockets
 * @param group     what the line is gathered by; NONE outside groups
 * @param incoming  whether the connection came in through a port that is held in the same snapshot
 * @param peer      the other end, if it is on this machine; null otherwise
 * @param host      what the host at the other end is called, raw; empty if it has no name; null where that is not known or was not asked
 * @param served    what goes through the connections that came in through a held port; null where there is none or none is counted
 * @param mark      what has just happened to it; the line becomes another object when the mark goes
 */
public record SocketLine(List<Row> rows, int clients, Grouping group, boolean incoming, @Nullable Peer peer, @Nullable String host,
        @Nullable Rates served, Mark mark) implements Entry {

    /** Of sockets that are known by their ends alone, several may close one after the other. */
    private record Ended(SocketKey key, @Nullable Instant closed) {}

    public SocketLine {
        rows = List.copyOf(rows);
    }

    /** One of which neither a host name nor anything served is known. */
    public SocketLine(List<Row> rows, int clients, Grouping group, boolean incoming, @Nullable Peer peer, Mark mark) {
        this(rows, clients, group, incoming, peer, null, null, mark);
    }

    /** A socket by itself, without its twins and without what the sockets around it would tell. */
    public static SocketLine alone(Row row) {
        return new SocketLine(List.of(row), 0, Grouping.NONE, false, null, Mark.NONE);
    }

    @Override
    public Object key() {
        SocketKey key = socket().key();
        boolean again = isClosed() && mark != Mark.CLOSED && !(key instanceof SocketKey.ByCookie);
        return again ? new Ended(key, live().closed()) : key;
    }

    @Override
    public Row row() {
        return rows.getFirst();
    }

    public Socket socket() {
        return row().socket();
    }

    /**
     * Bytes a second through the connection, or through all that came in through the held port; null where that is not counted. Nothing goes
     * through a connection in TIME_WAIT.
     */
    @Override
    public @Nullable Rates rates() {
        if (!socket().hasPeer()) {
            return served;
        }
        return socket().state() == SocketState.TIME_WAIT ? Rates.NONE : live().rates();
    }

    @Override
    public @Nullable Long rttMicros() {
        return FlowText.rtt(this);
    }

    /** What the owner belongs to; null where that is not known. */
    public @Nullable Belonging belonging() {
        return owner().belongsTo();
    }

    /** A port that is held by TCP without listening. */
    boolean isBoundOnly() {
        return socket().protocol() == Protocol.TCP && socket().state() == SocketState.BOUND;
    }
}
