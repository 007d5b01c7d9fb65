package quaywatch.query;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.ServiceNames;
import quaywatch.query.Suggestions.Suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SuggestionsTest {

    private final ServiceNames names = ServiceNames
            .parse(List.of("80\ttcp\thttp", "8080\ttcp\thttp-alt", "443\ttcp\thttps", "5\ttcp\tRJE"));
    private final Suggestions suggestions = new Suggestions(names);

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "p # [port:, process:, pid:, proto:]", //
            "a !PRO # [process:, proto:]", //
            "ag # [age<]", //
            "r # [rport:, raddr:, rate>, rtt>, retrans>]", //
            "id # [idle>]", //
            "(is:l # [is:listening, is:loopback]", //
            "state:fin # [state:fin_wait1, state:fin_wait2]", //
            "state:close # [state:close_wait]", //
            "proto: # [proto:tcp, proto:udp, proto:raw]", //
            "rport:http # [rport:http-alt, rport:https]", //
            "lport:we # [lport:well-known]", //
            "addr:l # [addr:localhost]", //
            "no # []", //
            "process:j # []", //
            "nosuch:x # []", //
            "cmd:\"p # []", //
            "a | # []", //
            "'p ' # []", //
            "'' # []"})
    void completesTheWordBeforeTheCaret(String query, String expected) {
        assertEquals(expected, suggestions.at(query, query.length()).stream().map(Suggestion::text).toList().toString());
    }

    @Test
    void completionTakesThePlaceOfWhatWasTyped() {
        Suggestion suggestion = suggestions.at("a is:exp b", 8).getFirst();
        assertEquals(new Suggestion("is:exposed", 2, 8), suggestion);
        assertEquals("a is:exposed b", suggestion.in("a is:exp b"));
    }

    @Test
    void anyCaretInAnyTextIsFine() {
        Random random = new Random(5);
        String odd = "ports:is<a \"()|!\\\ud800";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(9), 0, odd.length()).forEach(at -> text.append(odd.charAt(at)));
            int caret = random.nextInt(text.length() + 1);
            assertTrue(suggestions.at(text.toString(), caret).size() <= 8);
        }
    }

    @Test
    void everySuggestedValueIsRead() {
        for (Field field : Field.values()) {
            for (Suggestion suggestion : suggestions.at(field + ":", field.toString().length() + 1)) {
                assertInstanceOf(Parsed.Good.class, new QueryParser(names).parse(suggestion.text()), suggestion.text());
            }
        }
    }
}
