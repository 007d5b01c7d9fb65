package quaywatch.ui.header;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.query.Query;
import quaywatch.query.QueryParser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.model.SampleRow.listener;

/** What the filters of the header come to. */
class FiltersViewModelTest {

    private final FiltersViewModel filters = new FiltersViewModel(new QueryParser(ServiceNames.NONE));

    @Test
    void chipsTextAndPortMustAllHold() {
        filters.add("process:node");
        filters.typed().set("pid:1 | pid:2");
        filters.port().set(" 80 ");
        SampleRow held = listener("0.0.0.0:80");
        assertEquals(List.of(true, true, false, false, false), List.of(matches(held.by(1, "node")), matches(held.by(2, "node")),
                matches(held.by(3, "node")), matches(held.by(1, "nginx")), matches(listener("0.0.0.0:81").by(1, "node"))));
        assertEquals("process:node (pid:1 | pid:2) port:80", filters.text());
    }

    @Test
    void nothingIsEverything() {
        assertEquals(Query.EVERYTHING, filters.query().get());
        filters.typed().set("  ");
        filters.port().set(" ");
        assertEquals(Query.EVERYTHING, filters.query().get());
        assertFalse(filters.any());
        assertEquals("", filters.whole());
    }

    /** What was last right goes on to be filtered by, and is what can be taken away. */
    @Test
    void wrongTextKeepsTheLastGoodOne() {
        filters.typed().set("user:ada");
        filters.port().set("80");
        Query good = filters.query().get();
        List<Query> told = new ArrayList<>();
        filters.query().addListener((_, _, now) -> told.add(now));
        filters.typed().set("user:ada (");
        filters.port().set("80-");
        assertEquals(List.of(), told);
        assertEquals(good, filters.query().get());
        assertEquals("user:ada port:80", filters.text());
        assertNotNull(filters.typedError().get());
        assertNotNull(filters.portError().get());
        filters.port().set("");
        assertNull(filters.portError().get());
        assertEquals("user:ada", filters.text());
    }

    @Test
    void wrongTextMakesNoChips() {
        filters.typed().set("user:ada (");
        assertFalse(filters.finishTyping());
        assertEquals("user:ada (", filters.typed().get());
        filters.typed().set("user:ada port:80");
        assertTrue(filters.finishTyping());
        assertEquals(List.of("user:ada", "port:80"), filters.chips());
        assertFalse(filters.finishTyping());
    }

    @ParameterizedTest
    @CsvSource({"pid:7,user:ada is:hidden port:80", "port:80,pid:7 user:ada is:hidden", "is:hidden,pid:7 user:ada port:80",
            "user:ada is:hidden,pid:7 port:80", "user:eve,pid:7 user:ada is:hidden port:80"})
    void filterIsTakenAwayWhereverItStands(String lifted, String left) {
        filters.add("pid:7");
        filters.typed().set("user:ada is:hidden");
        filters.port().set("80");
        filters.lift(lifted);
        assertEquals(left, filters.text());
    }

    @Test
    void chipBecomesTextBeforeWhatIsTyped() {
        filters.add("pid:7");
        filters.add("user:ada");
        filters.typed().set(" is:hidden");
        assertEquals(5, filters.editChip(0));
        assertEquals("pid:7 is:hidden", filters.typed().get());
        assertEquals(List.of("user:ada"), filters.chips());
    }

    @Test
    void wholeNamesTheProtocolsThatAreLeftOut() {
        filters.add("pid:7");
        filters.protocols().udp().set(false);
        assertEquals("pid:7 !proto:udp", filters.whole());
        assertEquals(EnumSet.of(Protocol.TCP, Protocol.RAW), filters.protocols().chosen());
        assertEquals("pid:7", filters.text());
        filters.protocols().tcp().set(false);
        filters.clear();
        assertEquals("!proto:tcp !proto:udp", filters.whole());
        assertEquals("!proto:tcp !proto:udp", filters.state().text());
        filters.protocols().showAll();
        assertEquals("", filters.whole());
    }

    private boolean matches(SampleRow row) {
        return filters.query().get().matches(row.row(), SampleRow.START);
    }
}
