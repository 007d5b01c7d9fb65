package quaywatch.settings;

import java.util.List;

/**
 * A screen's table as the user left it.
 *
 * @param columns     in order; empty for the screen's own
 * @param sortColumn  the column to sort by; empty for the screen's own
 * @param descending  largest first
 * @param grouping    the grouping's stable name; empty for the screen's own
 */
public record ScreenChoice(List<ColumnChoice> columns, String sortColumn, boolean descending, String grouping) {

    /** Nothing chosen. */
    public static final ScreenChoice NONE = new ScreenChoice(List.of(), "", false, "");

    public ScreenChoice {
        columns = List.copyOf(columns);
        if (columns.stream().map(ColumnChoice::id).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("a column stands in a table once");
        }
        descending = descending && !sortColumn.isEmpty();
        Names.checkOrEmpty(sortColumn);
        Names.checkOrEmpty(grouping);
    }

    public ScreenChoice withColumns(List<ColumnChoice> newColumns) {
        return new ScreenChoice(newColumns, sortColumn, descending, grouping);
    }

    public ScreenChoice withSort(String newColumn, boolean newDescending) {
        return new ScreenChoice(columns, newColumn, newDescending, grouping);
    }

    public ScreenChoice withGrouping(String newGrouping) {
        return new ScreenChoice(columns, sortColumn, descending, newGrouping);
    }
}
