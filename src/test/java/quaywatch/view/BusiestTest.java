package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import quaywatch.model.Cast;
import quaywatch.model.Cast.Member;
import quaywatch.model.Closed;
import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.Parts;
import quaywatch.model.SampleRow;
import quaywatch.model.Slice;
import quaywatch.model.Snapshot;
import quaywatch.query.TimeTerm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who moved how much in a stretch, and of which stretch not all is known. */
class BusiestTest {

    private static final Instant START = SampleRow.START;

    @Test
    void partsAndOthersTogetherAreAllThatWasMoved() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            History history = history(random, 60);
            Stretch stretch = new Stretch(START.plusMillis(random.nextInt(30_000)), START.plusMillis(30_001 + random.nextInt(40_000)));
            Busiest<Integer> busiest = Busiest.services(history, stretch);
            double named = busiest.ranked().stream().mapToDouble(Busiest.Share::in).sum();
            double all = Busiest.sum(history, stretch, Gauge.NETWORK_IN) + Busiest.sum(history, stretch, Gauge.INSIDE_IN);
            assertEquals(all, named + busiest.othersIn(), 1e-6 * all);
            for (int i = 1; i < busiest.ranked().size(); i++) {
                assertTrue(busiest.ranked().get(i - 1).total() >= busiest.ranked().get(i).total());
            }
        }
    }

    @Test
    void ofASliceThatLiesInTheStretchInPartThatPartCounts() {
        Slice slice = slice(START, START.plusSeconds(10), new int[]{3}, new long[]{1_000}, 1_000);
        History history = new History(List.of(slice), List.of(), Cast.none(), new Cast<>(List.of(new Member<>(3, 80))), Cast.none());
        Busiest<Integer> busiest = Busiest.services(history, new Stretch(START.plusSeconds(4), START.plusSeconds(60)));
        assertEquals(List.of(new Busiest.Share<>(3, 80, 600, 0)), busiest.ranked());
        assertEquals(List.of(), Busiest.services(history, new Stretch(START.plusSeconds(10), START.plusSeconds(11))).ranked());
        assertTrue(Double.isNaN(Busiest.sum(history, new Stretch(START.minusSeconds(9), START), Gauge.NETWORK_IN)));
    }

    @Test
    void tellsBeforeWhenATimeIsNotFullyKnown() {
        Snapshot plain = SampleRow.snapshot();
        Slice slice = slice(START.plusMillis(300), START.plusSeconds(100), new int[0], new long[0], 0);
        History history = new History(List.of(slice), List.of(), Cast.none(), Cast.none(), Cast.none());
        Snapshot watched = new Snapshot(1, START.plusSeconds(100), plain.rows(), history, plain.report());
        assertNull(Kept.incompleteBefore(watched, new TimeTerm(START, START.plusSeconds(5))));
        assertEquals(START.plusMillis(300), Kept.incompleteBefore(watched, new TimeTerm(START.minusSeconds(1), START.plusSeconds(5))));
        Snapshot dropped = watched.withClosed(new Closed(List.of(), 4, START.plusSeconds(50)));
        assertEquals(START.plusSeconds(50), Kept.incompleteBefore(dropped, new TimeTerm(START.plusSeconds(49), START.plusSeconds(60))));
        assertNull(Kept.incompleteBefore(dropped, new TimeTerm(START.plusSeconds(50), START.plusSeconds(60))));
    }

    private static History history(Random random, int seconds) {
        List<Slice> slices = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            int[] numbers = random.ints(0, 30).limit(12).sorted().distinct().toArray();
            long[] in = random.longs(numbers.length, 0, 1_000_000).toArray();
            slices.add(slice(START.plusSeconds(second), START.plusSeconds(second + 1), numbers, in, Arrays.stream(in).sum()));
        }
        // Every third one has left the cast.
        List<Member<Integer>> cast = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            if (number % 3 != 0) {
                cast.add(new Member<>(number, 1_000 + number));
            }
        }
        return new History(slices, List.of(), Cast.none(), new Cast<>(cast), Cast.none());
    }

    private static Slice slice(Instant from, Instant to, int[] numbers, long[] in, long all) {
        Parts parts = Parts.of(numbers, in, new long[in.length]);
        return Slice.of(from, to, Map.of(Gauge.NETWORK_IN, all * 0.75, Gauge.INSIDE_IN, all * 0.25), Parts.NONE, parts, Parts.NONE);
    }
}
