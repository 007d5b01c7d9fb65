package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import quaywatch.model.Cast;
import quaywatch.model.Evidence;
import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Slice;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.monitor.InterfaceRates.Rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.monitor.Scene.START;
import static quaywatch.monitor.Scene.at;

class HistoryRingTest {

    private final HistoryRing ring = new HistoryRing();
    private final Turnover turnover = new Turnover();

    @Test
    void beginsWithTheSecondLook() {
        moves(1, 443, 100);
        assertSame(History.EMPTY, look(0));
        moves(1, 443, 30);
        Slice only = look(2).slices().getFirst();
        assertEquals(List.of(30.0, 15.0, 10.0, 5.0), List.of(only.amount(Gauge.PAYLOAD_IN), only.mean(Gauge.NETWORK_IN),
                only.amount(Gauge.INTERFACE_IN), only.mean(Gauge.ESTABLISHED)));
        assertEquals(30, only.processes().in(0));
    }

    @Test
    void whatALookWithoutTimeTellsIsNotLost() {
        look(0);
        moves(1, 443, 7);
        ring.add(new StateCounts(1, 0, 0, 0), new Happenings(3, 2, 1), line(), turnover, START);
        moves(1, 443, 5);
        Slice slice = look(1).slices().getFirst();
        assertEquals(List.of(12.0, 4.0, 3.0, 2.0), List.of(slice.amount(Gauge.PAYLOAD_IN), slice.amount(Gauge.OPENED),
                slice.amount(Gauge.CLOSED), slice.amount(Gauge.RESENT)));
    }

    @Test
    void keepsTheBusiestAndLeavesAllBytesInTheTotals() {
        Random random = new Random(7);
        long moved = 0;
        History history = look(0);
        for (int second = 1; second <= 3_000; second++) {
            for (int i = 0; i < 40; i++) {
                boolean busy = random.nextInt(4) == 0;
                int who = busy ? 1 + random.nextInt(150) : 1_000 + random.nextInt(100_000);
                int bytes = busy ? 100_000 : 10;
                moves(who, 1 + who % 60_000, bytes);
                moved += bytes;
            }
            history = look(second);
        }
        assertEquals(moved, history.slices().stream().mapToDouble(slice -> slice.amount(Gauge.PAYLOAD_IN)).sum());
        assertEquals(Cast.MOST, history.processes().members().size());
        assertEquals(Cast.MOST, history.services().members().size());
        long busy = history.processes().members().stream().filter(member -> pid(member.of()) <= 150).count();
        assertEquals(150, busy);
        for (Slice slice : history.slices()) {
            assertTrue(named(slice, history) <= slice.amount(Gauge.PAYLOAD_IN));
        }
    }

    /** Bytes of those in the cast. */
    private static long named(Slice slice, History history) {
        return history.processes().members().stream().mapToInt(member -> slice.processes().indexOf(member.number())).filter(at -> at >= 0)
                .mapToLong(at -> slice.processes().in(at)).sum();
    }

    @Test
    void whoeverGrowsSlowlyGetsASeriesInTheEnd() {
        look(0);
        for (int who = 1; who <= Cast.MOST; who++) {
            moves(who, who, 1_000);
        }
        look(1);
        History history = History.EMPTY;
        for (int second = 2; second < 30; second++) {
            moves(5_000, 80, 100);
            history = look(second);
        }
        assertTrue(history.processes().members().stream().anyMatch(member -> pid(member.of()) == 5_000));
        assertEquals(Cast.MOST, history.processes().members().size());
    }

    @Test
    void whoeverWasQuietForAnHourLeaves() {
        look(0);
        moves(1, 443, 1_000);
        look(1);
        moves(2, 80, 10);
        assertEquals(2, look(2).processes().members().size());
        History history = History.EMPTY;
        for (int minute = 1; minute <= 62; minute++) {
            history = look(2 + minute * 60);
        }
        assertEquals(Cast.none(), history.processes());
        assertEquals(Cast.none(), history.hosts());
    }

    @Test
    void givenHistoryDoesNotChangeAnyMore() {
        look(0);
        moves(1, 443, 1_000);
        History first = look(1);
        moves(2, 443, 1_000);
        look(2);
        assertEquals(1, first.slices().size());
        assertEquals(1, first.processes().members().size());
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

    @Test
    void countsEachOpeningAndEachClosingOnce() {
        Instant now = START.plusSeconds(9);
        Row opened = new Row(Scene.connection(1, SocketState.ESTABLISHED, 1), Live.first(Scene.process(1), Evidence.EXACT, now, false));
        Row old = open(Scene.connection(2, SocketState.ESTABLISHED, 2));
        Row turned = new Row(Scene.connection(3, SocketState.TIME_WAIT, 0),
                open(Scene.connection(3, SocketState.ESTABLISHED, 3)).live().withChange(SocketState.ESTABLISHED, now));
        Row over = new Row(Scene.connection(4, SocketState.TIME_WAIT, 0), old.live().withClosed(now));
        Row gone = new Row(old.socket(), old.live().withClosed(now));
        Row before = new Row(old.socket(), old.live().withClosed(now.minusSeconds(1)));
        Row onlyWaits = new Row(Scene.connection(5, SocketState.TIME_WAIT, 0), opened.live());
        assertEquals(new Happenings(2 + 1, 3 + 1, 6),
                Happenings.of(List.of(opened, old, turned, over, gone, before, onlyWaits), 1, 6, now));
    }

    private void moves(int who, int port, int bytes) {
        Owner owner = Scene.process(who);
        turnover.add(new Flow(at("10.0.0.1", 40_000), at("10.1." + who / 250 % 250 + "." + who % 250, port), bytes, 0), who, owner, port);
    }

    private History look(int second) {
        return ring.add(new StateCounts(5, 2, 3, 4), new Happenings(1, 1, 1), line(), turnover, START.plus(Duration.ofSeconds(second)));
    }

    private static HistoryRing.Line line() {
        return new HistoryRing.Line(new Rate(5, 6), List.of("eth0"));
    }

    private static long pid(Owner owner) {
        return owner instanceof Owner.Processes processes ? processes.first().id().pid() : 0;
    }

    private static Row open(Socket socket) {
        return new Row(socket, Live.first(Scene.process(1), Evidence.EXACT, START, true));
    }

    private static Row closed(Socket socket) {
        return new Row(socket, open(socket).live().withClosed(START));
    }
}
