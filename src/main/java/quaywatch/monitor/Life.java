package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Live;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.SocketState;

/** One socket being followed: its row now, and when a sample last had it. */
final class Life {

    final SocketKey key;
    Row row;
    /** The number of the last sample that had it. */
    long seen;
    /** Its index in that sample. */
    int place;

    Life(SocketKey key, Row row) {
        this.key = key;
        this.row = row;
    }

    /** The same life, known from now on by another key. */
    Life under(SocketKey newKey) {
        return new Life(newKey, row);
    }

    /** Takes a sighting in. Where it tells nothing new the row stays the same object. */
    void update(Sighting sighting, Instant now) {
        Socket socket = steady(row.socket(), sighting.socket());
        if (reborn(row.socket().state(), socket.state())) {
            row = new Row(socket, Live.first(sighting.owner(), sighting.evidence(), now, false));
            return;
        }
        Live live = reopened(row.live());
        if (!live.owner().equals(sighting.owner()) || !live.evidence().equals(sighting.evidence())) {
            live = live.withOwner(sighting.owner(), sighting.evidence());
        }
        if (row.socket().state() != socket.state()) {
            live = live.withChange(row.socket().state(), now);
        }
        if (socket != row.socket() || live != row.live()) {
            row = new Row(socket, live);
        }
    }

    void close(Instant now) {
        row = new Row(row.socket(), row.live().withClosed(now));
    }

    /** Whether it has been closed for as long as closed rows are kept. */
    boolean expired(Instant now) {
        Instant closed = row.live().closed();
        return closed != null && Duration.between(closed, now).compareTo(Lives.GHOST) >= 0;
    }

    private static Live reopened(Live live) {
        return live.closed() == null
                ? live
                : new Live(live.owner(), live.evidence(), live.firstSeen(), live.fromStart(), live.changed(), live.formerState(), null);
    }

    /** Nothing follows TIME_WAIT: whoever has the same ends after it is another connection. */
    private static boolean reborn(SocketState was, SocketState is) {
        return was == SocketState.TIME_WAIT && is != SocketState.TIME_WAIT;
    }

    /** The old socket if the new one says the same. A timer's end, computed anew at each look, may differ by a rounding error. */
    private static Socket steady(Socket was, Socket is) {
        if (was.equals(is)) {
            return was;
        }
        Instant end = was.timerEnd();
        return close(end, is.timerEnd()) && is.equals(was.withTimerEnd(is.timerEnd())) ? was : is;
    }

    private static boolean close(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && Math.abs(one.toEpochMilli() - other.toEpochMilli()) < 1_000;
    }
}
