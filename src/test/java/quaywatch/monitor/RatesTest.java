package quaywatch.monitor;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.model.SocketState.ESTABLISHED;
import static quaywatch.model.SocketState.SYN_RECV;
import static quaywatch.model.SocketState.TIME_WAIT;
import static quaywatch.monitor.Scene.START;
import static quaywatch.monitor.Scene.connection;
import static quaywatch.monitor.Scene.counting;
import static quaywatch.monitor.Scene.forgotten;
import static quaywatch.monitor.Scene.held;
import static quaywatch.monitor.Scene.udp;

/** Bytes a second of single connections. */
class RatesTest {

    private static final Socket PLAIN = connection(5000, ESTABLISHED, 11);

    private final Lives lives = new Lives();

    @Test
    void rateIsTheDifferenceOverTheTimeBetween() {
        assertNull(at(0, moved(1_000, 500)).live().rates());
        assertEquals(new Rates(2_000, 150), at(2_000, moved(5_000, 800)).live().rates());
        assertEquals(new Rates(8_000, 0), at(2_500, moved(9_000, 800)).live().rates());
    }

    @Test
    void whatMovesSlowlyIsNotZero() {
        at(0, moved(0, 0));
        assertEquals(new Rates(1, 0), at(60_000, moved(3, 0)).live().rates());
    }

    @Test
    void restingRowChangesOnceAndThenStaysTheSameObject() {
        at(0, moved(0, 0));
        Row busy = at(1_000, moved(700, 0));
        Row resting = at(2_000, moved(700, 0));
        assertNotSame(busy, resting);
        assertSame(Rates.NONE, resting.live().rates());
        assertSame(resting, at(3_000, moved(700, 0)));
        assertSame(resting, at(4_000, moved(700, 0)));
    }

    @Test
    void steadyRateKeepsTheLifeObject() {
        at(0, moved(0, 0));
        Row first = at(1_000, moved(700, 0));
        assertSame(first.live(), at(2_000, moved(1_400, 0)).live());
    }

    @Test
    void connectionThatBeganBetweenTwoLooksHasItsWholeRate() {
        lives.merge(List.of(), true, START);
        assertEquals(new Rates(500, 25), at(2_000, moved(1_000, 50)).live().rates());
    }

    @Test
    void connectionThatMayBeOlderHasNoRateYet() {
        lives.merge(List.of(), false, START);
        assertNull(at(1_000, moved(1_000, 50)).live().rates());
        lives.merge(List.of(), true, time(2_000));
        lives.interrupt();
        Socket other = counting(connection(5001, ESTABLISHED, 12), 8, 1_000, 50);
        assertNull(at(3_000, held(other, 1)).live().rates());
    }

    @Test
    void requestThatBecomesAConnectionHasItsWholeRate() {
        at(0, forgotten(counting(connection(5000, SYN_RECV, 0), 7, 0, 0).withTcp(null)));
        assertEquals(new Rates(1_000, 50), at(1_000, moved(1_000, 50)).live().rates());
    }

    @Test
    void countersThatCameLaterHaveNoRateYet() {
        at(0, held(counting(PLAIN, 7, 0, 0).withTcp(null), 1));
        assertNull(at(1_000, moved(1_000, 50)).live().rates());
        assertEquals(new Rates(500, 0), at(2_000, moved(1_500, 50)).live().rates());
    }

    @Test
    void noCountersAreNoRate() {
        assertNull(at(0, held(udp(53, 1), 1)).live().rates());
        assertNull(at(1_000, held(udp(53, 1), 1)).live().rates());
    }

    @Test
    void successorWithoutCountersHasNoRate() {
        at(0, moved(0, 0));
        at(1_000, moved(700, 0));
        Row waiting = at(2_000, forgotten(connection(5000, TIME_WAIT, 0)));
        assertEquals(TIME_WAIT, waiting.socket().state());
        assertNull(waiting.live().rates());
    }

    @Test
    void missedLookIsPartOfTheTime() {
        at(0, moved(0, 0));
        lives.merge(List.of(), false, time(1_000));
        assertEquals(new Rates(350, 0), at(2_000, moved(700, 0)).live().rates());
    }

    @Test
    void correctedCounterIsNoNegativeRate() {
        at(0, moved(1_000, 10));
        assertEquals(new Rates(0, 5), at(1_000, moved(999, 15)).live().rates());
    }

    @Test
    void clockSetBackKeepsTheRateThereWas() {
        at(1_000, moved(0, 0));
        at(2_000, moved(700, 0));
        assertEquals(new Rates(700, 0), at(500, moved(900, 0)).live().rates());
        assertThrows(IllegalArgumentException.class, () -> Rates.over(1, 1, Duration.ZERO));
    }

    @Test
    void closedRowKeepsItsLastRate() {
        at(0, moved(0, 0));
        at(1_000, moved(700, 0));
        Row ghost = lives.merge(List.of(), true, time(2_000)).getFirst();
        assertEquals(true, ghost.isClosed());
        assertEquals(new Rates(700, 0), ghost.live().rates());
    }

    /** The new list of rows, and what leads to it, is references; a row at rest costs nothing else. */
    @Test
    void lookWithoutChangeAllocatesReferencesOnly() {
        int count = 20_000;
        List<Sighting> sample = IntStream.range(1, count + 1)
                .mapToObj(port -> held(counting(connection(port, ESTABLISHED, port), port, 100, 100), 1)).toList();
        lives.merge(sample, true, time(0));
        List<Row> before = lives.merge(sample, true, time(1_000));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int look = 2; look < 8; look++) {
            Instant now = time(look * 1_000L);
            long start = threads.getCurrentThreadAllocatedBytes();
            List<Row> after = lives.merge(sample, true, now);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
            assertSame(before.getLast(), after.getLast());
        }
        assertTrue(least < count * 32L, least + " bytes");
    }

    private static Sighting moved(long received, long sent) {
        return held(counting(PLAIN, 7, received, sent), 1);
    }

    private Row at(long millis, Sighting sighting) {
        return lives.merge(List.of(sighting), true, time(millis)).getFirst();
    }

    private static Instant time(long millis) {
        return START.plusMillis(millis);
    }
}
