package quaywatch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import quaywatch.query.Token.Kind;

/** Edits query text without losing what the user wrote: splits it into the conditions that must all hold, takes one out, adds one. */
public final class QueryText {

    private QueryText() {}

    /**
     * One of the conditions that must all hold; what a chip shows.
     *
     * @param text   as written, with its {@code !}, brackets and quotes
     * @param start  its first character in the query
     * @param end    the character after its last one
     */
    public record Piece(String text, int start, int end) {}

    /** The conditions in order. Works on wrong text too; a text whose outermost sign is {@code |} is one piece, a blank one is none. */
    public static List<Piece> pieces(String query) {
        List<Token> tokens = Lexer.tokens(query);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = unitEnd(tokens, at);
            if (tokens.get(at).is(Kind.OR)) {
                return List.of(piece(query, tokens.getFirst(), tokens.getLast()));
            }
            if (!tokens.get(at).is(Kind.AND)) {
                pieces.add(piece(query, tokens.get(at), tokens.get(end - 1)));
            }
            at = end;
        }
        return List.copyOf(pieces);
    }

    /** The texts of the pieces, so that each can stand beside others: alternatives go in brackets. */
    public static List<String> conditions(String query) {
        return pieces(query).stream().map(piece -> besides(piece.text())).toList();
    }

    /** A query so that it can stand beside others: alternatives go in brackets. */
    public static String besides(String query) {
        List<Token> tokens = Lexer.tokens(query);
        boolean either = !tokens.isEmpty() && unitEnd(tokens, 0) < tokens.size() && pieces(query).size() == 1;
        return either ? "(" + query.strip() + ")" : query.strip();
    }

    /** The query without one of its pieces. */
    public static String without(String query, Piece piece) {
        return pieces(query).stream().filter(other -> !other.equals(piece)).map(Piece::text).collect(Collectors.joining(" "));
    }

    /** The query with {@code field:value} as a further condition, or with its negation; unchanged if it has that condition already. */
    public static String with(String query, String field, String value, boolean negated) {
        String added = (negated ? "!" : "") + condition(field, value);
        List<Piece> pieces = pieces(query);
        if (pieces.stream().anyMatch(piece -> piece.text().equals(added))) {
            return query;
        }
        if (pieces.isEmpty()) {
            return added;
        }
        boolean either = pieces.size() == 1 && Lexer.tokens(query).stream().anyMatch(token -> token.is(Kind.OR))
                && unitEnd(Lexer.tokens(query), 0) < Lexer.tokens(query).size();
        return (either ? "(" + query.strip() + ")" : query.strip()) + " " + added;
    }

    /** {@code field:value}, the value in quotes where it needs them. */
    public static String condition(String field, String value) {
        return field + ":" + Quotes.value(value);
    }

    /** {@code field:=value}: the whole text of the field, the value in quotes where it needs them. */
    public static String exactly(String field, String value) {
        return field + ":=" + Quotes.value(value);
    }

    /** The token behind the unit that begins at {@code from}: a term, a bracket with all inside, either with its negations. */
    private static int unitEnd(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() - 1 && tokens.get(at).is(Kind.NOT)) {
            at++;
        }
        int depth = 0;
        do {
            depth += tokens.get(at).is(Kind.OPEN) ? 1 : tokens.get(at).is(Kind.CLOSE) ? -1 : 0;
            at++;
        } while (depth > 0 && at < tokens.size());
        return at;
    }

    private static Piece piece(String query, Token first, Token last) {
        return new Piece(query.substring(first.start(), last.end()), first.start(), last.end());
    }
}
