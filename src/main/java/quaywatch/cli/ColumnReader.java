package quaywatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import quaywatch.query.Nearest;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.view.Column;
import quaywatch.view.Columns;
import quaywatch.view.Sort;

/** Reads names of columns as they are given on a command line. */
final class ColumnReader {

    /** In a terminal nobody asks what far hosts are called. */
    private static final String NEVER_KNOWN = "host";
    private static final String DESCENDING = "desc";
    private static final String ASCENDING = "asc";

    private final Words words;

    ColumnReader(Words words) {
        this.words = words;
    }

    /** All names there are. */
    static List<String> names() {
        return Columns.ids().stream().filter(name -> !name.equals(NEVER_KNOWN)).toList();
    }

    /** {@code owner,port}. */
    List<Column> columns(String text) throws UsageException {
        List<Column> columns = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            columns.add(column(name.strip()));
        }
        return columns;
    }

    /** {@code port} or {@code port:desc}. */
    Sort sort(String text) throws UsageException {
        int colon = text.indexOf(':');
        String order = colon < 0 ? ASCENDING : text.substring(colon + 1);
        if (!order.equals(ASCENDING) && !order.equals(DESCENDING)) {
            throw new UsageException(words.get("cli.wrongSort", Visible.shortened(text, Console.MOST)));
        }
        return new Sort(column(colon < 0 ? text : text.substring(0, colon)).id(), order.equals(DESCENDING));
    }

    private Column column(String name) throws UsageException {
        Optional<Column> column = Columns.byId(name).filter(found -> names().contains(found.id()));
        if (column.isPresent()) {
            return column.get();
        }
        String shown = Visible.shortened(name, Console.MOST);
        String all = String.join(", ", names());
        Optional<String> nearest = Nearest.to(name, names());
        throw new UsageException(nearest.isPresent()
                ? words.get("cli.noColumn.nearest", shown, all, nearest.get())
                : words.get("cli.noColumn", shown, all));
    }
}
