package quaywatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All that was known at one tick. Immutable, so any thread may read it.
 *
 * @param sequence  1 for the first tick, then upwards; 0 for {@link #NONE}
 * @param taken     when
 * @param rows      open sockets, then those closed a moment ago
 * @param closed    those closed longer ago, within the last hour
 * @param history   what the last hour was like
 * @param traffic   what went in and out since the first look
 * @param traces    what went through the connections in the last minute
 * @param report    how the sample came about
 */
public record Snapshot(long sequence, Instant taken, List<Row> rows, Closed closed, History history, Traffic traffic,
        Traces traces, SourceReport report) {

    /** Before the first tick. */
    public static final Snapshot NONE = new Snapshot(0, Instant.EPOCH, List.of(), History.EMPTY,
            new SourceReport("", Duration.ZERO, 0, 0, true, List.of()));

    public Snapshot {
        rows = List.copyOf(rows);
    }

    /** One in which nothing closed longer ago. */
    public Snapshot(long sequence, Instant taken, List<Row> rows, History history, Traffic traffic, SourceReport report) {
        this(sequence, taken, rows, Closed.NONE, history, traffic, Traces.NONE, report);
    }

    /** One in which nothing was counted. */
    public Snapshot(long sequence, Instant taken, List<Row> rows, History history, SourceReport report) {
        this(sequence, taken, rows, Closed.NONE, history, Traffic.NONE, Traces.NONE, report);
    }

    /** The same with these longer closed. */
    public Snapshot withClosed(Closed other) {
        return new Snapshot(sequence, taken, rows, other, history, traffic, traces, report);
    }
}
