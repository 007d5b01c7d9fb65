package quaywatch.view;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.query.Query;

/** What the protocol buttons and the query leave over. */
record Filtering(Set<Protocol> protocols, Query query, Instant now) {

    boolean fits(Row row) {
        return protocols.contains(row.socket().protocol()) && query.matches(row, now);
    }

    /** Those of some twins that fit; the same list if all do. */
    List<Row> of(List<Row> twins) {
        for (Row row : twins) {
            if (!fits(row)) {
                return twins.size() == 1 ? List.of() : twins.stream().filter(this::fits).toList();
            }
        }
        return twins;
    }

    /** How many lines are left over; closed ones count only where the query asks for them. */
    int count(List<List<Row>> lines) {
        int count = 0;
        boolean closedToo = query.asksForClosed();
        for (List<Row> twins : lines) {
            count += (closedToo || !twins.getFirst().isClosed()) && twins.stream().anyMatch(this::fits) ? 1 : 0;
        }
        return count;
    }

    /** How many lines are open. */
    static int open(List<List<Row>> lines) {
        int count = 0;
        for (List<Row> twins : lines) {
            count += twins.getFirst().isClosed() ? 0 : 1;
        }
        return count;
    }
}
