package quaywatch.ui.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PaletteTest {

    private final Palette palette = new Palette();

    @Test
    void aSeriesKeepsItsColourWhateverItsRank() {
        List<Integer> first = palette.of(List.of("a", "b", "c"));
        assertEquals(List.of(first.get(2), first.get(0)), palette.of(List.of("c", "a")));
        palette.of(List.of("d", "e"));
        assertEquals(first, palette.of(List.of("a", "b", "c")));
    }

    @Test
    void noTwoSideBySideHaveTheSameAndTheBusiestKeepsIts() {
        Random random = new Random(9);
        Map<String, Integer> last = new HashMap<>();
        for (int round = 0; round < 2_000; round++) {
            List<String> keys = random.ints(0, 40).distinct().limit(1 + random.nextInt(5)).mapToObj(Integer::toString).toList();
            List<Integer> places = palette.of(keys);
            assertEquals(keys.size(), places.stream().distinct().count(), () -> keys + " " + places);
            assertEquals(last.getOrDefault(keys.getFirst(), places.getFirst()), places.getFirst());
            IntStream.range(0, keys.size()).forEach(i -> last.put(keys.get(i), places.get(i)));
        }
    }
}
