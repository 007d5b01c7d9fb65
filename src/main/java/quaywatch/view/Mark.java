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

    private static final Duration SHOWN = Duration.ofSeconds(2);

    /** The strongest mark of the rows of a line at {@code now}. */
    static Mark of(List<Row> rows, Instant now) {
        Mark strongest = NONE;
        for (Row row : rows) {
            Mark mark = of(row.live(), now);
            strongest = mark.compareTo(strongest) > 0 ? mark : strongest;
        }
        return strongest;
    }

    private static Mark of(Live live, Instant now) {
        if (live.closed() != null) {
            return CLOSED;
        }
        if (!live.fromStart() && recent(live.firstSeen(), now)) {
            return NEW;
        }
        return recent(live.changed(), now) ? CHANGED : NONE;
    }

    private static boolean recent(@Nullable Instant moment, Instant now) {
        return moment != null && now.isBefore(moment.plus(SHOWN));
    }
}
