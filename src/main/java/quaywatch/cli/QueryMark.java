package quaywatch.cli;

import quaywatch.query.QueryError;
import quaywatch.text.Visible;

/** Shows what is wrong with a query: the sentence, then the query with its wrong place underlined. */
final class QueryMark {

    private static final String INDENT = "  ";
    private static final String ELLIPSIS = "…";
    /** Of a long query, so many characters are shown before, in and after the wrong place. */
    private static final int MOST = 60;

    private final Console console;

    QueryMark(Console console) {
        this.console = console;
    }

    void show(String query, QueryError error) {
        String before = end(query.substring(0, error.start()));
        String wrong = Visible.shortened(query.substring(error.start(), error.end()), MOST);
        console.err().println(Visible.of(error.message(console.words())));
        console.err().println(INDENT + before + wrong + Visible.shortened(query.substring(error.end()), MOST));
        console.err().println(INDENT + " ".repeat(TerminalWidth.of(before)) + "^".repeat(Math.max(1, TerminalWidth.of(wrong))));
    }

    /** The last of a text, after an ellipsis if anything was cut. */
    private static String end(String text) {
        return text.length() <= MOST ? Visible.of(text) : ELLIPSIS + Visible.of(text.substring(text.length() - MOST + 1));
    }
}
