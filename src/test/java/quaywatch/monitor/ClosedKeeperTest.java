package quaywatch.monitor;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;

import quaywatch.model.Closed;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static quaywatch.model.SampleRow.START;

class ClosedKeeperTest {

    private final ClosedKeeper keeper = new ClosedKeeper();

    @Test
    void keepsForAnHourInOrderOfClosing() {
        Row late = closed(2);
        Row early = closed(1);
        assertEquals(new Closed(List.of(early, late), 0), keeper.keep(List.of(late, early), at(5)));
        assertEquals(List.of(early, late), keeper.keep(List.of(), at(3601)).rows());
        assertEquals(List.of(late), keeper.keep(List.of(), at(3602).minusMillis(1)).rows());
        assertEquals(Closed.NONE, keeper.keep(List.of(), at(3603)));
    }

    @Test
    void isTheSameObjectWhileNothingCloses() {
        assertSame(Closed.NONE, keeper.keep(List.of(), at(0)));
        Closed first = keeper.keep(List.of(closed(1)), at(4));
        assertSame(first, keeper.keep(List.of(), at(5)));
    }

    @Test
    void dropsTheOldestAndCountsThemUntilTheyWouldHaveGoneAnyway() {
        keeper.keep(many(30, 1), at(4));
        Closed full = keeper.keep(many(ClosedKeeper.MOST, 10), at(14));
        assertEquals(ClosedKeeper.MOST, full.rows().size());
        assertEquals(30, full.dropped());
        assertEquals(at(10), full.rows().getFirst().live().closed());
        Closed more = keeper.keep(many(12, 20), at(24));
        assertEquals(42, more.dropped());
        assertEquals(at(10), more.since());
        assertEquals(12, keeper.keep(List.of(), at(3602)).dropped());
        Closed last = keeper.keep(List.of(), at(3611));
        assertEquals(0, last.dropped());
        assertEquals(12, last.rows().size());
    }

    @Test
    void whatWasHandedOutNeverChanges() {
        Random random = new Random(4);
        List<Row> model = new ArrayList<>();
        List<Closed> handed = new ArrayList<>();
        List<List<Row>> copies = new ArrayList<>();
        for (int second = 0; second < 9_000; second += 10) {
            List<Row> gone = many(random.nextInt(3) == 0 ? random.nextInt(700) : random.nextInt(3), second);
            model.addAll(gone);
            Instant oldest = at(second).minus(ClosedKeeper.KEPT);
            model.removeIf(row -> Objects.requireNonNull(row.live().closed()).isBefore(oldest));
            Closed closed = keeper.keep(gone, at(second));
            List<Row> expected = model.subList(Math.max(0, model.size() - ClosedKeeper.MOST), model.size());
            assertEquals(model.size() - expected.size(), closed.dropped());
            assertSameRows(expected, closed.rows());
            if (second % 1_000 == 0) {
                handed.add(closed);
                copies.add(List.copyOf(expected));
            }
        }
        for (int i = 0; i < handed.size(); i++) {
            assertSameRows(copies.get(i), handed.get(i).rows());
        }
    }

    @Test
    void aTickAllocatesByWhatChangesAndNotByWhatIsKept() {
        keeper.keep(many(ClosedKeeper.MOST, 1), at(4));
        Row next = closed(5);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory
                .getThreadMXBean();
        keeper.keep(List.of(), at(5));
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            keeper.keep(List.of(next), at(5));
        }
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / 1_000;
        org.junit.jupiter.api.Assertions.assertTrue(each < 4_000, () -> each + " bytes for one row; a copy takes 80,000");
    }

    private static void assertSameRows(List<Row> expected, List<Row> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertSame(expected.get(i), actual.get(i));
        }
    }

    private static List<Row> many(int count, long second) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(closed(second));
        }
        return rows;
    }

    private static Row closed(long second) {
        return SampleRow.connection("10.0.0.1:1", "10.0.0.2:2").closed(at(second)).row();
    }

    private static Instant at(long second) {
        return START.plus(Duration.ofSeconds(second));
    }
}
