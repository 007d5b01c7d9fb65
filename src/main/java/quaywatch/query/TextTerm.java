package quaywatch.query;

import java.time.Instant;
import java.util.Locale;

import quaywatch.model.Row;

/**
 * {@code process:java}: a text field holds some text, whatever its case; with {@code :=} it is that text.
 *
 * @param field  which text
 * @param value  not empty
 * @param whole  whether the whole text must be the value
 */
public record TextTerm(TextField field, String value, boolean whole) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        return field.fits(row, value, whole);
    }

    @Override
    public String toString() {
        return field.name().toLowerCase(Locale.ROOT) + (whole ? ":=" : ":") + Quotes.value(value);
    }
}
