package quaywatch.query;

/** What became of a query text. */
public sealed interface Parsed {

    /** It can be asked. */
    record Good(Query query) implements Parsed {}

    /** It can't be read; the place and what was expected there. */
    record Wrong(QueryError error) implements Parsed {}
}
