package quaywatch.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import quaywatch.model.PortClass;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.query.QueryParser;
import quaywatch.ui.header.FilterState;
import quaywatch.ui.header.HeaderViewModel;
import quaywatch.ui.header.SuggestionsViewModel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static quaywatch.model.PortClass.DYNAMIC;
import static quaywatch.model.PortClass.REGISTERED;
import static quaywatch.model.PortClass.WELL_KNOWN;

class RangeTermsTest {

    private static final List<String> TERMS = List.of("lport:well-known", "lport:registered", "lport:dynamic");

    private final HeaderViewModel header = new HeaderViewModel(new QueryParser(ServiceNames.NONE),
            new SuggestionsViewModel(ServiceNames.NONE, Runnable::run, Runnable::run));
    private final RangeTerms ranges = new RangeTerms(header);

    @ParameterizedTest
    @EnumSource(PortClass.class)
    void filtersByJustThisRange(PortClass range) {
        ranges.toggle(range);
        assertEquals(range, ranges.chosen().getValue());
        for (PortClass other : PortClass.values()) {
            for (int port : new int[]{Math.max(1, other.range().first()), other.range().last()}) {
                assertEquals(other == range,
                        header.query().get().matches(SampleRow.listener("0.0.0.0:" + port).row(), SampleRow.START), range + " and " + port);
            }
        }
    }

    @Test
    void anotherTakesTheFormersPlaceAndTheRestStays() {
        header.chips().setAll("proto:tcp", "lport:registered", "node");
        ranges.toggle(DYNAMIC);
        assertEquals(List.of("proto:tcp", "node", "lport:dynamic"), header.chips());
        assertEquals(DYNAMIC, ranges.chosen().getValue());
    }

    @Test
    void theSameAgainLiftsIt() {
        ranges.toggle(WELL_KNOWN);
        ranges.toggle(WELL_KNOWN);
        assertEquals(List.of(), header.chips());
        assertNull(ranges.chosen().getValue());
    }

    @Test
    void oneThatStandsTwiceIsLiftedAtOnce() {
        ranges.toggle(REGISTERED);
        header.typed().set("lport:registered node");
        header.finishTyping();
        ranges.toggle(REGISTERED);
        assertEquals(List.of("node"), header.chips());
        assertNull(ranges.chosen().getValue());
    }

    @Test
    void severalTypedGiveWayToTheOneChosen() {
        header.chips().setAll("lport:registered", "lport:dynamic", "lport:dynamic");
        ranges.toggle(WELL_KNOWN);
        assertEquals(List.of("lport:well-known"), header.chips());
    }

    @Test
    void typedTermIsTheFilterToo() {
        header.typed().set("lport:dynamic");
        assertNull(ranges.chosen().getValue(), "not while it is being typed");
        header.finishTyping();
        assertEquals(DYNAMIC, ranges.chosen().getValue());
        header.lift("lport:dynamic");
        assertNull(ranges.chosen().getValue());
    }

    @Test
    void filtersThatComeBackBringTheirs() {
        ranges.toggle(REGISTERED);
        FilterState then = header.state();
        header.clear();
        assertNull(ranges.chosen().getValue());
        header.restore(then);
        assertEquals(REGISTERED, ranges.chosen().getValue());
    }

    @Test
    void likeTermsAreOtherFilters() {
        header.chips().setAll("!lport:dynamic", "port:dynamic", "rport:dynamic", "lport:dynamic,80", "lport:49152-65535");
        assertNull(ranges.chosen().getValue());
    }

    @Test
    void onlyAnotherRangeIsNews() {
        List<@Nullable PortClass> told = new ArrayList<>();
        ranges.chosen().addListener((_, _, now) -> told.add(now));
        header.add("node");
        ranges.toggle(REGISTERED);
        header.add("proto:tcp");
        header.chips().remove("node");
        assertEquals(List.of(REGISTERED), told);
    }

    /** By the thousand, always the same ones. */
    @Test
    void howeverItCameToItAToggleLeavesOneOrNone() {
        Random random = new Random(20_261_129);
        for (int step = 0; step < 5_000; step++) {
            switch (random.nextInt(4)) {
                case 0 -> header.chips().add(random.nextInt(header.chips().size() + 1), TERMS.get(random.nextInt(3)));
                case 1 -> header.chips().add(random.nextInt(header.chips().size() + 1), "node");
                case 2 -> header.chips().subList(random.nextInt(header.chips().size() + 1), header.chips().size()).clear();
                default -> {
                    PortClass before = ranges.chosen().getValue();
                    PortClass clicked = PortClass.values()[random.nextInt(3)];
                    ranges.toggle(clicked);
                    List<String> left = header.chips().stream().filter(TERMS::contains).toList();
                    assertEquals(before == clicked ? List.of() : List.of(TERMS.get(clicked.ordinal())), left);
                }
            }
            PortClass chosen = ranges.chosen().getValue();
            assertEquals(header.chips().stream().anyMatch(TERMS::contains), chosen != null);
            assertEquals(true, chosen == null || header.chips().contains(TERMS.get(chosen.ordinal())));
        }
    }
}
