package quaywatch.monitor;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Beat;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.TcpInfo;
import quaywatch.model.Traces;

/** Writes down what goes through which connection, for a minute. Only those through which something ever went take memory. One thread at a time. */
final class Tracer {

    /** More looks than this in a minute are not kept: at two a second there are 120. */
    private static final int MOST = 150;

    private record Freed(int number, Instant when) {}

    private final Deque<Beat> beats = new ArrayDeque<>();
    /** Numbers of those that have ended. They may be told of for a minute yet. */
    private final Deque<Freed> freed = new ArrayDeque<>();
    private int highest;
    private long[] entries = new long[64];
    private int count;
    private @Nullable Instant last;
    private Traces traces = Traces.NONE;

    /** Notes what has gone through a followed connection since the look before; it gets a number when something does for the first time. */
    void note(Life life) {
        Rates rates = life.row.live().rates();
        if (rates == null || rates == Rates.NONE) {
            return;
        }
        if (life.row.live().trace() == 0) {
            life.trace(number());
        }
        TcpInfo tcp = life.row.socket().tcp();
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, 2 * count);
        }
        entries[count++] = Beat.entry(life.row.live().trace(), rates.total(), tcp == null ? 0 : tcp.rttMicros());
    }

    private int number() {
        Freed first = freed.peekFirst();
        boolean forgotten = first != null && (beats.isEmpty() || first.when.isBefore(beats.getFirst().from()));
        return forgotten ? freed.removeFirst().number : ++highest;
    }

    /** This row is followed no longer. */
    void forget(Row row, Instant now) {
        if (row.live().trace() != 0) {
            freed.addLast(new Freed(row.live().trace(), now));
        }
    }

    /** The look is over. */
    Traces end(Instant now) {
        Instant from = last;
        last = now;
        if (from != null && from.isBefore(now)) {
            Instant oldest = now.minus(Traces.SPAN);
            // A clock that was set back leaves beats of a time to come.
            while (!beats.isEmpty() && (beats.size() >= MOST || !beats.getFirst().to().isAfter(oldest)
                    || beats.getLast().to().isAfter(from))) {
                beats.removeFirst();
            }
            beats.addLast(Beat.of(from, now, entries, count, highest));
            traces = new Traces(List.copyOf(beats));
        }
        count = 0;
        return traces;
    }

    /** What {@link #end} gave last. */
    Traces traces() {
        return traces;
    }
}
