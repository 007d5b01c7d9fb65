package quaywatch.view;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Rates;
import quaywatch.model.Row;

/**
 * The head of a group.
 *
 * @param key       identity, unique among all groups of all groupings
 * @param by        what the lines are gathered by
 * @param title     what they share: {@code firefox}, {@code Well-known}, {@code ESTABLISHED}
 * @param pid       the process number as it is shown beside the title, when grouped by process; otherwise empty
 * @param detail    how many, and how the owner is known
 * @param count     socket lines in the group, shown or folded away
 * @param expanded  whether they are shown
 * @param rates     bytes a second of all its open connections, or at its held ports; null where none is counted
 * @param worstRtt  the longest round-trip time of its open connections, in microseconds; null where none is known
 * @param example   the first socket of the group in the given order, for its icon
 */
public record GroupLine(String key, Grouping by, String title, String pid, String detail, int count, boolean expanded,
        @Nullable Rates rates, @Nullable Long worstRtt,
        Row example)
        implements
            Line {

    /** What to ask for to see this group alone; empty where that can't be asked. */
    public Optional<Filter> filter() {
        return Optional.ofNullable(Filters.group(this));
    }
}
