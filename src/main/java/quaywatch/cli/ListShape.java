package quaywatch.cli;

import java.util.List;
import java.util.Optional;

import quaywatch.view.Column;
import quaywatch.view.Sort;

/**
 * In which form sockets are listed.
 *
 * @param form     table, CSV or JSON
 * @param header   whether titles stand above the columns
 * @param columns  which ones, in order; empty for the usual ones
 * @param sort     the order; empty for what holds ports first, then by port
 */
record ListShape(Form form, boolean header, List<Column> columns, Optional<Sort> sort) {

    /** What is only told by two looks. */
    private static final List<String> RATES = List.of("in", "out");

    /** How the lines are written. */
    enum Form {
        TABLE, CSV, JSON
    }

    ListShape {
        columns = List.copyOf(columns);
    }

    /** Whether it takes two looks. */
    boolean needsRates() {
        // Without streams: every plain list comes by here.
        for (Column column : columns) {
            if (RATES.contains(column.id())) {
                return true;
            }
        }
        return sort.isPresent() && RATES.contains(sort.get().columnId());
    }
}
