package quaywatch.monitor;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import quaywatch.model.Evidence;
import quaywatch.model.History;
import quaywatch.model.History.Point;
import quaywatch.model.Live;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.monitor.InterfaceRates.Rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static quaywatch.monitor.Scene.START;
import static quaywatch.monitor.Scene.at;

class HistoryRingTest {

    private final HistoryRing ring = new HistoryRing();

    @Test
    void keepsFiveMinutesOldestFirst() {
        for (int second = 0; second < 750; second++) {
            History history = ring.add(new StateCounts(second, 2, 3, 4), new Rate(5, 6), START.plusSeconds(second));
            List<Point> expected = LongStream.rangeClosed(Math.max(0, second - 299), second)
                    .mapToObj(i -> new Point(START.plusSeconds(i), (int) i, 2, 3, 4, 5, 6)).toList();
            assertEquals(new History(expected), history);
        }
    }

    @Test
    void givenHistoryDoesNotChangeAnyMore() {
        Instant now = START;
        History first = ring.add(new StateCounts(1, 0, 0, 0), new Rate(0, 0), now);
        ring.add(new StateCounts(2, 0, 0, 0), new Rate(0, 0), now.plusSeconds(1));
        assertEquals(new History(List.of(new Point(now, 1, 0, 0, 0, 0, 0))), first);
    }

    @Test
    void countsOpenSocketsByKindOfState() {
        List<Row> rows = List.of( //
                open(Scene.connection(1, SocketState.ESTABLISHED, 1)), //
                open(Scene.socket(Protocol.UDP, at("10.0.0.1", 9), at("10.0.0.2", 53), SocketState.CONNECTED, 2)), //
                open(Scene.listener(80, 3)), //
                open(Scene.udp(53, 4)), //
                open(Scene.socket(Protocol.TCP, at("10.0.0.1", 9), at("0.0.0.0", 0), SocketState.BOUND, 5)), //
                open(Scene.connection(2, SocketState.TIME_WAIT, 0)), //
                open(Scene.connection(3, SocketState.CLOSE_WAIT, 6)), //
                open(Scene.socket(Protocol.RAW, at("10.0.0.1", 1), at("0.0.0.0", 0), SocketState.CLOSE, 7)), //
                closed(Scene.listener(81, 8)));
        assertEquals(new StateCounts(2, 3, 1, 2), StateCounts.of(rows));
    }

    private static Row open(Socket socket) {
        return new Row(socket, Live.first(Scene.process(1), Evidence.EXACT, START, true));
    }

    private static Row closed(Socket socket) {
        return new Row(socket, open(socket).live().withClosed(START));
    }
}
