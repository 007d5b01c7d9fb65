package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import quaywatch.model.Gauge;
import quaywatch.model.Parts;
import quaywatch.model.Slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.monitor.Scene.START;

/** What becomes of slices with age: sums, the least and the most are kept, and time has neither holes nor overlaps. */
class SlicesTest {

    private final List<Slice> gone = new ArrayList<>();
    private final Slices slices = new Slices(gone::add);

    @Test
    void keepsSumsAndBoundsWhateverTheRhythm() {
        for (long seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<Slice> given = new ArrayList<>();
            gone.clear();
            Slices kept = new Slices(gone::add);
            Instant now = START;
            int slowest = 1 + random.nextInt(40_000);
            for (int look = 0; look < 900; look++) {
                Instant next = now.plusMillis(1 + random.nextInt(slowest));
                given.add(slice(now, next, random));
                kept.add(given.getLast());
                now = next;
            }
            List<Slice> all = new ArrayList<>(gone);
            all.addAll(kept.all());
            assertSeamless(all);
            for (Slice one : all) {
                assertIsAllOf(one,
                        given.stream().filter(each -> !each.from().isBefore(one.from()) && !each.to().isAfter(one.to())).toList());
            }
            assertEquals(given.getLast().to(), all.getLast().to());
        }
    }

    @Test
    void isBoundedHoweverOftenSomebodyLooks() {
        Instant now = START;
        Random random = new Random(1);
        for (int look = 0; look < 40_000; look++) {
            Instant next = now.plusMillis(100);
            slices.add(slice(now, next, random));
            now = next;
        }
        assertTrue(slices.all().size() < 700, () -> slices.all().size() + " slices");
        assertTrue(Duration.between(slices.all().getFirst().from(), now).compareTo(Slices.ALL.plus(Slices.COARSE)) <= 0);
    }

    @Test
    void fiveMinutesAreBySecondsAndTheRestOfTheHourIsCoarser() {
        Random random = new Random(2);
        for (int second = 0; second < 4_000; second++) {
            slices.add(slice(START.plusSeconds(second), START.plusSeconds(second + 1), random));
        }
        Instant end = START.plusSeconds(4_000);
        List<Slice> all = slices.all();
        assertTrue(all.stream().filter(each -> each.to().isAfter(end.minus(Slices.FINE))).allMatch(each -> each.seconds() == 1));
        assertTrue(all.stream().filter(each -> each.to().isBefore(end.minus(Slices.FINE).minus(Slices.COARSE)))
                .allMatch(each -> each.seconds() == 15));
        assertTrue(!all.getFirst().from().isAfter(end.minus(Slices.ALL)));
    }

    @Test
    void clockThatIsSetBackTakesWhatComesTwice() {
        Random random = new Random(3);
        for (int second = 0; second < 100; second++) {
            slices.add(slice(START.plusSeconds(second), START.plusSeconds(second + 1), random));
        }
        slices.add(slice(START.plusSeconds(50), START.plusSeconds(51), random));
        assertSeamless(slices.all());
        assertEquals(51, slices.all().size());
        assertEquals(50, gone.size());
    }

    private static void assertSeamless(List<Slice> all) {
        for (int i = 1; i < all.size(); i++) {
            assertEquals(all.get(i - 1).to(), all.get(i).from());
        }
    }

    private static void assertIsAllOf(Slice one, List<Slice> looks) {
        assertEquals(looks.getFirst().from(), one.from());
        assertEquals(looks.getLast().to(), one.to());
        for (Gauge gauge : Gauge.values()) {
            List<Slice> known = looks.stream().filter(look -> !Double.isNaN(look.amount(gauge))).toList();
            double sum = known.stream().mapToDouble(look -> look.amount(gauge)).sum();
            if (known.isEmpty()) {
                assertTrue(Double.isNaN(one.amount(gauge)) && Double.isNaN(one.least(gauge)));
                continue;
            }
            assertEquals(sum, one.amount(gauge), 1e-6 * (1 + sum));
            double least = known.stream().mapToDouble(look -> look.mean(gauge)).min().orElseThrow();
            double most = known.stream().mapToDouble(look -> look.mean(gauge)).max().orElseThrow();
            assertEquals(least, one.least(gauge), 1e-6 + least * 1e-6);
            assertEquals(most, one.most(gauge), 1e-6 + most * 1e-6);
        }
        for (int number = 0; number < 5; number++) {
            int who = number;
            assertEquals(looks.stream().mapToLong(look -> in(look, who)).sum(), in(one, who));
        }
    }

    private static long in(Slice slice, int number) {
        int at = slice.processes().indexOf(number);
        return at < 0 ? 0 : slice.processes().in(at);
    }

    private static Slice slice(Instant from, Instant to, Random random) {
        int[] numbers = random.ints(0, 5).limit(random.nextInt(6)).sorted().distinct().toArray();
        long[] in = new long[numbers.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = random.nextInt(1_000_000);
        }
        double sum = Arrays.stream(in).sum();
        double line = random.nextInt(4) == 0 ? Double.NaN : sum * 1.1;
        Parts parts = Parts.of(numbers, in, new long[in.length]);
        return Slice.of(from, to, Map.of(Gauge.PAYLOAD_IN, sum, Gauge.OPENED, (double) random.nextInt(30), Gauge.INTERFACE_IN, line), parts,
                Parts.NONE, Parts.NONE);
    }
}
