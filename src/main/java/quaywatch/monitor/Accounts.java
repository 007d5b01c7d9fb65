package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketEvents.Drained;
import quaywatch.collect.SocketEvents.End;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.model.SocketKey;
import quaywatch.model.TcpInfo;
import quaywatch.model.Traffic;

/** Books what went through connections: at each look what the looks tell, and what ended between them. One thread at a time. */
final class Accounts {

    private static final Owner SHORT_LIVED = new Owner.Unknown(Owner.Reason.SHORT_LIVED);

    private final Books books = new Books();
    private @Nullable Instant last;
    private Traffic traffic = Traffic.NONE;
    private boolean lost;
    private long unseen;

    /** Books one look, right after {@code lives} took it in, and gives all totals. */
    Traffic book(Lives lives, Drained drained, Instant now) {
        for (Life life : lives.moved()) {
            if (life.row.isClosed() || !life.isResolving()) {
                add(life.take(), life.row, lives.listeners());
            }
        }
        unseen = 0;
        drained.ends().forEach(end -> end(end, lives));
        // What ended before the first look is none of our watch.
        lost |= drained.lost() && last != null;
        Duration time = last == null ? Duration.ZERO : Duration.between(last, now);
        if (time.isPositive()) {
            traffic = books.settle(time);
        }
        last = now;
        return traffic;
    }

    Traffic traffic() {
        return traffic;
    }

    /** Who moved how much lately. */
    Turnover turnover() {
        return books.turnover();
    }

    /** How many connections were told to have ended at the last look that no look saw. */
    long unseen() {
        return unseen;
    }

    /** Whether some of what ended was not told. */
    boolean haveLost() {
        return lost;
    }

    private void add(Flow flow, Row row, Listeners listeners) {
        long namespace = row.socket().namespace();
        Row door = listeners.at(namespace, flow.local());
        book(flow, owner(row.live(), door), door, namespace, listeners);
    }

    /** Of whom nobody knows any more who held it goes to its listener, like one that no look saw. */
    private static Owner owner(Live live, @Nullable Row door) {
        boolean forgotten = live.owner() instanceof Owner.Unknown(Owner.Reason reason)
                && (reason == Owner.Reason.FORGOTTEN || live.evidence() instanceof Evidence.Resolving);
        return !forgotten ? live.owner() : door == null ? SHORT_LIVED : door.live().owner();
    }

    private void end(End end, Lives lives) {
        TcpInfo tcp = end.tcp();
        if (tcp == null) {
            return;
        }
        Row row = lives.ended(new SocketKey.ByCookie(0, end.cookie()), tcp);
        if (row != null) {
            TcpInfo seen = row.socket().tcp();
            if (seen != null) {
                add(flow(end, tcp.received() - seen.received(), tcp.sent() - seen.sent()), row, lives.listeners());
            } else if (Life.countsFromZero(row.socket()) || !row.live().fromStart() && lives.missNothing()) {
                // All that a look saw of it was its stand-in in TIME_WAIT.
                unseen(flow(end, tcp.received(), tcp.sent()), lives.listeners());
            } else {
                lost |= !row.live().fromStart();
            }
        } else if (lives.missNothing()) {
            unseen++;
            unseen(flow(end, tcp.received(), tcp.sent()), lives.listeners());
        } else {
            // It may have been there before the first look, and then its counters are no part of the totals.
            lost |= last != null;
        }
    }

    /** No look saw it: the side that was connected to is its listener's; nobody can tell who the other side was. */
    private void unseen(Flow flow, Listeners listeners) {
        Row door = listeners.at(0, flow.local());
        book(flow, door == null ? SHORT_LIVED : door.live().owner(), door, 0, listeners);
    }

    private void book(Flow flow, Owner owner, @Nullable Row door, long namespace, Listeners listeners) {
        Integer port = door == null ? null : flow.local().port();
        boolean towards = port == null && (!flow.isInside() || listeners.at(namespace, flow.remote()) != null);
        // Of a conversation here whose listener is gone the lower port is the likelier one.
        int service = port != null ? port : towards ? flow.remote().port() : Math.min(flow.local().port(), flow.remote().port());
        books.add(flow, owner, port, service);
    }

    private static Flow flow(End end, long received, long sent) {
        return new Flow(end.local(), end.remote(), Math.max(0, received), Math.max(0, sent));
    }
}
