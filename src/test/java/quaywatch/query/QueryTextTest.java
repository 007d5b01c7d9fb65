package quaywatch.query;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.query.QueryText.Piece;

import static org.junit.jupiter.api.Assertions.assertEquals;

class QueryTextTest {

    @Test
    void piecesKnowTheirPlace() {
        assertEquals(List.of(new Piece("!is:loopback", 1, 13), new Piece("port:443", 14, 22), new Piece("age<4h", 27, 33)),
                QueryText.pieces(" !is:loopback port:443 and age<4h "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "'' # []", //
            "a b # [a, b]", //
            "a | b c # [a | b c]", //
            "(a | b) c # [(a | b), c]", //
            "a or b # [a or b]", //
            "not a !!b not (c d) # [not a, !!b, not (c d)]", //
            "cmd:\"a | b\" c # [cmd:\"a | b\", c]", //
            "cmd:\"open end # [cmd:\"open end]", //
            "a (b c # [a, (b c]", //
            "a ) b # [a, ), b]", //
            "a ! # [a, !]"})
    void splitsWhatMustAllHold(String query, String pieces) {
        assertEquals(pieces, QueryText.pieces(query).stream().map(Piece::text).toList().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "a b c # 1 # a c", //
            "a and b and c # 0 # b c", //
            "(a | b) c # 0 # c", //
            "a # 0 # ''"})
    void takesOnePieceOut(String query, int index, String rest) {
        assertEquals(rest, QueryText.without(query, QueryText.pieces(query).get(index)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', ignoreLeadingAndTrailingWhitespace = true, value = { //
            "'' # process # java # false # process:java", //
            "a # process # java # true # a !process:java", //
            "a # process # my server # false # a process:\"my server\"", //
            "a # raddr # 2606:4700::15 # false # a raddr:2606:4700::15", //
            "a process:java # process # java # false # a process:java", //
            "a | b # port # 80 # false # (a | b) port:80", //
            "(a | b) # port # 80 # false # (a | b) port:80", //
            "!(a | b) # port # 80 # false # !(a | b) port:80"})
    void addsOneCondition(String query, String field, String value, boolean negated, String expected) {
        assertEquals(expected, QueryText.with(query, field, value, negated));
    }
}
