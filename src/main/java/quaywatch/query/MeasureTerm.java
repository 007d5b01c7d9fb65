package quaywatch.query;

import java.time.Instant;
import java.util.Locale;

import quaywatch.model.Row;

/**
 * {@code rate>1M}, {@code rtt>200ms}: how what is measured stands to a limit. Never holds where nothing is measured.
 *
 * @param measure     what is measured
 * @param comparison  how it stands to the limit
 * @param limit       in the unit of the measure
 */
public record MeasureTerm(Measure measure, Comparison comparison, long limit) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        long value = measure.of(row, now);
        return value != Measure.UNKNOWN && comparison.holds(value, limit);
    }

    @Override
    public String toString() {
        return measure.name().toLowerCase(Locale.ROOT) + comparison + measure.scale().print(limit);
    }
}
