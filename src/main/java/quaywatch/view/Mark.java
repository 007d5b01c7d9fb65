package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Live;
import quaywatch.model.Row;

/** What has just happened to a line; shown by sign and tint for a moment. The strongest comes last. */
public enum Mark {
    NONE, CHANGED, NEW, CLOSED;

    /**
     * The strongest mark of the rows of a line at {@code now}.
     *
     * @param shown  how long a new or changed one is marked; a closed one is for as long as it is there
     */
    static Mark of(List<Row> rows, Instant now, Duration shown) {
        Mark strongest = NONE;
        for (Row row : rows) {
            Mark mark = of(row.live(), now, shown);
            strongest = mark.compareTo(strongest) > 0 ? mark : strongest;
        }
        return strongest;
    }

    private static Mark of(Live live, Instant now, Duration shown) {
        if (live.closed() != null) {
            return CLOSED;
        }
        if (!live.fromStart() && recent(live.firstSeen(), now, shown)) {
            return NEW;
        }
        return recent(live.changed(), now, shown) ? CHANGED : NONE;
    }

    private static boolean recent(@Nullable Instant moment, Instant now, Duration shown) {
        // What lies ahead was before the clock was set back.
        return moment != null && now.isBefore(moment.plus(shown)) && !now.isBefore(moment);
    }
}
