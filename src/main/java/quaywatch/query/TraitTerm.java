package quaywatch.query;

import java.time.Instant;
import java.util.Locale;

import quaywatch.model.Row;

/** {@code is:exposed}: the socket has this trait. */
public record TraitTerm(Trait trait) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        return trait.holds(row, now);
    }

    @Override
    public String toString() {
        return "is:" + trait.name().toLowerCase(Locale.ROOT);
    }
}
