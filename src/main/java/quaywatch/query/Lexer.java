package quaywatch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import quaywatch.query.Token.Kind;

/** Cuts a query text into tokens. Every character but blanks lands in exactly one of them. */
final class Lexer {

    /** A quote opens a value only right behind a field's sign; elsewhere it begins a term of its own. */
    private static final Pattern BEFORE_QUOTE = Pattern.compile("[A-Za-z]*(:=?|[<>]=?)|");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void next() {
        char c = text.charAt(at);
        if (isBlank(c)) {
            at++;
            return;
        }
        switch (c) {
            case '(' -> sign(Kind.OPEN);
            case ')' -> sign(Kind.CLOSE);
            case '|' -> sign(Kind.OR);
            case '!' -> sign(Kind.NOT);
            default -> term();
        }
    }

    private void sign(Kind kind) {
        tokens.add(Token.sign(kind, at, ++at));
    }

    private void term() {
        int start = at;
        while (at < text.length() && !endsPlain(text.charAt(at))) {
            at++;
        }
        String plain = text.substring(start, at);
        if (at < text.length() && text.charAt(at) == '"' && BEFORE_QUOTE.matcher(plain).matches()) {
            quoted(start, plain);
        } else {
            tokens.add(word(start, plain));
        }
    }

    private Token word(int start, String plain) {
        return switch (plain.toLowerCase(Locale.ROOT)) {
            case "and" -> Token.sign(Kind.AND, start, at);
            case "or" -> Token.sign(Kind.OR, start, at);
            case "not" -> Token.sign(Kind.NOT, start, at);
            default -> new Token(Kind.TERM, start, at, plain, null, true);
        };
    }

    private void quoted(int start, String plain) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length() && "\\\"".indexOf(text.charAt(at + 1)) >= 0;
            at += escape ? 1 : 0;
            value.append(text.charAt(at++));
        }
        boolean closed = at < text.length();
        at += closed ? 1 : 0;
        tokens.add(new Token(Kind.TERM, start, at, plain, value.toString(), closed));
    }

    private static boolean endsPlain(char c) {
        return isBlank(c) || c == '(' || c == ')' || c == '|' || c == '"';
    }
}
