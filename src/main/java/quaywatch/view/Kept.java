package quaywatch.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Row;
import quaywatch.model.Slice;
import quaywatch.model.Snapshot;
import quaywatch.query.Query;

/** Which rows of a snapshot a query is asked of: those closed longer than a moment ago only if it asks for closed ones. */
final class Kept {

    private Kept() {}

    /** The moment before which not all is known that a query asks for; null if all is. */
    static @Nullable Instant incompleteBefore(Snapshot snapshot, Query query) {
        Instant asked = query.earliest().orElse(null);
        List<Slice> watched = snapshot.history().slices();
        if (asked == null || watched.isEmpty()) {
            return null;
        }
        Instant begun = watched.getFirst().from();
        Instant known = begun.isAfter(snapshot.closed().since()) ? begun : snapshot.closed().since();
        return asked.isBefore(known.truncatedTo(ChronoUnit.SECONDS)) ? known : null;
    }

    static List<Row> rows(Snapshot snapshot, Query query) {
        List<Row> closed = snapshot.closed().rows();
        if (closed.isEmpty() || !query.asksForClosed()) {
            return snapshot.rows();
        }
        List<Row> rows = new ArrayList<>(snapshot.rows().size() + closed.size());
        rows.addAll(snapshot.rows());
        rows.addAll(closed);
        return rows;
    }
}
