package quaywatch.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import quaywatch.model.Protocol;
import quaywatch.model.ServiceNames;
import quaywatch.model.SocketState;

/** What could stand where somebody is typing: fields, and the values of fields that know theirs. Immutable. */
public final class Suggestions {

    private static final int MOST = 8;
    private static final List<String> RANGES = List.of("well-known", "registered", "dynamic");

    private final List<String> services;

    public Suggestions(ServiceNames names) {
        services = names.names();
    }

    /**
     * A completion.
     *
     * @param text   what to put in, the word typed so far included
     * @param start  where that word begins
     * @param end    where it ends: the caret
     */
    public record Suggestion(String text, int start, int end) {

        /** The query with the completion in place of what was typed; the caret belongs behind {@code start + text.length()}. */
        public String in(String query) {
            return query.substring(0, start) + text + query.substring(end);
        }
    }

    /** At most eight completions of the word that ends at the caret; none inside quotes or where nothing begins so. */
    public List<Suggestion> at(String query, int caret) {
        List<Token> before = Lexer.tokens(query.substring(0, caret));
        if (before.isEmpty() || before.getLast().end() != caret || before.getLast().quoted() != null) {
            return List.of();
        }
        Token word = before.getLast();
        String typed = query.substring(word.start(), caret).toLowerCase(Locale.ROOT);
        return word.is(Token.Kind.TERM) || !typed.isEmpty() && Character.isLetter(typed.charAt(0))
                ? candidates(typed).filter(text -> text.startsWith(typed) && !text.equals(typed)).limit(MOST)
                        .map(text -> new Suggestion(text, word.start(), caret)).toList()
                : List.of();
    }

    private Stream<String> candidates(String typed) {
        int colon = typed.indexOf(':');
        if (colon < 0) {
            return Arrays.stream(Field.values()).map(Field::opening);
        }
        String name = typed.substring(0, colon);
        return Field.named(name).stream().flatMap(this::values).map(value -> name + ":" + value);
    }

    private Stream<String> values(Field field) {
        return switch (field) {
            case PORT, LPORT, RPORT -> Stream.concat(RANGES.stream(), services.stream());
            case ADDR, LADDR, RADDR -> Stream.of("localhost");
            case PROTO -> words(Protocol.values());
            case STATE -> words(SocketState.values());
            case IS -> words(Trait.values());
            case PROCESS, PID, USER, CMD, SERVICE, CONTAINER, RATE, RTT, AGE, IDLE, RETRANS, TIME -> Stream.empty();
        };
    }

    private static Stream<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT));
    }
}
