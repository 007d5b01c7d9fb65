package quaywatch.view;

import java.util.ArrayList;
import java.util.List;

import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.query.Query;

/** Which rows of a snapshot a query is asked of: those closed longer than a moment ago only if it asks for closed ones. */
final class Kept {

    private Kept() {}

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
