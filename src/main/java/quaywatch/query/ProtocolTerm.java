package quaywatch.query;

import java.time.Instant;
import java.util.Locale;

import quaywatch.model.Protocol;
import quaywatch.model.Row;

/** {@code proto:udp}: the socket speaks this transport. */
public record ProtocolTerm(Protocol protocol) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        return row.socket().protocol() == protocol;
    }

    @Override
    public String toString() {
        return "proto:" + protocol.name().toLowerCase(Locale.ROOT);
    }
}
