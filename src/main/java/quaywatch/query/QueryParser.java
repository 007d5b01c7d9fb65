package quaywatch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;

/** Reads the query language. Never throws on any text. Immutable, so any thread may use it. */
public final class QueryParser {

    private final ServiceNames names;

    public QueryParser(ServiceNames names) {
        this.names = names;
    }

    /** The query that a text means, or what is wrong with it. A blank text means everything. */
    public Parsed parse(String text) {
        List<Query> parts = new ArrayList<>();
        int at = 0;
        for (String piece : text.split(" ", -1)) {
            if (!piece.isEmpty()) {
                String value = piece.startsWith("port:") ? piece.substring(5) : piece;
                if (value.matches("\\d+")) {
                    if (value.length() > 5 || Integer.parseInt(value) > 65_535) {
                        return new Parsed.Wrong(new QueryError(at + piece.length() - value.length(), at + piece.length(),
                                "query.noPort", List.of(value)));
                    }
                    int port = Integer.parseInt(value);
                    parts.add(new PortTerm(Side.EITHER, List.of(new PortRange(port, port))));
                } else {
                    parts.add(new WordTerm(piece.toLowerCase(Locale.ROOT)));
                }
            }
            at += piece.length() + 1;
        }
        return new Parsed.Good(
                parts.isEmpty() ? Query.EVERYTHING : parts.size() == 1 ? parts.getFirst() : new Query.And(parts));
    }

    ServiceNames names() {
        return names;
    }
}
