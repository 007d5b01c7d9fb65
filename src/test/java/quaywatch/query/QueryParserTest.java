package quaywatch.query;

import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;

import static org.junit.jupiter.api.Assertions.assertEquals;

class QueryParserTest {

    private final QueryParser parser = new QueryParser(ServiceNames.NONE);

    @Test
    void bareNumberIsAPort() {
        assertEquals(new Parsed.Good(new PortTerm(Side.EITHER, List.of(new PortRange(8080, 8080)))), parser.parse("8080"));
    }

    @Test
    void portThatDoesNotExistIsMarked() {
        assertEquals(new Parsed.Wrong(new QueryError(5, 10, "query.noPort", List.of("70000"))), parser.parse("port:70000"));
    }
}
