package quaywatch.ui.table;

import java.util.List;

/**
 * The part of a table that is scrolled into sight.
 *
 * @param first  index of its first row
 * @param rows   how many rows there is room for
 */
public record Sight(int first, int rows) {

    /** What of a table's lines can be seen. */
    public <L> List<L> of(List<L> lines) {
        int from = Math.clamp(first, 0, lines.size());
        return lines.subList(from, Math.clamp((long) from + rows, from, lines.size()));
    }
}
