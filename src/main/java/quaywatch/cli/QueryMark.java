package quaywatch.cli;

import quaywatch.query.QueryError;
import quaywatch.text.Visible;

/** Shows what is wrong with a query: the sentence, then the query with its wrong place underlined. */
final class QueryMark {

    private static final String INDENT = "  ";

    private final Console console;

    QueryMark(Console console) {
        this.console = console;
    }

    void show(String query, QueryError error) {
        String before = Visible.of(query.substring(0, error.start()));
        String wrong = Visible.of(query.substring(error.start(), error.end()));
        console.err().println(Visible.of(error.message(console.words())));
        console.err().println(INDENT + before + wrong + Visible.of(query.substring(error.end())));
        console.err().println(INDENT + " ".repeat(columns(before)) + "^".repeat(Math.max(1, columns(wrong))));
    }

    private static int columns(String shown) {
        return shown.codePointCount(0, shown.length());
    }
}
