package quaywatch.cli;

import java.util.Optional;

import quaywatch.query.Parsed;
import quaywatch.query.Query;
import quaywatch.query.QueryParser;

/** Reads the query of a command. */
final class QueryReader {

    private final Program program;
    private final Console console;

    QueryReader(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    /** The query that a text means; empty where it can't be read, which is said then. */
    Optional<Query> read(SourceChoice source, String text) {
        // Everything needs no parser, and so none of the names of ports that take a while to read.
        if (text.isBlank()) {
            return Optional.of(Query.EVERYTHING);
        }
        return switch (new QueryParser(program.here(source)).parse(text)) {
            case Parsed.Good(var query) -> Optional.of(query);
            case Parsed.Wrong(var error) -> {
                new QueryMark(console).show(text, error);
                yield Optional.empty();
            }
        };
    }
}
