package quaywatch.query;

import java.time.Instant;
import java.util.Locale;

import quaywatch.model.Row;
import quaywatch.model.SocketState;

/** {@code state:time_wait}: the socket is in this state. */
public record StateTerm(SocketState state) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        return row.socket().state() == state;
    }

    @Override
    public String toString() {
        return "state:" + state.name().toLowerCase(Locale.ROOT);
    }
}
