package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Closed;
import quaywatch.model.Live;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.TcpInfo;
import quaywatch.model.Traces;

/**
 * Follows each socket from sample to sample: first seen, changed, gone. A row in which nothing changed stays the same object.
 * <p>A gone socket stays for {@link #GHOST} as a closed row. One thread at a time.
 */
final class Lives {

    /** How long a closed row is kept. */
    static final Duration GHOST = Closed.AFTER;

    private final Map<SocketKey, Life> byKey = new HashMap<>();
    private final RememberedOwners owners = new RememberedOwners();
    private final Endings endings = new Endings();
    private final Tracer tracer = new Tracer();
    private final List<Life> moved = new ArrayList<>();
    private final List<Row> expired = new ArrayList<>();
    private Sequence order = Sequence.EMPTY;
    private @Nullable Listeners listeners;
    private long tick;
    private long resent;
    /** When the sample before was taken, if it had every connection that was there; what it lacks began later. */
    private @Nullable Instant whole;
    /** As it was before the sample taken in last. */
    private @Nullable Instant wholeBefore;

    /**
     * Takes one sample in and gives all rows: the open ones in the order of the sample, then those it lacks.
     *
     * @param complete  whether the source looked everywhere, so that a missing TCP socket is a closed one
     */
    List<Row> merge(List<Sighting> sightings, boolean complete, Instant now) {
        tick++;
        wholeBefore = whole;
        moved.clear();
        endings.startLook();
        expired.clear();
        resent = 0;
        Life[] seen = new Life[sightings.size()];
        List<Integer> strangers = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            Sighting sighting = sightings.get(i);
            Life life = known(sighting);
            if (life == null) {
                strangers.add(i);
            } else if (life.seen != tick) {
                seen[i] = life;
                take(sighting, life, now);
            }
        }
        admit(sightings, strangers, seen, now);
        order = new Sequence(seen);
        List<Row> rows = openRows(seen);
        rows.addAll(absent(complete, now));
        whole = complete ? now : null;
        tracer.end(now);
        return List.of(rows.toArray(Row[]::new));
    }

    /** Those whose payload is in no account yet, after a sample was taken in. */
    List<Life> moved() {
        return moved;
    }

    /** What went through the connections in the last minute, the last sample included. */
    Traces traces() {
        return tracer.traces();
    }

    /** How many segments of the connections of the last sample were sent again since the one before. */
    long resent() {
        return resent;
    }

    /** The closed rows that {@link #merge} gave before and no longer gives, as they were last. */
    List<Row> expired() {
        return expired;
    }

    /**
     * Takes the word that a socket has ended, which comes once.
     *
     * @param last  its counters then
     * @return its row before that word, open or not, or null if it was never followed
     */
    @Nullable
    Row ended(SocketKey key, TcpInfo last) {
        return endings.take(key, byKey.get(key), last);
    }

    /** The rows that {@link #merge} gave, those closed with the counters that came with the word of their end since. */
    List<Row> withEnds(List<Row> rows) {
        return endings.in(rows);
    }

    /** Whether what has ended by now and was never followed must have begun after the sample before the last. */
    boolean missNothing() {
        if (wholeBefore == null) {
            return false;
        }
        // A source without cookies knows its sockets by other keys than those by which their ends are told.
        return byKey.isEmpty() || byKey.keySet().stream().anyMatch(SocketKey.ByCookie.class::isInstance);
    }

    Listeners listeners() {
        Listeners known = listeners;
        if (known == null) {
            known = Listeners.of(byKey.values());
            listeners = known;
        }
        return known;
    }

    /** Another source answers from now on: what it tells first may be older than the look before. */
    void interrupt() {
        whole = null;
    }

    private @Nullable Life known(Sighting sighting) {
        Life next = order.next(sighting.socket());
        if (next != null || byKey.isEmpty()) {
            return next;
        }
        Life life = byKey.get(sighting.socket().key());
        order.goOnAfter(life);
        return life;
    }

    private void take(Sighting sighting, Life life, Instant now) {
        life.seen = tick;
        Socket before = life.row.socket();
        boolean listened = Listeners.listens(before);
        Row former = life.row;
        life.update(owners.completed(sighting, life.row, now), now);
        if (former.live().trace() != life.row.live().trace()) {
            tracer.forget(former, now);
        }
        tracer.note(life);
        if (listened != Listeners.listens(life.row.socket())) {
            listeners = null;
        }
        if (before != life.row.socket()) {
            resent += Math.max(0, resent(life.row.socket()) - resent(before));
        }
        note(life);
    }

    private static long resent(Socket socket) {
        TcpInfo tcp = socket.tcp();
        return tcp == null ? 0 : tcp.retransmits();
    }

    private void note(Life life) {
        if (life.hasMoved()) {
            moved.add(life);
        }
    }

    private void admit(List<Sighting> sightings, List<Integer> strangers, Life[] seen, Instant now) {
        Lineage lineage = strangers.isEmpty() ? Lineage.NONE : Lineage.of(byKey.values(), tick);
        for (int index : strangers) {
            Sighting sighting = sightings.get(index);
            SocketKey key = sighting.socket().key();
            if (!byKey.containsKey(key)) {
                seen[index] = born(key, sighting, lineage.take(sighting.socket()), now);
                byKey.put(key, seen[index]);
                changeDoors(sighting.socket());
            }
        }
    }

    private Life born(SocketKey key, Sighting sighting, @Nullable Life former, Instant now) {
        if (former == null) {
            Sighting told = owners.completed(sighting, null, now);
            Life life = new Life(key, new Row(told.socket(), Live.first(told.owner(), told.evidence(), now, tick == 1)), now);
            life.seen = tick;
            if (whole != null) {
                life.beganAfter(whole);
                tracer.note(life);
                resent += resent(life.row.socket());
                note(life);
            }
            return life;
        }
        byKey.remove(former.key);
        Life life = former.under(key);
        endings.await(former, life);
        take(sighting, life, now);
        return life;
    }

    private void changeDoors(Socket changed) {
        if (Listeners.listens(changed)) {
            listeners = null;
        }
    }

    private static List<Row> openRows(Life[] seen) {
        List<Row> rows = new ArrayList<>(seen.length + 16);
        for (Life life : seen) {
            if (life != null) {
                rows.add(life.row);
            }
        }
        return rows;
    }

    /** What the sample lacks: still open for want of proof, or closed a moment ago. Longer gone is forgotten. */
    private List<Row> absent(boolean complete, Instant now) {
        List<Row> open = new ArrayList<>();
        List<Row> closed = new ArrayList<>();
        for (Iterator<Life> lives = byKey.values().iterator(); lives.hasNext();) {
            Life life = lives.next();
            if (life.seen == tick) {
                continue;
            }
            if (life.expired(now)) {
                lives.remove();
                expired.add(life.row);
                tracer.forget(life.row, now);
                endings.await(life, null);
                changeDoors(life.row.socket());
                continue;
            }
            if (!life.row.isClosed() && tick - life.seen >= patience(life, complete)) {
                life.close(now);
                note(life);
                owners.remember(life.row, now);
            }
            (life.row.isClosed() ? closed : open).add(life.row);
        }
        open.addAll(closed);
        return open;
    }

    /**
     * After how many samples without it a socket is closed. A dump of UDP sockets taken while others come and go can miss one that is still
     * there, and a source that had to stop early can miss any.
     */
    private static int patience(Life life, boolean complete) {
        return life.row.socket().protocol() == Protocol.TCP && complete ? 1 : 2;
    }
}
