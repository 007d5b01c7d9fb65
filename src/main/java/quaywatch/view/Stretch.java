package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import quaywatch.query.Query;
import quaywatch.query.TimeTerm;

/**
 * A stretch of time.
 *
 * @param from  when it begins
 * @param to    when it is over, after that; else an {@link IllegalArgumentException}
 */
public record Stretch(Instant from, Instant to) {

    public Stretch {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a stretch takes time");
        }
    }

    /** The one that a query asks for, if it asks for one. */
    public static Optional<Stretch> of(Query query) {
        return switch (query) {
            case Query.And(var parts) -> parts.stream().flatMap(part -> of(part).stream()).findFirst();
            case TimeTerm(Instant from, Instant last) -> Optional.of(new Stretch(from, last.plusSeconds(1)));
            case Query.Or _,Query.Not _,Query.Everything _,Query.Term _ -> Optional.empty();
        };
    }

    /** Of two moments in any order, the whole seconds that they lie in. */
    public static Stretch between(Instant one, Instant other) {
        Instant first = (one.isBefore(other) ? one : other).truncatedTo(ChronoUnit.SECONDS);
        Instant last = (one.isBefore(other) ? other : one).truncatedTo(ChronoUnit.SECONDS);
        return new Stretch(first, last.plusSeconds(1));
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** How far its first and its last second are apart, which is what one reads in {@link #text}; a single second is one. */
    public Duration apart() {
        Duration apart = length().minusSeconds(1);
        return apart.isPositive() ? apart : length();
    }

    /** The same, so much later, or earlier. */
    public Stretch moved(Duration by) {
        return new Stretch(from.plus(by), to.plus(by));
    }

    /** The same, so much longer at its end, or shorter, but never below a second. */
    public Stretch resized(Duration by) {
        Instant end = to.plus(by);
        return new Stretch(from, end.isBefore(from.plusSeconds(1)) ? from.plusSeconds(1) : end);
    }

    /** {@code 14:02:40-14:03:25}, as a query has it: whole seconds, the last of which belongs to it. */
    public String text(ZoneId zone) {
        return Figures.clock(from, zone) + "-" + Figures.clock(to.minusSeconds(1), zone);
    }
}
