package quaywatch.query;

import java.time.Duration;
import java.time.Instant;

import quaywatch.model.Live;
import quaywatch.model.Row;

/**
 * {@code age<5m}: how long a socket has been open; for a closed one, how long it was. One that was there at the first tick is at least
 * as old as our watch: nothing is known of an upper limit, so that never holds for it.
 *
 * @param comparison  how the age stands to the limit
 * @param limit       whole milliseconds
 */
public record AgeTerm(Comparison comparison, Duration limit) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        Live live = row.live();
        if (live.fromStart() && comparison.isUpper()) {
            return false;
        }
        Instant end = live.closed() == null ? now : live.closed();
        return comparison.holds(Math.max(0, end.toEpochMilli() - live.firstSeen().toEpochMilli()), limit.toMillis());
    }

    @Override
    public String toString() {
        return "age" + comparison + Times.print(limit);
    }
}
