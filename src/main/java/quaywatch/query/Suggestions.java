package quaywatch.query;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Protocol;
import quaywatch.model.ServiceNames;
import quaywatch.model.SocketState;
import quaywatch.query.Occurrences.Value;

/** What could stand where somebody is typing: fields, and the values that occur in them or that they know by themselves. Immutable. */
public final class Suggestions {

    private static final int MOST = 8;
    /** So much of a bare word must be there before values that hold it are offered. */
    private static final int LEAST_WORD = 2;
    private static final List<String> RANGES = List.of("well-known", "registered", "dynamic");
    /** Where a bare word most likely stands. */
    private static final List<Field> NAMES = List.of(Field.PROCESS, Field.SERVICE, Field.CONTAINER, Field.USER);

    private final List<String> services;

    public Suggestions(ServiceNames names) {
        services = names.names();
    }

    /**
     * A completion.
     *
     * @param text     what to put in, the word typed so far included
     * @param note     an example of a field, what a port is registered for; empty where there is nothing to say
     * @param sockets  how many open sockets have the value; 0 for a field, or where none has
     * @param start    where that word begins
     * @param end      where it ends: the caret
     */
    public record Suggestion(String text, String note, int sockets, int start, int end) {

        /** The query with the completion in place of what was typed; the caret belongs at {@link #caret}. */
        public String in(String query) {
            return query.substring(0, start) + text + query.substring(end);
        }

        /** Where typing goes on. */
        public int caret() {
            return start + text.length();
        }

        /** Whether more must follow: a field without its value. */
        public boolean isOpen() {
            return text.endsWith(":") || text.endsWith(">") || text.endsWith("<");
        }
    }

    /** One word under the caret. {@code name} is empty for a bare word, {@code sign} is {@code :} or {@code :=}. */
    private record Typed(String name, String sign, String value, int start, int end) {

        Suggestion field(Field field) {
            return new Suggestion(field.opening(), field.example(), 0, start, end);
        }

        Suggestion value(String field, String text, String note, int sockets) {
            String condition = sign.equals(":=") ? QueryText.exactly(field, text) : QueryText.condition(field, text);
            return new Suggestion(condition, note, sockets, start, end);
        }
    }

    /** Completions by what the language knows alone. */
    public List<Suggestion> at(String query, int caret) {
        return at(query, caret, Occurrences.NONE);
    }

    /** At most eight completions of the word that ends at the caret, likeliest first; none where nothing fits. */
    public List<Suggestion> at(String query, int caret, Occurrences there) {
        String before = query.substring(0, caret);
        Typed typed = word(before);
        if (typed == null) {
            return List.of();
        }
        String written = before.substring(typed.start());
        Map<String, Suggestion> distinct = new LinkedHashMap<>();
        candidates(typed, there).filter(suggestion -> !suggestion.text().equalsIgnoreCase(written)).limit(4L * MOST)
                .forEach(suggestion -> distinct.putIfAbsent(suggestion.text(), suggestion));
        return distinct.values().stream().limit(MOST).toList();
    }

    /** Every field, to begin a word at the caret with. */
    public List<Suggestion> fields(int caret) {
        Typed nothing = new Typed("", ":", "", caret, caret);
        return Arrays.stream(Field.values()).map(nothing::field).toList();
    }

    private static @Nullable Typed word(String before) {
        List<Token> tokens = Lexer.tokens(before);
        if (tokens.isEmpty() || tokens.getLast().end() != before.length()) {
            return null;
        }
        Token word = tokens.getLast();
        String plain = before.substring(word.start());
        if (!word.is(Token.Kind.TERM)) {
            // "or" may be the beginning of a name.
            return Character.isLetter(plain.charAt(0)) ? new Typed("", ":", plain, word.start(), before.length()) : null;
        }
        if (word.quoted() != null && word.closed()) {
            return null;
        }
        int colon = word.plain().indexOf(':');
        if (colon < 0) {
            return word.quoted() == null ? new Typed("", ":", word.plain(), word.start(), before.length()) : null;
        }
        String sign = word.plain().startsWith(":=", colon) ? ":=" : ":";
        String value = word.quoted() == null ? word.plain().substring(colon + sign.length()) : word.quoted();
        return new Typed(word.plain().substring(0, colon), sign, value, word.start(), before.length());
    }

    private Stream<Suggestion> candidates(Typed typed, Occurrences there) {
        String part = typed.value().toLowerCase(Locale.ROOT);
        if (typed.name().isEmpty()) {
            return Stream.concat(Arrays.stream(Field.values()).filter(field -> field.opening().startsWith(part)).map(typed::field),
                    bare(typed, part, there));
        }
        return Field.named(typed.name()).stream().flatMap(field -> Stream.concat(occurring(typed, field, part, there),
                known(field).filter(value -> value.startsWith(part)).map(value -> known(typed, field, value))));
    }

    /** Values that a bare word or number may mean. */
    private static Stream<Suggestion> bare(Typed typed, String part, Occurrences there) {
        if (!part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return occurring(typed, Field.PORT, part, there);
        }
        return part.length() < LEAST_WORD ? Stream.empty() : NAMES.stream().flatMap(field -> occurring(typed, field, part, there));
    }

    /** Those that begin with what is typed, then those that hold it somewhere. */
    private static Stream<Suggestion> occurring(Typed typed, Field field, String part, Occurrences there) {
        List<Value> values = there.of(field);
        return Stream.concat(values.stream().filter(value -> begins(value, part)),
                values.stream().filter(value -> !begins(value, part) && Fold.contains(value.text(), part)))
                .map(value -> typed.value(field.toString(), value.text(), value.note(), value.sockets()));
    }

    /** A port is found by what it is registered for, too. */
    private static boolean begins(Value value, String part) {
        return begins(value.text(), part) || !part.isEmpty() && begins(value.note(), part);
    }

    private static boolean begins(String text, String part) {
        return text.regionMatches(true, 0, part, 0, part.length());
    }

    /** {@code me} is a user's name unless it stands for the whole. */
    private static Suggestion known(Typed typed, Field field, String value) {
        return field == Field.USER
                ? new Suggestion(QueryText.exactly("user", value), "", 0, typed.start(), typed.end())
                : typed.value(field.toString(), value, "", 0);
    }

    private Stream<String> known(Field field) {
        return switch (field) {
            case PORT, LPORT, RPORT -> Stream.concat(RANGES.stream(), services.stream());
            case ADDR, LADDR, RADDR -> Stream.of("localhost");
            case PROTO -> words(Protocol.values());
            case STATE -> words(SocketState.values());
            case IS -> words(Trait.values());
            case USER -> Stream.of("me");
            case PROCESS, PID, CMD, SERVICE, CONTAINER, RATE, RTT, AGE, IDLE, RETRANS, TIME -> Stream.empty();
        };
    }

    private static Stream<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT));
    }
}
