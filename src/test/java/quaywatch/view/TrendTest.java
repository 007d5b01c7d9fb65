package quaywatch.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.Beat;
import quaywatch.model.Closed;
import quaywatch.model.History;
import quaywatch.model.Live;
import quaywatch.model.LogByte;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.Snapshot;
import quaywatch.model.SocketState;
import quaywatch.model.Trace;
import quaywatch.model.Traces;
import quaywatch.model.Traffic;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.model.Protocol.TCP;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.socket;
import static quaywatch.model.SampleRow.udp;

/** What is drawn of the last minute. */
class TrendTest {

    private final Words words = new Words(Locale.ROOT);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 10, 999, 1_000, 65_536, 1_920_000, 4_000_000_000L})
    void oneByteTellsANumberToATwentieth(long number) {
        long told = LogByte.value(LogByte.of(number));
        assertTrue(Math.abs(told - number) <= Math.ceil(number * 0.051), number + " became " + told);
        assertTrue(Byte.toUnsignedInt(LogByte.of(number)) <= Byte.toUnsignedInt(LogByte.of(number * 2)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1000000, 0", "1000000, 1000000, 1", "10000, 1000000, 0.5", "100, 1000000, 0", "1, 1000000, 0", "5000000, 1000000, 1"})
    void heightIsLogarithmic(long value, long top, double height) {
        assertEquals(height, Trend.height(value, top), 1e-9);
    }

    @Test
    void ratesAndRoundTripsAreTakenFromTheLooks() {
        Row row = traced(connection("10.0.0.1:50000", "10.0.0.2:443").tcp(1, 1, 0, 20_000, START).rates(1_000, 0));
        Snapshot snapshot = snapshot(row, beat(1, 1, 0, 0), beat(2, 1, 500, 40_000), beat(3, 2, 900, 90_000), beat(4, 1, 1_000, 10_000));
        SocketLine line = SocketLine.alone(row);
        Trace rate = Trend.RATE.of(line, snapshot).orElseThrow();
        long[] last = new long[60];
        last[57] = LogByte.value(LogByte.of(500));
        last[59] = LogByte.value(LogByte.of(1_000));
        assertArrayEquals(last, rate.rates(at(4), 60));
        Trace rtt = Trend.RTT.of(line, snapshot).orElseThrow();
        long slow = LogByte.value(LogByte.of(40_000));
        long quick = LogByte.value(LogByte.of(10_000));
        long[] told = new long[60];
        // The first one is told as it was known later, and while nothing goes it stays.
        told[56] = slow;
        told[57] = slow;
        told[58] = slow;
        told[59] = quick;
        assertArrayEquals(told, rtt.rtts(at(4), 60));
        assertEquals("Last 60 s, both ways: at most 1.0 kB a second, now 1.0 kB", Trend.RATE.text(rate, line, words));
        assertEquals("Round trip, last 60 s: at most 40 ms, now 20 ms", Trend.RTT.text(rtt, line, words));
    }

    @Test
    void whatIsNotCountedHasNoTrend() {
        SocketLine line = SocketLine.alone(udp("10.0.0.1:5").row());
        assertTrue(Trend.RATE.of(line, snapshot(line.row())).isEmpty());
        assertTrue(Trend.RTT.of(line, snapshot(line.row())).isEmpty());
    }

    @Test
    void nothingGoesInTimeWait() {
        Row row = traced(socket(TCP, "10.0.0.1:1", "10.0.0.2:443", SocketState.TIME_WAIT));
        Snapshot snapshot = snapshot(row, beat(1, 1, 500, 0));
        assertEquals(0, Trend.RATE.of(SocketLine.alone(row), snapshot).orElseThrow().mostRate());
    }

    @Test
    void longClosedConnectionIsNotToldOfAnother() {
        Row row = traced(connection("10.0.0.1:1", "10.0.0.2:443").closed(START));
        Snapshot snapshot = snapshot(row, beat(2, 1, 500, 0));
        assertEquals(0, snapshot.traces().of(row).mostRate());
    }

    private static Row traced(SampleRow sample) {
        Row row = sample.row();
        Live live = row.live().withTrace(1);
        return new Row(row.socket(), live);
    }

    private static Beat beat(int second, int number, long rate, long rtt) {
        boolean some = rate > 0;
        return Beat.of(at(second - 1), at(second), new long[]{Beat.entry(number, rate, rtt)}, some ? 1 : 0, 2);
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static Snapshot snapshot(Row row, Beat... beats) {
        return new Snapshot(1, at(4), List.of(row), Closed.NONE, History.EMPTY, Traffic.NONE, new Traces(List.of(beats)),
                Snapshot.NONE.report());
    }
}
