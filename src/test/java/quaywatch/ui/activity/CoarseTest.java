package quaywatch.ui.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import quaywatch.model.Gauge;
import quaywatch.model.Parts;
import quaywatch.model.Slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

class CoarseTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:07Z");

    private final Coarse coarse = new Coarse();

    @Test
    void keepsAllThatWasCountedAndItsPeaks() {
        List<Slice> fine = seconds(100);
        List<Slice> all = coarse.of(fine);
        assertEquals(fine.stream().mapToDouble(slice -> slice.amount(Gauge.PAYLOAD_IN)).sum(),
                all.stream().mapToDouble(slice -> slice.amount(Gauge.PAYLOAD_IN)).sum());
        assertEquals(99, all.stream().mapToDouble(slice -> slice.most(Gauge.PAYLOAD_IN)).max().orElseThrow());
        assertEquals(List.of(8.0, 15.0, 15.0, 15.0, 15.0, 15.0, 15.0, 2.0), all.stream().map(Slice::seconds).toList());
    }

    @Test
    void whatWasPutTogetherStaysTheSameWhileTimeGoesOn() {
        List<Slice> fine = seconds(100);
        List<Slice> before = coarse.of(fine.subList(0, 90));
        List<Slice> after = coarse.of(fine);
        for (int i = 0; i < before.size() - 1; i++) {
            assertSame(before.get(i), after.get(i));
        }
    }

    @Test
    void longOnesStayAndGapsAreNotBridged() {
        Slice hour = slice(START, START.plusSeconds(3_600), 1);
        Slice later = slice(START.plusSeconds(3_605), START.plusSeconds(3_606), 2);
        Slice next = slice(START.plusSeconds(3_608), START.plusSeconds(3_609), 3);
        assertEquals(List.of(hour, later, next), coarse.of(List.of(hour, later, next)));
    }

    private static List<Slice> seconds(int count) {
        List<Slice> slices = new ArrayList<>();
        for (int second = 0; second < count; second++) {
            slices.add(slice(START.plusSeconds(second), START.plusSeconds(second + 1), second));
        }
        return slices;
    }

    private static Slice slice(Instant from, Instant to, double bytes) {
        return Slice.of(from, to, Map.of(Gauge.PAYLOAD_IN, bytes), Parts.NONE, Parts.NONE, Parts.NONE);
    }
}
