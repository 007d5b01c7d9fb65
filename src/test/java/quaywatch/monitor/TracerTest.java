package quaywatch.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.LogByte;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.Trace;
import quaywatch.model.Traces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.model.SocketState.ESTABLISHED;
import static quaywatch.monitor.Scene.START;
import static quaywatch.monitor.Scene.connection;
import static quaywatch.monitor.Scene.counting;
import static quaywatch.monitor.Scene.held;

/** What is kept of the last minute of each connection. */
class TracerTest {

    private static final int SECONDS = 60;

    private final Lives lives = new Lives();

    /** Connections that begin, move or rest, end, and whose numbers are taken by others: each is told just what went through it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyConnectionIsToldWhatWentThroughItInTheLastMinute(long seed) {
        Random random = new Random(seed);
        int busy = 1 + random.nextInt(20);
        List<Made> open = new ArrayList<>();
        int cookies = 0;
        for (int second = 0; second < 200; second++) {
            open.removeIf(_ -> random.nextInt(40) == 0);
            while (open.size() < 25) {
                open.add(new Made(++cookies));
            }
            for (Made made : open) {
                made.move(second > 0 && random.nextInt(busy) == 0 ? 1 + random.nextInt(1 << random.nextInt(20)) : 0);
            }
            List<Row> rows = lives.merge(open.stream().map(Made::sighting).toList(), true, second(second));
            for (int i = 0; i < open.size(); i++) {
                Trace trace = lives.traces().of(rows.get(i));
                assertArrayEquals(open.get(i).lastMinute(), trace.rates(second(second), SECONDS), "second " + second);
            }
        }
    }

    /** A connection that a test moves. */
    private static final class Made {

        private final int cookie;
        private long received;
        private final List<Long> moved = new ArrayList<>();

        Made(int cookie) {
            this.cookie = cookie;
        }

        void move(long bytes) {
            received += bytes;
            moved.add(bytes);
        }

        Sighting sighting() {
            return held(counting(connection(1_000 + cookie, ESTABLISHED, cookie), cookie, received, 0), 1);
        }

        /** As near as a byte tells it. */
        long[] lastMinute() {
            long[] seconds = new long[SECONDS];
            for (int ago = 0; ago < Math.min(SECONDS, moved.size()); ago++) {
                seconds[SECONDS - 1 - ago] = LogByte.value(LogByte.of(moved.get(moved.size() - 1 - ago)));
            }
            return seconds;
        }
    }

    @Test
    void restingRowStaysTheSameObjectWhileItsPastMovesOn() {
        at(0, 0);
        Row busy = at(1, 700);
        Row resting = at(2, 700);
        assertEquals(busy.live().trace(), resting.live().trace());
        for (int second = 3; second < 90; second++) {
            assertSame(resting, at(second, 700));
            long[] rates = lives.traces().of(resting).rates(second(second), SECONDS);
            int place = SECONDS - second;
            assertEquals(second < 61 ? 1 : 0, Arrays.stream(rates).filter(rate -> rate > 0).count(), "second " + second);
            if (place >= 0) {
                assertTrue(rates[place] > 600 && rates[place] < 800, "second " + second);
            }
        }
    }

    @Test
    void connectionThroughWhichNothingWentTakesNoMemory() {
        at(0, 0);
        Row row = at(1, 0);
        assertEquals(0, row.live().trace());
        assertEquals(0, lives.traces().weight());
        assertEquals(0, lives.traces().of(row).mostRate());
    }

    /** The bound that is promised: two bytes for each look and connection through which something ever went. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 100})
    void memoryIsBounded(int oneIn) {
        int many = 3_000;
        long[] received = new long[many];
        for (int second = 0; second <= 90; second++) {
            List<Sighting> sample = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                received[i] += (i + second) % oneIn == 0 ? 100 : 0;
                sample.add(held(counting(connection(1_000 + i, ESTABLISHED, i + 1), i + 1, received[i], 0), 1));
            }
            lives.merge(sample, true, second(second));
        }
        long bound = 61L * many * Math.min(2, Math.ceilDiv(6, oneIn));
        assertTrue(lives.traces().weight() <= bound, lives.traces().weight() + " bytes");
    }

    @Test
    void whatWasToldOnceStaysAsItWasTold() {
        at(0, 0);
        Row row = at(1, 5_000);
        Traces then = lives.traces();
        long[] before = then.of(row).rates(second(1), SECONDS);
        for (int second = 2; second < 100; second++) {
            at(second, 5_000L * second);
        }
        assertArrayEquals(before, then.of(row).rates(second(1), SECONDS));
    }

    @Test
    void clockThatIsSetBackMixesNothingUp() {
        at(100, 0);
        at(101, 1_000);
        at(50, 2_000);
        Row row = at(51, 3_000);
        assertEquals(1, Arrays.stream(lives.traces().of(row).rates(second(51), SECONDS)).filter(rate -> rate > 0).count());
    }

    private Row at(int second, long received) {
        Socket socket = counting(connection(5_000, ESTABLISHED, 11), 7, received, 0);
        return lives.merge(List.of(held(socket, 1)), true, second(second)).getFirst();
    }

    private static Instant second(int second) {
        return START.plusSeconds(second);
    }
}
