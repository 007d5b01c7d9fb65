package quaywatch.query;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

import quaywatch.model.Live;
import quaywatch.model.Row;

/**
 * {@code time:14:02:40-14:03:25}: the socket was open at some moment of a span. Of one that was there at the first tick nothing is known before
 * that.
 *
 * @param from  the first second of the span
 * @param last  the last one, which belongs to it as a whole
 */
public record TimeTerm(Instant from, Instant last) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        Live live = row.live();
        Instant end = live.closed() == null ? now : live.closed();
        return live.firstSeen().isBefore(last.plusSeconds(1)) && !end.isBefore(from);
    }

    @Override
    public String toString() {
        String first = DateTimeFormatter.ISO_INSTANT.format(from);
        return "time:" + (from.equals(last) ? first : first + "-" + DateTimeFormatter.ISO_INSTANT.format(last));
    }
}
