package quaywatch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import quaywatch.query.Token.Kind;

/**
 * One reading of one text, by recursive descent. At the first error it jumps behind the last token, so every loop ends by itself.
 */
final class Sentence {

    /** Deeper brackets are an accident, and would overflow the stack. */
    private static final int DEEPEST = 100;

    private final String text;
    private final List<Token> tokens;
    private final TermReader terms;
    private int at;
    private int depth;
    private @Nullable QueryError error;

    Sentence(String text, List<Token> tokens, TermReader terms) {
        this.text = text;
        this.tokens = tokens;
        this.terms = terms;
    }

    Parsed read() {
        if (tokens.isEmpty()) {
            return new Parsed.Good(Query.EVERYTHING);
        }
        Query query = either();
        if (at < tokens.size()) {
            fail(tokens.get(at), "query.closesNothing");
        }
        return error == null ? new Parsed.Good(query) : new Parsed.Wrong(error);
    }

    private Query either() {
        List<Query> parts = new ArrayList<>();
        do {
            parts.add(all());
        } while (take(Kind.OR));
        return join(parts, Query.Or::new);
    }

    private Query all() {
        List<Query> parts = new ArrayList<>();
        do {
            parts.add(one());
        } while (take(Kind.AND) || next(Kind.TERM) || next(Kind.OPEN) || next(Kind.NOT));
        return join(parts, Query.And::new);
    }

    private Query one() {
        if (at == tokens.size()) {
            return missing();
        }
        Token token = tokens.get(at);
        if (depth == DEEPEST) {
            return fail(token, "query.tooDeep");
        }
        return switch (token.kind()) {
            case TERM -> term(token);
            case OPEN -> brackets(token);
            case NOT -> {
                at++;
                depth++;
                Query part = one();
                depth--;
                yield new Query.Not(part);
            }
            case CLOSE, AND, OR -> missing();
        };
    }

    private Query term(Token token) {
        at++;
        return switch (terms.read(token)) {
            case Parsed.Good(Query query) -> query;
            case Parsed.Wrong(QueryError wrong) -> fail(wrong);
        };
    }

    private Query brackets(Token open) {
        at++;
        if (next(Kind.CLOSE)) {
            return fail(new QueryError(open.start(), tokens.get(at).end(), "query.emptyBrackets", List.of()));
        }
        depth++;
        Query inside = either();
        depth--;
        return take(Kind.CLOSE) ? inside : fail(open, "query.neverClosed");
    }

    /** A condition was expected here: the sign before it is to blame, or, at the very beginning, the sign that stands there. */
    private Query missing() {
        Token before = at > 0 ? tokens.get(at - 1) : tokens.get(at);
        String key = at > 0 && before.kind() != Kind.OPEN ? "query.nothingAfter" : "query.nothingBefore";
        Token blamed = key.equals("query.nothingBefore") ? tokens.get(Math.min(at, tokens.size() - 1)) : before;
        if (blamed.is(Kind.CLOSE)) {
            return fail(blamed, "query.closesNothing");
        }
        if (blamed.is(Kind.OPEN)) {
            return fail(blamed, "query.neverClosed");
        }
        return fail(new QueryError(blamed.start(), blamed.end(), key, List.of(text.substring(blamed.start(), blamed.end()))));
    }

    private boolean next(Kind kind) {
        return at < tokens.size() && tokens.get(at).is(kind);
    }

    private boolean take(Kind kind) {
        boolean there = next(kind);
        at += there ? 1 : 0;
        return there;
    }

    private Query fail(Token token, String key) {
        return fail(new QueryError(token.start(), token.end(), key, List.of()));
    }

    private Query fail(QueryError wrong) {
        error = error == null ? wrong : error;
        at = tokens.size();
        return Query.EVERYTHING;
    }

    private static Query join(List<Query> parts, Function<List<Query>, Query> many) {
        return parts.size() == 1 ? parts.getFirst() : many.apply(parts);
    }
}
