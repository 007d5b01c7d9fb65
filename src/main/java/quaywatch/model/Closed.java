package quaywatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The sockets that closed within the last five minutes, but for the last moment: those still stand among the rows of the {@link Snapshot}. The
 * same object lives on from tick to tick while nothing in it changes.
 *
 * @param rows     each as it was last, in order of closing; never changes
 * @param dropped  how many more closed within these minutes than are kept; they closed before all of {@code rows}
 */
public record Closed(List<Row> rows, long dropped) {

    /** How long a closed socket stands among the rows of a snapshot before it comes here. */
    public static final Duration AFTER = Duration.ofSeconds(3);

    public static final Closed NONE = new Closed(List.of(), 0);

    /** Whether a row of a snapshot taken at some moment belongs here and no longer among its rows. */
    public static boolean keeps(Row row, Instant taken) {
        Instant closed = row.live().closed();
        return closed != null && !taken.isBefore(closed.plus(AFTER));
    }
}
