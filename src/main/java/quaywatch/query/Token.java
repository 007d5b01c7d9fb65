package quaywatch.query;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a query text.
 *
 * @param kind    what it is
 * @param start   its first character
 * @param end     the character after its last one; above {@code start}
 * @param plain   a term's characters outside quotes
 * @param quoted  what stands in a term's quotes, escapes resolved; null where it has none
 * @param closed  whether the quotes are closed
 */
record Token(Kind kind, int start, int end, String plain, @Nullable String quoted, boolean closed) {

    enum Kind {
        OPEN, CLOSE, OR, AND, NOT, TERM
    }

    static Token sign(Kind kind, int start, int end) {
        return new Token(kind, start, end, "", null, true);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
