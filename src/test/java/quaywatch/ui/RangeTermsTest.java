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
import quaywatch.ui.header.FiltersViewModel;
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
    private final FiltersViewModel filters = header.filters();
    private final RangeTerms ranges = new RangeTerms(filters);

    @ParameterizedTest
    @EnumSource(PortClass.class)
    void filtersByJustThisRange(PortClass range) {
        ranges.toggle(range);
        assertEquals(range, ranges.chosen().getValue());
        for (PortClass other : PortClass.values()) {
            for (int port : new int[]{Math.max(1, other.range().first()), other.range().last()}) {
                assertEquals(other == range,
                        filters.query().get().matches(SampleRow.listener("0.0.0.0:" + port).row(), SampleRow.START),
                        range + " and " + port);
            }
        }
    }

    @Test
    void anotherTakesTheFormersPlaceAndTheRestStays() {
        filters.chips().setAll("proto:tcp", "lport:registered", "node");
        ranges.toggle(DYNAMIC);
        assertEquals(List.of("proto:tcp", "node", "lport:dynamic"), filters.chips());
        assertEquals(DYNAMIC, ranges.chosen().getValue());
    }

    @Test
    void theSameAgainLiftsIt() {
        ranges.toggle(WELL_KNOWN);
        ranges.toggle(WELL_KNOWN);
        assertEquals(List.of(), filters.chips());
        assertNull(ranges.chosen().getValue());
    }

    @Test
    void oneThatStandsTwiceIsLiftedAtOnce() {
        ranges.toggle(REGISTERED);
        filters.typed().set("lport:registered node");
        header.finishTyping();
        ranges.toggle(REGISTERED);
        assertEquals(List.of("node"), filters.chips());
        assertNull(ranges.chosen().getValue());
    }

    @Test
    void severalTypedGiveWayToTheOneChosen() {
        filters.chips().setAll("lport:registered", "lport:dynamic", "lport:dynamic");
        ranges.toggle(WELL_KNOWN);
        assertEquals(List.of("lport:well-known"), filters.chips());
    }

    @Test
    void typedTermIsTheFilterToo() {
        filters.typed().set("lport:dynamic");
        assertNull(ranges.chosen().getValue(), "not while it is being typed");
        header.finishTyping();
        assertEquals(DYNAMIC, ranges.chosen().getValue());
        filters.lift("lport:dynamic");
        assertNull(ranges.chosen().getValue());
    }

    @Test
    void filtersThatComeBackBringTheirs() {
        ranges.toggle(REGISTERED);
        FilterState then = filters.state();
        filters.clear();
        assertNull(ranges.chosen().getValue());
        filters.restore(then);
        assertEquals(REGISTERED, ranges.chosen().getValue());
    }

    @Test
    void likeTermsAreOtherFilters() {
        filters.chips().setAll("!lport:dynamic", "port:dynamic", "rport:dynamic", "lport:dynamic,80", "lport:49152-65535");
        assertNull(ranges.chosen().getValue());
    }

    @Test
    void onlyAnotherRangeIsNews() {
        List<@Nullable PortClass> told = new ArrayList<>();
        ranges.chosen().addListener((_, _, now) -> told.add(now));
        filters.add("node");
        ranges.toggle(REGISTERED);
        filters.add("proto:tcp");
        filters.chips().remove("node");
        assertEquals(List.of(REGISTERED), told);
    }

    /** By the thousand, always the same ones. */
    @Test
    void howeverItCameToItAToggleLeavesOneOrNone() {
        Random random = new Random(20_261_129);
        for (int step = 0; step < 5_000; step++) {
            switch (random.nextInt(4)) {
                case 0 -> filters.chips().add(random.nextInt(filters.chips().size() + 1), TERMS.get(random.nextInt(3)));
                case 1 -> filters.chips().add(random.nextInt(filters.chips().size() + 1), "node");
                case 2 -> filters.chips().subList(random.nextInt(filters.chips().size() + 1), filters.chips().size()).clear();
                default -> {
                    PortClass before = ranges.chosen().getValue();
                    PortClass clicked = PortClass.values()[random.nextInt(3)];
                    ranges.toggle(clicked);
                    List<String> left = filters.chips().stream().filter(TERMS::contains).toList();
                    assertEquals(before == clicked ? List.of() : List.of(TERMS.get(clicked.ordinal())), left);
                }
            }
            PortClass chosen = ranges.chosen().getValue();
            assertEquals(filters.chips().stream().anyMatch(TERMS::contains), chosen != null);
            assertEquals(true, chosen == null || filters.chips().contains(TERMS.get(chosen.ordinal())));
        }
    }
}
