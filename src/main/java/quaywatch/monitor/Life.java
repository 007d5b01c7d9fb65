package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.SocketState;
import quaywatch.model.TcpInfo;

/** One socket being followed: its row now, and when a sample last had it. */
final class Life {

    final SocketKey key;
    Row row;
    /** The number of the last sample that had it. */
    long seen;
    /** Its index in that sample. */
    int place;
    /** Whether the word of its end has come. */
    boolean endTold;
    /** Whether it is gone and was no longer counted before: the word of its end came earlier, or never will. */
    boolean uncountedAtEnd;

    /** When that sample was taken. */
    private Instant sampled;
    /** The last counters that a look or the word of the end told. */
    private @Nullable TcpInfo counted;
    /** Whether that was the end: what looks tell from then on is older. */
    private boolean ended;
    /** Payload that is in no account yet. */
    private long received;
    private long sent;

    Life(SocketKey key, Row row, Instant sampled) {
        this.key = key;
        this.row = row;
        this.sampled = sampled;
        this.counted = row.socket().tcp();
    }

    /** The same life, known from now on by another key. */
    Life under(SocketKey newKey) {
        Life life = new Life(newKey, row, sampled);
        life.received = received;
        life.sent = sent;
        life.counted = counted;
        life.ended = ended;
        life.endTold = endTold;
        return life;
    }

    /** Whether payload went that is in no account yet. */
    boolean hasMoved() {
        return (received | sent) != 0;
    }

    /** Whether it is still being looked up who holds it. */
    boolean isResolving() {
        return row.live().evidence() instanceof Evidence.Resolving;
    }

    /** Hands over what is in no account yet. */
    Flow take() {
        Flow flow = new Flow(row.socket().local(), row.socket().remote(), received, sent);
        received = 0;
        sent = 0;
        return flow;
    }

    /** It began after {@code last}, the look before: all that it has counted so far it has counted since. */
    void beganAfter(Instant last) {
        TcpInfo tcp = row.socket().tcp();
        if (tcp != null) {
            Rates rates = rates(tcp.received(), tcp.sent(), Duration.between(last, sampled));
            row = new Row(row.socket(), row.live().withRates(rates));
        }
    }

    /** Is told of in the traces from now on under this number. */
    void trace(int number) {
        row = new Row(row.socket(), row.live().withTrace(number));
    }

    /** Takes a sighting in. Where it tells nothing new the row stays the same object. */
    void update(Sighting sighting, Instant now) {
        Socket socket = steady(row.socket(), sighting.socket());
        if (reborn(row.socket().state(), socket.state())) {
            row = new Row(socket, Live.first(sighting.owner(), sighting.evidence(), now, false));
            counted = socket.tcp();
            ended = false;
            sampled = now;
            return;
        }
        counted = ended || socket.tcp() == null ? counted : socket.tcp();
        Live live = reopened(row.live());
        if (!live.owner().equals(sighting.owner()) || !live.evidence().equals(sighting.evidence())) {
            live = live.withOwner(sighting.owner(), sighting.evidence());
        }
        if (row.socket().state() != socket.state()) {
            live = live.withChange(row.socket().state(), now);
        }
        Rates rates = rates(row.socket(), socket, now);
        if (rates != live.rates()) {
            live = live.withRates(rates);
        }
        sampled = now;
        if (socket != row.socket() || live != row.live()) {
            row = new Row(socket, live);
        }
    }

    /** Ends with the last counters, which a stand-in in TIME_WAIT no longer has. */
    void close(Instant now) {
        uncountedAtEnd = row.socket().tcp() == null;
        row = new Row(withCounted(), row.live().withClosed(now));
    }

    /**
     * Takes in the counters that came with the word of the end. Most connections end with the peer's FIN, which counts as a byte received: one
     * is taken off what has come since the last look, so that of a connection that was reset right after its last bytes one may be missing.
     */
    void end(TcpInfo last) {
        long seen = counted == null ? 0 : counted.received();
        counted = last.withReceived(Math.max(seen, last.received() - 1));
        ended = true;
        if (row.isClosed()) {
            row = new Row(withCounted(), row.live());
        }
    }

    private Socket withCounted() {
        return counted == row.socket().tcp() ? row.socket() : row.socket().withTcp(counted);
    }

    /** Whether it has been closed for as long as closed rows are kept; a clock that is set back must not keep it on. */
    boolean expired(Instant now) {
        Instant closed = row.live().closed();
        return closed != null && Duration.between(closed, now).abs().compareTo(Lives.GHOST) >= 0;
    }

    private static Live reopened(Live live) {
        return live.closed() == null ? live : live.withClosed(null);
    }

    /** The rates between two samples; the object there was if they are the same. Null where one of the two counts nothing. */
    private @Nullable Rates rates(Socket was, Socket is, Instant now) {
        TcpInfo before = was.tcp();
        TcpInfo after = is.tcp();
        if (before == after) {
            return after == null ? null : Rates.NONE;
        }
        if (after == null || before == null && !countsFromZero(was)) {
            return null;
        }
        long receivedBefore = before == null ? 0 : before.received();
        long sentBefore = before == null ? 0 : before.sent();
        return rates(after.received() - receivedBefore, after.sent() - sentBefore, Duration.between(sampled, now));
    }

    /** Whether a socket that has no counters yet will have counted nothing so far when it gets some: a request to connect. */
    static boolean countsFromZero(Socket socket) {
        return socket.state() == SocketState.SYN_RECV;
    }

    /** A source that corrects its counters may take a byte back, which is no rate. */
    private @Nullable Rates rates(long newlyReceived, long newlySent, Duration time) {
        long in = Math.max(0, newlyReceived);
        long out = Math.max(0, newlySent);
        received += in;
        sent += out;
        Rates before = row.live().rates();
        if (!time.isPositive()) {
            // The clock was set back: wait for two looks that it can tell apart.
            return before;
        }
        Rates rates = Rates.over(in, out, time);
        return rates.equals(before) ? before : rates;
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
