package quaywatch.view;

import java.io.IOException;
import java.io.Writer;

import org.jspecify.annotations.Nullable;

/**
 * Writes indented JSON (RFC 8259), piece by piece, as a library would; but a library takes longer to load than a short command takes to run.
 * Does not check that brackets and names match: its one user's tests do.
 */
final class JsonOut {

    private static final int FULL = 1 << 13;
    private static final String INDENT = "  ";

    private final Writer out;
    private final StringBuilder text = new StringBuilder(2 * FULL);
    private int depth;
    /** Whether nothing stands in the innermost bracket yet. */
    private boolean empty = true;
    private boolean named;

    JsonOut(Writer out) {
        this.out = out;
    }

    JsonOut beginArray() {
        return open('[');
    }

    JsonOut beginObject() {
        return open('{');
    }

    JsonOut endArray() throws IOException {
        return close(']');
    }

    JsonOut endObject() throws IOException {
        return close('}');
    }

    /** The name of the next value: one of ours, that needs no escape. */
    JsonOut name(String name) {
        next();
        text.append('"').append(name).append("\": ");
        named = true;
        return this;
    }

    /** A string, or null. */
    JsonOut value(@Nullable String value) {
        if (value == null) {
            return jsonValue("null");
        }
        place();
        text.append('"');
        quote(value);
        text.append('"');
        return this;
    }

    /** A number, or null. */
    JsonOut value(@Nullable Number value) {
        return jsonValue(String.valueOf(value));
    }

    JsonOut nullValue() {
        return jsonValue("null");
    }

    /** A value that is JSON already. */
    JsonOut jsonValue(String json) {
        place();
        text.append(json);
        return this;
    }

    void flush() throws IOException {
        spill();
        out.flush();
    }

    private JsonOut open(char bracket) {
        place();
        text.append(bracket);
        depth++;
        empty = true;
        return this;
    }

    private JsonOut close(char bracket) throws IOException {
        depth--;
        if (!empty) {
            newLine();
        }
        text.append(bracket);
        empty = false;
        if (text.length() >= FULL) {
            spill();
        }
        return this;
    }

    /** Goes to where a value stands: behind its name, or on a line of its own. */
    private void place() {
        if (named) {
            named = false;
        } else if (depth > 0) {
            next();
        }
    }

    private void next() {
        if (!empty) {
            text.append(',');
        }
        empty = false;
        newLine();
    }

    private void newLine() {
        text.append('\n').repeat(INDENT, depth);
    }

    private void quote(String value) {
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == '\u2028' || c == '\u2029') {
                text.append(value, from, i);
                escape(c);
                from = i + 1;
            }
        }
        text.append(value, from, value.length());
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                text.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    text.append(Character.forDigit(c >> shift & 0xf, 16));
                }
            }
        }
    }

    private void spill() throws IOException {
        out.write(text.toString());
        text.setLength(0);
    }
}
