package quaywatch.query;

import org.jspecify.annotations.Nullable;

import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;

/**
 * Reads the query language: blank is and, {@code |} is or, {@code !} is not, brackets group; {@code and or not} work as words too.
 * Never throws on any text. Immutable, so any thread may use it.
 */
public final class QueryParser {

    private final TermReader terms;

    /** A parser that knows service names, but not which ports the kernel gives to clients. */
    public QueryParser(ServiceNames names) {
        this(names, null);
    }

    /** A parser that knows {@code port:ephemeral} as well. */
    public QueryParser(ServiceNames names, @Nullable PortRange ephemeral) {
        terms = new TermReader(new PortReader(names, ephemeral));
    }

    /** The query that a text means, or what is wrong with it. A blank text means everything. */
    public Parsed parse(String text) {
        return new Sentence(text, Lexer.tokens(text), terms).read();
    }
}
