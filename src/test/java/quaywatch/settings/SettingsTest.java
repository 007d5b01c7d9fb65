package quaywatch.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SettingsTest {

    @Test
    void aFreshStartHasMarksOfTwoSecondsAsksNoNamesAndConfirmsEveryStop() {
        Settings fresh = Settings.DEFAULTS;
        assertEquals(List.of(100, Duration.ofSeconds(2), false, Confirmation.ALWAYS, List.of(), List.of()), List.of(fresh.textSize(),
                fresh.marks().duration(), fresh.hostNames(), fresh.confirmation(), fresh.savedFilters(), fresh.queryHistory()));
    }

    @Test
    void marksThatAreOffLastNoTimeAndKeepTheirSeconds() {
        Marks off = new Marks(true, 7).withOn(false);
        assertEquals(Duration.ZERO, off.duration());
        assertEquals(Duration.ofSeconds(7), off.withOn(true).duration());
    }

    @Test
    void aChangeLeavesTheRestAlone() {
        Settings changed = Settings.DEFAULTS.withTheme(Theme.DARK).withTextSize(150).withInspector(300, false).withLastScreen("ports");
        assertEquals(Settings.DEFAULTS, changed.withTheme(Theme.SYSTEM).withTextSize(100).withInspector(312, true).withLastScreen(""));
    }

    @Test
    void usedQueryBecomesTheNewestAndTheOldestMakesRoom() {
        Settings settings = Settings.DEFAULTS;
        for (int i = 0; i < 60; i++) {
            settings = settings.withUsedQuery("port:" + i);
        }
        settings = settings.withUsedQuery("port:20").withUsedQuery(" ").withUsedQuery("x".repeat(2_001));
        List<String> expected = IntStream.iterate(59, i -> i >= 10, i -> i - 1).filter(i -> i != 20).mapToObj(i -> "port:" + i).toList();
        assertEquals("port:20", settings.queryHistory().getFirst());
        assertEquals(expected, settings.queryHistory().subList(1, 50));
    }

    @Test
    void keepsAtMostOneHundredFiltersEachUnderAName() {
        SavedFilter filter = new SavedFilter("a", "b");
        List<SavedFilter> hundred = IntStream.range(0, 100).mapToObj(i -> new SavedFilter("n" + i, "q")).toList();
        assertEquals(hundred, Settings.DEFAULTS.withSavedFilters(hundred).savedFilters());
        assertThrows(IllegalArgumentException.class, () -> Settings.DEFAULTS.withSavedFilters(List.of(filter, filter)));
        List<SavedFilter> more = new ArrayList<>(hundred);
        more.add(filter);
        assertThrows(IllegalArgumentException.class, () -> Settings.DEFAULTS.withSavedFilters(more));
    }

    @Test
    void historyIsBounded() {
        assertThrows(IllegalArgumentException.class, () -> Settings.DEFAULTS.withQueryHistory(Collections.nCopies(2, "a")));
        assertThrows(IllegalArgumentException.class, () -> Settings.DEFAULTS.withQueryHistory(List.of(" ")));
        List<String> more = IntStream.range(0, 51).mapToObj(Integer::toString).toList();
        assertThrows(IllegalArgumentException.class, () -> Settings.DEFAULTS.withQueryHistory(more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "1234567890123456789012345678901234567890123456789012345678901"})
    void filterNeedsAName(String name) {
        assertThrows(IllegalArgumentException.class, () -> new SavedFilter(name, "port:80"));
    }

    @ParameterizedTest
    @ValueSource(ints = {79, 201})
    void textSizeIsBounded(int size) {
        assertThrows(IllegalArgumentException.class, () -> Settings.DEFAULTS.withTextSize(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 61})
    void marksAreBounded(int seconds) {
        assertThrows(IllegalArgumentException.class, () -> new Marks(true, seconds));
    }
}
