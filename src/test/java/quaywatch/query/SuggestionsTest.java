package quaywatch.query;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.query.Suggestions.Suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SuggestionsTest {

    private final ServiceNames names = ServiceNames
            .parse(List.of("80\ttcp\thttp", "8080\ttcp\thttp-alt", "443\ttcp\thttps", "5\ttcp\tRJE"));
    private final Suggestions suggestions = new Suggestions(names);
    private final List<Row> rows = Stream.of(
            SampleRow.listener("[::]:80").by(SampleRow.process(7, "java", "java", new Belonging.Unit("ssh.service", false))),
            SampleRow.listener("127.0.0.1:8080").by(7, "java"),
            SampleRow.listener("127.0.0.1:443").by(new Owner.Kernel(), Evidence.EXACT),
            SampleRow.connection("127.0.0.1:41000", "10.0.0.9:443").by(9, "Web Content")).map(SampleRow::row).toList();
    private final Occurrences there = new Occurrences(withClosed(), names);

    private List<Row> withClosed() {
        List<Row> all = new ArrayList<>(rows);
        all.add(SampleRow.listener("10.0.0.1:99").by(8, "gone").closed(SampleRow.START).row());
        return all;
    }

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
        assertEquals(new Suggestion("is:exposed", "", 0, 2, 8), suggestion);
        assertEquals(12, suggestion.caret());
        assertEquals("a is:exposed b", suggestion.in("a is:exp b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "process: # [process:java 2, process:kernel 1, process:\"Web Content\" 1]", //
            "process:\"we # [process:\"Web Content\" 1]", //
            "process:=j # [process:=java 2]", //
            "process:content # [process:\"Web Content\" 1]", //
            "pid: # [pid:7 java 2, pid:9 Web Content 1]", //
            "lport: # [lport:80 http 1, lport:443 https 1, lport:8080 http-alt 1, lport:41000 1, lport:well-known, lport:registered, "
                    + "lport:dynamic, lport:http]", //
            "rport:htt # [rport:443 https 1, rport:http, rport:http-alt, rport:https]", //
            "port:8 # [port:80 http 1, port:8080 http-alt 1]", //
            "raddr: # [raddr:10.0.0.9 1, raddr:localhost]", //
            "laddr:: # [laddr::: 1]", //
            "state: # [state:listen 3, state:established 1, state:syn_sent, state:syn_recv, state:fin_wait1, state:fin_wait2, "
                    + "state:time_wait, state:close]", //
            "user:= # [user:=ada 3, user:=me]", //
            "user:m # [user:=me]", //
            "service: # [service:ssh.service 1]", //
            "jav # [process:java 2]", //
            "44 # [port:443 https 2]", //
            "rate: # []", //
            "cmd: # []"})
    void offersWhatOccursTheMostFirst(String query, String expected) {
        assertEquals(expected, suggestions.at(query, query.length(), there).stream().map(SuggestionsTest::told).toList().toString());
    }

    private static String told(Suggestion suggestion) {
        return suggestion.text() + (suggestion.note().isEmpty() ? "" : " " + suggestion.note())
                + (suggestion.sockets() == 0 ? "" : " " + suggestion.sockets());
    }

    @Test
    void namesThatCanNotBeTypedAreNotOffered() {
        Occurrences odd = new Occurrences(List.of(SampleRow.listener("127.0.0.1:1").by(7, "bell\u0007").row(),
                SampleRow.listener("127.0.0.1:1").by(7, " ").row()), names);
        assertEquals(List.of(), suggestions.at("process:", 8, odd));
    }

    @Test
    void everyFieldCanBeginAWord() {
        List<Suggestion> fields = suggestions.fields(3);
        assertEquals(Field.values().length, fields.size());
        assertEquals(new Suggestion("port:", "port:8080", 0, 3, 3), fields.getFirst());
        assertEquals("ab port:", fields.getFirst().in("ab "));
        assertTrue(fields.stream().allMatch(Suggestion::isOpen));
    }

    @Test
    void whatIsOfferedIsFoundByWhatItOffers() {
        QueryParser parser = new QueryParser(names);
        for (Field field : Field.values()) {
            for (Suggestion suggestion : suggestions.at(field + ":", field.toString().length() + 1, there)) {
                if (parser.parse(suggestion.text()) instanceof Parsed.Good(Query query) && suggestion.sockets() > 0) {
                    assertEquals(suggestion.sockets(), rows.stream().filter(row -> query.matches(row, SampleRow.START)).count(),
                            suggestion.text());
                }
            }
        }
    }

    @Test
    void anyCaretInAnyTextIsFine() {
        Random random = new Random(5);
        String odd = "ports:is<a \"()|!\\\ud800";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(9), 0, odd.length()).forEach(at -> text.append(odd.charAt(at)));
            int caret = random.nextInt(text.length() + 1);
            assertTrue(suggestions.at(text.toString(), caret, there).size() <= 8);
        }
    }

    @Test
    void everySuggestedValueIsRead() {
        for (Field field : Field.values()) {
            for (String typed : List.of(field + ":", field + ":=", field + ":\"")) {
                for (Suggestion suggestion : suggestions.at(typed, typed.length(), there)) {
                    assertInstanceOf(Parsed.Good.class, new QueryParser(names).parse(suggestion.text()), suggestion.text());
                }
            }
        }
    }

    /** A bare word is looked for in four fields; the keys after the first find them counted, and so does each of those fields by name. */
    @Test
    void manyRowsAreLookedAtOnceForEachFieldAndNotAgainForTheNextKey() {
        LongAdder looks = new LongAdder();
        List<Row> many = new AbstractList<>() {

            @Override
            public Row get(int index) {
                looks.increment();
                return rows.get(index % rows.size());
            }

            @Override
            public int size() {
                return 100_000;
            }
        };
        Occurrences counted = new Occurrences(many, names);
        assertEquals(0, looks.sum(), "nothing is counted before it is asked for");
        assertEquals("process:java", suggestions.at("ja", 2, counted).getFirst().text());
        assertEquals(400_000, looks.sum());
        for (String typed : List.of("jav", "java", "process:j", "user:a", "service:", "container:x")) {
            suggestions.at(typed, typed.length(), counted);
        }
        assertEquals(400_000, looks.sum());
    }
}
