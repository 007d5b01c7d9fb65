package quaywatch.query;

import java.time.Clock;

import quaywatch.model.ServiceNames;

/**
 * Reads the query language: blank is and, {@code |} is or, {@code !} is not, brackets group; {@code and or not} work as words too.
 * Never throws on any text. Immutable, so any thread may use it.
 */
public final class QueryParser {

    private final TermReader terms;

    /** A parser that knows service names, but neither who nor where it is: its days are those of UTC. */
    public QueryParser(ServiceNames names) {
        this(new Here(names, null, null, Clock.systemUTC()));
    }

    /** A parser that knows all that a query can name. */
    public QueryParser(Here here) {
        terms = new TermReader(here);
    }

    /** The query that a text means, or what is wrong with it. A blank text means everything. */
    public Parsed parse(String text) {
        return new Sentence(text, Lexer.tokens(text), terms).read();
    }
}
