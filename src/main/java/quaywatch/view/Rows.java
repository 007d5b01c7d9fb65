package quaywatch.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.PortClass;

/**
 * The finished lines of one table.
 *
 * @param lines    in order
 * @param shown    open sockets' lines that fit, those in closed groups too
 * @param total    open sockets' lines of the scope, before protocols and query
 * @param bound    of those shown, ports held by TCP without listening
 * @param closed   of those listed, how many have closed; 0 unless the query asks for closed ones
 * @param dropped  where it does, how many more closed within the last hour than are kept
 * @param incompleteBefore  where it asks for a time before this, of which not all is known; null where all is
 * @param byRange  of those shown, how many have their local port in each range
 */
public record Rows(List<Line> lines, int shown, int total, int bound, int closed, long dropped, @Nullable Instant incompleteBefore,
        Map<PortClass, Integer> byRange) {

    /** Before the first snapshot. */
    public static final Rows NONE = new Rows(List.of(), 0, 0, 0, 0, 0, null, Map.of());

    public Rows {
        lines = List.copyOf(lines);
        byRange = Map.copyOf(byRange);
    }

    /** The same figures over other lines. */
    public Rows withLines(List<Line> newLines) {
        return new Rows(newLines, shown, total, bound, closed, dropped, incompleteBefore, byRange);
    }
}
