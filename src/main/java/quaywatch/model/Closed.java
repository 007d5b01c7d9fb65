package quaywatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The sockets that closed within the last hour, but for the last moment: those still stand among the rows of the {@link Snapshot}. The
 * same object lives on from tick to tick while nothing in it changes.
 *
 * @param rows     each as it was last, in order of closing; never changes
 * @param dropped  how many more closed within that time than are kept; they closed before all of {@code rows}
 * @param since    what closed after this moment is all there, as long as it is watched; {@link Instant#EPOCH} where none was dropped
 */
public record Closed(List<Row> rows, long dropped, Instant since) {

    /** How long a closed socket stands among the rows of a snapshot before it comes here. */
    public static final Duration AFTER = Duration.ofSeconds(3);

    public static final Closed NONE = new Closed(List.of(), 0);

    /** Of which none was dropped, or of which nobody asks since when. */
    public Closed(List<Row> rows, long dropped) {
        this(rows, dropped, Instant.EPOCH);
    }

    /** Whether a row of a snapshot taken at some moment belongs here and no longer among its rows. */
    public static boolean keeps(Row row, Instant taken) {
        Instant closed = row.live().closed();
        return closed != null && !taken.isBefore(closed.plus(AFTER));
    }
}
