package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Closed;
import quaywatch.model.Row;

/**
 * Keeps what has closed for an hour, at most {@link #MOST}, which take about 8 MB; the oldest are dropped first, and counted. A tick in which nothing closes and
 * nothing becomes too old allocates nothing. One thread at a time.
 */
final class ClosedKeeper {

    static final int MOST = 17_000;
    static final Duration KEPT = Slices.ALL;

    private static final int CHUNK = ClosedRows.CHUNK;
    private static final Comparator<Row> BY_CLOSING = Comparator.comparing(ClosedKeeper::closing);

    /** How many that closed at about one moment were dropped. */
    private record Dropped(Instant closed, long count) {}

    private final Deque<Row[]> chunks = new ArrayDeque<>();
    private final Deque<Dropped> drops = new ArrayDeque<>();
    /** The place of the oldest row in the first chunk. */
    private int first;
    private int size;
    private long dropped;
    private Instant since = Instant.EPOCH;
    private Closed newest = Closed.NONE;

    /** Takes in what is no longer shown with the open ones, in any order, and gives all that is kept. */
    Closed keep(List<Row> gone, Instant now) {
        boolean changed = !gone.isEmpty();
        gone.stream().sorted(BY_CLOSING).forEach(this::add);
        changed |= expire(now.minus(KEPT));
        if (changed) {
            newest = size == 0 && dropped == 0
                    ? Closed.NONE
                    : new Closed(new ClosedRows(chunks.toArray(Row[][]::new), first, size), dropped, since);
        }
        return newest;
    }

    private void add(Row row) {
        int place = first + size;
        if (place % CHUNK == 0 && place / CHUNK == chunks.size()) {
            chunks.addLast(new Row[CHUNK]);
        }
        chunks.getLast()[place % CHUNK] = row;
        size++;
        if (size > MOST) {
            drop(closing(removeOldest()));
        }
    }

    private void drop(Instant closed) {
        Dropped last = drops.peekLast();
        boolean together = last != null && last.closed.equals(closed);
        drops.addLast(new Dropped(closed, together ? drops.removeLast().count + 1 : 1));
        dropped++;
        since = closed;
    }

    /** Forgets what closed before a moment; whether there was anything. */
    private boolean expire(Instant moment) {
        boolean any = false;
        while (size > 0 && closing(oldest()).isBefore(moment)) {
            removeOldest();
            any = true;
        }
        for (Dropped drop = drops.peekFirst(); drop != null && drop.closed.isBefore(moment); drop = drops.peekFirst()) {
            dropped -= drops.removeFirst().count;
            any = true;
        }
        return any;
    }

    private Row oldest() {
        return chunks.getFirst()[first];
    }

    private Row removeOldest() {
        Row oldest = oldest();
        first++;
        size--;
        if (first == CHUNK) {
            chunks.removeFirst();
            first = 0;
        }
        return oldest;
    }

    private static Instant closing(Row row) {
        @Nullable
        Instant closed = row.live().closed();
        return closed == null ? Instant.MAX : closed;
    }
}
