package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.Queues;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static quaywatch.model.SocketState.CLOSE_WAIT;
import static quaywatch.model.SocketState.ESTABLISHED;
import static quaywatch.model.SocketState.FIN_WAIT2;
import static quaywatch.model.SocketState.SYN_RECV;
import static quaywatch.model.SocketState.TIME_WAIT;
import static quaywatch.monitor.Scene.START;
import static quaywatch.monitor.Scene.connection;
import static quaywatch.monitor.Scene.forgotten;
import static quaywatch.monitor.Scene.held;
import static quaywatch.monitor.Scene.listener;
import static quaywatch.monitor.Scene.process;
import static quaywatch.monitor.Scene.udp;

class LivesTest {

    private final Lives lives = new Lives();

    @Test
    void firstSampleIsFromTheStartAndLaterOnesAreNot() {
        Row old = row(listener(1, 11), live(1, 0, true));
        Row fresh = row(listener(2, 12), live(2, 1, false));
        assertEquals(List.of(old), at(0, held(listener(1, 11), 1)));
        assertEquals(List.of(old, fresh), at(1, held(listener(1, 11), 1), held(listener(2, 12), 2)));
    }

    @Test
    void unchangedSocketKeepsItsRowObject() {
        Row before = at(0, held(listener(1, 11), 1)).getFirst();
        assertSame(before, at(1, held(listener(1, 11), 1)).getFirst());
    }

    @Test
    void rowsFollowTheOrderOfTheSampleAndStayTheSameObjects() {
        List<Row> before = at(0, held(listener(1, 11), 1), held(listener(2, 12), 2), held(listener(3, 13), 3));
        List<Row> after = at(1, held(listener(3, 13), 3), held(listener(1, 11), 1), held(listener(2, 12), 2));
        assertEquals(List.of(before.get(2), before.get(0), before.get(1)), after);
        for (Row row : after) {
            assertSame(before.get(before.indexOf(row)), row);
        }
    }

    @Test
    void changedQueueMakesANewRowWithTheSameLife() {
        Row before = at(0, held(listener(1, 11), 1)).getFirst();
        Socket busy = queued(listener(1, 11), 3);
        Row after = at(1, held(busy, 1)).getFirst();
        assertEquals(new Row(busy, before.live()), after);
        assertSame(before.live(), after.live());
    }

    @Test
    void changedStateIsKeptWithItsTime() {
        at(0, held(connection(5000, ESTABLISHED, 11), 1));
        assertEquals(List.of(row(connection(5000, CLOSE_WAIT, 11), live(1, 0, true).withChange(ESTABLISHED, time(1)))),
                at(1, held(connection(5000, CLOSE_WAIT, 11), 1)));
    }

    @Test
    void newOwnerIsTakenOver() {
        at(0, new Sighting(listener(1, 11), new Owner.Unknown(Owner.Reason.NOT_FOUND), Evidence.EXACT));
        assertEquals(List.of(row(listener(1, 11), live(7, 0, true))), at(1, held(listener(1, 11), 7)));
    }

    @Test
    void ownerThatIsLookedUpAgainStaysMeanwhile() {
        Row before = at(0, held(listener(1, 11), 1)).getFirst();
        assertSame(before,
                at(1, new Sighting(listener(1, 11), new Owner.Unknown(Owner.Reason.NOT_FOUND), Evidence.RESOLVING)).getFirst());
    }

    @Test
    void goneSocketStaysClosedForThreeSecondsAfterTheOpenOnes() {
        at(0, held(listener(1, 11), 1), held(listener(2, 12), 2));
        Row open = row(listener(2, 12), live(2, 0, true));
        Row closed = row(listener(1, 11), live(1, 0, true).withClosed(time(1)));
        assertEquals(List.of(open, closed), at(1, held(listener(2, 12), 2)));
        assertEquals(List.of(open, closed), at(3, held(listener(2, 12), 2)));
        assertEquals(List.of(open), at(4, held(listener(2, 12), 2)));
    }

    @Test
    void closedRowDoesNotStayForAnHourWhereTheClockIsSetBackByOne() {
        at(7_200, held(listener(1, 11), 1));
        at(7_201);
        assertEquals(List.of(), at(3_602));
    }

    @Test
    void closedRowIsTheSameObjectWhileItStays() {
        at(0, held(listener(1, 11), 1));
        assertSame(at(1).getFirst(), at(2).getFirst());
    }

    @Test
    void socketThatComesBackWhileClosedIsReopened() {
        Row before = at(0, held(listener(1, 11), 1)).getFirst();
        at(1);
        assertEquals(List.of(before), at(2, held(listener(1, 11), 1)));
    }

    @Test
    void socketThatComesBackLaterIsNew() {
        at(0, held(listener(1, 11), 1));
        at(1);
        at(4);
        assertEquals(List.of(row(listener(1, 11), live(1, 5, false))), at(5, held(listener(1, 11), 1)));
    }

    @Test
    void oneMissingUdpSightingIsNoProofOfClosing() {
        Row before = at(0, held(udp(53, 11), 1), held(listener(2, 12), 2)).getFirst();
        List<Row> missed = at(1, held(listener(2, 12), 2));
        assertSame(before, missed.get(1));
        assertSame(before, at(2, held(udp(53, 11), 1), held(listener(2, 12), 2)).getFirst());
    }

    @Test
    void udpSocketIsClosedAfterTwoAbsentSamples() {
        at(0, held(udp(53, 11), 1));
        at(1);
        assertEquals(List.of(row(udp(53, 11), live(1, 0, true).withClosed(time(2)))), at(2));
        assertEquals(List.of(), at(5));
    }

    @Test
    void incompleteSampleDoesNotProveAClosing() {
        Row before = at(0, held(listener(1, 11), 1)).getFirst();
        assertSame(before, lives.merge(List.of(), false, time(1)).getFirst());
        assertEquals(List.of(row(listener(1, 11), live(1, 0, true).withClosed(time(2)))), lives.merge(List.of(), false, time(2)));
    }

    @Test
    void duplicateOfAKeyMakesNoSecondRow() {
        Row one = row(listener(1, 11), live(1, 0, true));
        assertEquals(List.of(one), at(0, held(listener(1, 11), 1), held(listener(1, 11), 1)));
        assertEquals(List.of(one), at(1, held(listener(1, 11), 1), held(queued(listener(1, 11), 4), 1)));
        assertEquals(List.of(one), at(2, held(listener(1, 11), 1)));
    }

    @ParameterizedTest
    @CsvSource({"TIME_WAIT", "FIN_WAIT2", "FIN_WAIT1", "LAST_ACK", "CLOSING"})
    void connectionThatLosesItsInodeStaysOneRowWithItsOwner(SocketState closing) {
        at(0, held(connection(5000, ESTABLISHED, 11), 1));
        Live live = new Live(process(1), Evidence.REMEMBERED, START, true, time(1), ESTABLISHED, null);
        Row after = row(connection(5000, closing, 0), live);
        assertEquals(List.of(after), at(1, forgotten(connection(5000, closing, 0))));
        assertSame(at(2, forgotten(connection(5000, closing, 0))).getFirst(),
                at(3, forgotten(connection(5000, closing, 0))).getFirst());
    }

    @Test
    void connectionIsOneRowUntilItsEnd() {
        at(0);
        at(1, forgotten(connection(5000, SYN_RECV, 0)));
        at(2, held(connection(5000, ESTABLISHED, 11), 1));
        at(3, forgotten(connection(5000, FIN_WAIT2, 0)));
        Live live = new Live(process(1), Evidence.REMEMBERED, time(1), false, time(4), FIN_WAIT2, null);
        assertEquals(List.of(row(connection(5000, TIME_WAIT, 0), live)), at(4, forgotten(connection(5000, TIME_WAIT, 0))));
        assertEquals(List.of(row(connection(5000, TIME_WAIT, 0), live.withClosed(time(5)))), at(5));
    }

    @Test
    void sameEndsWithAnotherInodeAreAnotherConnection() {
        at(0, held(connection(5000, ESTABLISHED, 11), 1));
        assertEquals(List.of( //
                row(connection(5000, ESTABLISHED, 12), live(2, 1, false)), //
                row(connection(5000, ESTABLISHED, 11), live(1, 0, true).withClosed(time(1)))),
                at(1, held(connection(5000, ESTABLISHED, 12), 2)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 12})
    void nothingFollowsTimeWaitButAnotherConnection(long inode) {
        at(0, forgotten(connection(5000, TIME_WAIT, 0)));
        assertEquals(row(connection(5000, ESTABLISHED, inode), live(2, 1, false)),
                at(1, held(connection(5000, ESTABLISHED, inode), 2)).getFirst());
    }

    @Test
    void ownerIsRememberedBeyondTheRow() {
        at(0, held(connection(5000, ESTABLISHED, 11), 1));
        at(1);
        at(60);
        Live live = Live.first(process(1), Evidence.REMEMBERED, time(61), false);
        assertEquals(List.of(row(connection(5000, TIME_WAIT, 0), live)), at(61, forgotten(connection(5000, TIME_WAIT, 0))));
    }

    @Test
    void timerThatOnlyRoundsDifferentlyChangesNothing() {
        Row before = at(0, forgotten(ending(connection(5000, TIME_WAIT, 0), time(60)))).getFirst();
        assertSame(before, at(1, forgotten(ending(connection(5000, TIME_WAIT, 0), time(60).plusMillis(990)))).getFirst());
        Socket later = ending(connection(5000, TIME_WAIT, 0), time(61));
        assertEquals(later, at(2, forgotten(later)).getFirst().socket());
    }

    /** Churn over a thousand ticks, with duplicates, gaps and another order each time: every key at most once, every shown socket there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void churnNeverMakesTwoRowsOfOneKey(long seed) {
        Random random = new Random(seed);
        for (int second = 0; second < 1_000; second++) {
            List<Sighting> sample = randomSample(random);
            List<Row> rows = lives.merge(sample, random.nextInt(10) > 0, time(second));
            Set<SocketKey> keys = new HashSet<>();
            for (Row row : rows) {
                assertEquals(true, keys.add(row.socket().key()), () -> "twice: " + row);
            }
            Set<SocketKey> open = new HashSet<>();
            rows.stream().filter(row -> !row.isClosed()).forEach(row -> open.add(row.socket().key()));
            sample.forEach(sighting -> assertEquals(true, open.contains(sighting.socket().key()), () -> "lost: " + sighting));
        }
    }

    private static List<Sighting> randomSample(Random random) {
        List<Sighting> sample = new ArrayList<>();
        SocketState[] states = {SYN_RECV, ESTABLISHED, CLOSE_WAIT, FIN_WAIT2, TIME_WAIT};
        for (int i = 0; i < random.nextInt(12); i++) {
            int port = 1 + random.nextInt(6);
            long inode = random.nextInt(3);
            switch (random.nextInt(3)) {
                case 0 -> sample.add(held(udp(port, inode), port));
                case 1 -> sample.add(held(listener(port, inode), port));
                default -> sample.add(forgotten(connection(port, states[random.nextInt(states.length)], inode)));
            }
        }
        sample.addAll(sample.subList(0, sample.size() / 4));
        Collections.shuffle(sample, random);
        return sample;
    }

    private List<Row> at(long second, Sighting... sightings) {
        return lives.merge(List.of(sightings), true, time(second));
    }

    private static Instant time(long second) {
        return START.plus(Duration.ofSeconds(second));
    }

    private static Row row(Socket socket, Live live) {
        return new Row(socket, live);
    }

    private static Live live(long pid, long second, boolean fromStart) {
        return Live.first(process(pid), Evidence.EXACT, time(second), fromStart);
    }

    private static Socket queued(Socket socket, long receive) {
        return new Socket(socket.protocol(), socket.family(), socket.local(), socket.remote(), socket.state(), socket.inode(), 0, null, 0,
                new Queues(receive, 0), null);
    }

    private static Socket ending(Socket socket, Instant end) {
        return new Socket(socket.protocol(), socket.family(), socket.local(), socket.remote(), socket.state(), socket.inode(), 0, null, 0,
                Queues.EMPTY, end);
    }
}
