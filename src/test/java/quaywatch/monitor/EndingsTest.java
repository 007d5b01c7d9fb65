package quaywatch.monitor;

import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.TcpInfo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static quaywatch.model.SocketState.ESTABLISHED;
import static quaywatch.model.SocketState.TIME_WAIT;
import static quaywatch.monitor.Scene.START;
import static quaywatch.monitor.Scene.connection;
import static quaywatch.monitor.Scene.counting;
import static quaywatch.monitor.Scene.process;
import static quaywatch.monitor.Scene.tcp;

class EndingsTest {

    /** With the peer's FIN, which counts as a byte received. */
    private static final TcpInfo LAST = tcp(901, 400);

    private final Endings endings = new Endings();

    @Test
    void wordOfASocketThatWasNeverFollowedSaysNothing() {
        assertNull(endings.take(key(1), null, LAST));
    }

    @Test
    void rowOfOneStillOpenIsToldAsItIs() {
        Life open = life(1);
        Row before = open.row;
        List<Row> rows = List.of(before);
        assertSame(before, endings.take(open.key, open, LAST));
        assertSame(before, open.row);
        assertSame(rows, endings.in(rows));
    }

    @Test
    void lastCountersComeWithTheRowThatClosesAfterTheWord() {
        Life life = life(1);
        endings.take(life.key, life, LAST);
        life.close(START);
        assertEquals(tcp(900, 400), life.row.socket().tcp());
    }

    @Test
    void rowThatClosedInThisLookGetsTheCountersOfItsEndAndNoOtherIsTouched() {
        Life closed = closed(1);
        Life other = closed(2);
        Row before = closed.row;
        assertSame(before, endings.take(closed.key, closed, LAST));
        List<Row> rows = endings.in(List.of(other.row, before));
        assertSame(other.row, rows.getFirst());
        assertSame(closed.row, rows.getLast());
        assertEquals(new Row(before.socket().withTcp(tcp(900, 400)), before.live()), rows.getLast());
    }

    @Test
    void equalRowsAreToldApart() {
        Life one = closed(1);
        Life twin = closed(1);
        assertEquals(one.row, twin.row);
        Row before = one.row;
        endings.take(one.key, one, LAST);
        List<Row> rows = endings.in(List.of(twin.row, before));
        assertSame(twin.row, rows.getFirst());
        assertSame(one.row, rows.getLast());
    }

    @Test
    void nextLookKnowsNothingOfTheRowsOfTheOneBefore() {
        Life closed = closed(1);
        List<Row> rows = List.of(closed.row);
        endings.take(closed.key, closed, LAST);
        endings.startLook();
        assertSame(rows, endings.in(rows));
    }

    @Test
    void lateWordFindsTheRowThatIsFollowedNoLongerOnce() {
        Life gone = closed(1);
        endings.await(gone, null);
        assertSame(gone.row, endings.take(gone.key, null, LAST));
        assertNull(endings.take(gone.key, null, LAST), "the word comes once");
    }

    @Test
    void nothingIsAwaitedOfOneWhoseEndWasTold() {
        Life told = life(1);
        endings.take(told.key, told, LAST);
        endings.await(told, null);
        assertNull(endings.take(told.key, null, LAST));
    }

    @Test
    void nothingIsAwaitedOfAStandInWithoutCounters() {
        Life standIn = life(forgettingCounters(1));
        standIn.close(START);
        endings.await(standIn, null);
        assertNull(endings.take(standIn.key, null, LAST));
    }

    @Test
    void nothingIsAwaitedOfOneThatNeverCounted() {
        Life plain = life(forgettingCounters(1));
        endings.await(plain, null);
        assertNull(endings.take(plain.key, null, LAST));
    }

    @Test
    void wordOfTheFormerLifeEndsItsHeir() {
        Life former = life(1);
        Life heir = former.under(key(2));
        heir.update(new Sighting(forgettingCounters(2), process(5), Evidence.EXACT), START);
        endings.await(former, heir);
        endings.startLook();
        heir.close(START);
        Row closed = heir.row;
        assertSame(former.row, endings.take(former.key, null, LAST));
        Row ended = endings.in(List.of(closed)).getFirst();
        assertSame(heir.row, ended);
        assertEquals(TIME_WAIT, ended.socket().state());
        assertEquals(tcp(900, 400), ended.socket().tcp());
    }

    @Test
    void counterThatALookToldAlreadyIsNotTakenBack() {
        Life closed = closed(1);
        endings.take(closed.key, closed, tcp(100, 400));
        assertEquals(tcp(100, 400), closed.row.socket().tcp(), "100 were there without the FIN");
    }

    private static SocketKey key(long cookie) {
        return new SocketKey.ByCookie(0, cookie);
    }

    private static Life life(long cookie) {
        return life(counting(connection(5_000, ESTABLISHED, 11), cookie, 100, 10));
    }

    private static Life life(Socket socket) {
        return new Life(socket.key(), new Row(socket, Live.first(process(5), Evidence.EXACT, START, false)), START);
    }

    private static Life closed(long cookie) {
        Life life = life(cookie);
        life.close(START);
        return life;
    }

    /** What stands in for a connection in TIME_WAIT: another socket, which counts nothing. */
    private static Socket forgettingCounters(long cookie) {
        return counting(connection(5_000, TIME_WAIT, 0), cookie, 0, 0).withTcp(null);
    }
}
