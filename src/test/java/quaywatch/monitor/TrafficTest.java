package quaywatch.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketEvents.Drained;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SourceException;
import quaywatch.fake.HandScheduler;
import quaywatch.model.Belonging;
import quaywatch.model.Counting;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.SourceReport;
import quaywatch.model.Traffic;
import quaywatch.model.Traffic.Share;
import quaywatch.model.Traffic.Shares;
import quaywatch.model.Traffic.Sum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.model.SampleRow.endpoint;
import static quaywatch.model.SocketState.ESTABLISHED;
import static quaywatch.model.SocketState.TIME_WAIT;
import static quaywatch.monitor.Scene.at;
import static quaywatch.monitor.Scene.connection;
import static quaywatch.monitor.Scene.counting;
import static quaywatch.monitor.Scene.forgotten;
import static quaywatch.monitor.Scene.held;
import static quaywatch.monitor.Scene.process;
import static quaywatch.monitor.Scene.socket;

/** Totals and present sums, from looks and from what ended between them. */
class TrafficTest {

    private static final Owner SHORT_LIVED = new Owner.Unknown(Owner.Reason.SHORT_LIVED);
    private static final Endpoint FAR = at("10.0.0.2", 0);
    private static final Socket DOOR = withCookie(socket(Protocol.TCP, at("0.0.0.0", 80), at("0.0.0.0", 0), SocketState.LISTEN, 9), 99);

    private final Scene scene = new Scene();
    private final SamplingLoop loop = new SamplingLoop(scene.sockets(), scene.interfaces(), scene.events(), scene, new HandScheduler());

    @Test
    void whatWentBeforeTheFirstLookDoesNotCount() {
        assertEquals(Traffic.NONE, look(held(outgoing(1_000_000, 500_000), 1)).traffic());
        Traffic traffic = look(held(outgoing(1_000_600, 500_040), 1)).traffic();
        Sum sum = new Sum(600, 40, new Rates(600, 40));
        assertEquals(new Traffic(sum, Sum.NONE, only(process(1), sum), Shares.none(), Shares.none(), only(FAR, sum)), traffic);
    }

    @Test
    void totalsStayAndPresentSumsRest() {
        look(held(outgoing(0, 0), 1));
        look(held(outgoing(600, 40), 1));
        Traffic resting = look(held(outgoing(600, 40), 1)).traffic();
        assertEquals(new Sum(600, 40, Rates.NONE), resting.network());
        assertSame(Rates.NONE, resting.owners().busiest().getFirst().sum().now());
        assertSame(resting, look(held(outgoing(600, 40), 1)).traffic());
        Traffic later = look().traffic();
        assertEquals(only(process(1), new Sum(600, 40, Rates.NONE)), later.owners());
    }

    @Test
    void connectionThatBeganBetweenTwoLooksCountsInFull() {
        look(held(DOOR, 5));
        assertEquals(new Sum(600, 40, new Rates(600, 40)), look(held(DOOR, 5), held(outgoing(600, 40), 1)).traffic().network());
    }

    @Test
    void incomingCountsForItsListenersPort() {
        look(held(DOOR, 5), held(incoming(50_000, 7, 0, 0), 5));
        Traffic traffic = look(held(DOOR, 5), held(incoming(50_000, 7, 300, 900), 5)).traffic();
        assertEquals(only(80, new Sum(300, 900, new Rates(300, 900))), traffic.ports());
    }

    @Test
    void unitsAndContainersCountStartingCommandsDoNot() {
        Belonging unit = new Belonging.Unit("web.service", false);
        look();
        Traffic traffic = look(new Sighting(outgoing(600, 40), belonging(unit, 1), Evidence.EXACT),
                new Sighting(counting(connection(5001, ESTABLISHED, 12), 8, 10, 10), belonging(new Belonging.StartedBy("sh"), 2),
                        Evidence.EXACT))
                .traffic();
        assertEquals(only(unit, new Sum(600, 40, new Rates(600, 40))), traffic.services());
        assertEquals(new Sum(610, 50, new Rates(610, 50)), traffic.network());
    }

    @Test
    void conversationInsideTheMachineCountsOnceButForBothOwners() {
        look();
        Socket server = counting(loopback(80, 50_000), 1, 70, 9_000);
        Socket client = counting(loopback(50_000, 80), 2, 9_000, 70);
        Traffic traffic = look(held(client, 1), held(server, 5)).traffic();
        assertEquals(Sum.NONE, traffic.network());
        assertEquals(new Sum(70, 9_000, new Rates(70, 9_000)), traffic.inside());
        assertEquals(only(at("127.0.0.1", 0), traffic.inside()), traffic.hosts());
        assertEquals(Map.of(process(1), new Sum(9_000, 70, new Rates(9_000, 70)), process(5), traffic.inside()),
                traffic.owners().busiest().stream().collect(Collectors.toMap(Share::of, Share::sum)));
    }

    @Test
    void bytesWaitUntilTheirOwnerIsKnown() {
        look();
        Sighting unknown = new Sighting(outgoing(600, 40), Scene.FORGOTTEN, Evidence.RESOLVING);
        assertEquals(Sum.NONE, look(unknown).traffic().network());
        assertEquals(only(process(1), new Sum(600, 40, new Rates(600, 40))), look(held(outgoing(600, 40), 1)).traffic().owners());
    }

    @Test
    void bytesOfAnOwnerThatNeverBecameKnownCountAtTheEnd() {
        look();
        look(new Sighting(outgoing(600, 40), Scene.FORGOTTEN, Evidence.RESOLVING));
        assertEquals(600, look().traffic().network().received());
    }

    // ---- what ended between two looks

    @Test
    void lastBytesOfAKnownConnectionGoToItsOwner() {
        look(held(outgoing(1_000, 10), 1));
        scene.ends(outgoing(1_500, 12));
        assertEquals(only(process(1), new Sum(500, 2, new Rates(500, 2))), look().traffic().owners());
    }

    @Test
    void closedRowHasTheCountersOfItsEnd() {
        look(held(outgoing(1_000, 10), 1));
        scene.ends(outgoing(1_501, 12));
        assertEquals(Scene.tcp(1_500, 12), closed(look()).socket().tcp());
        assertEquals(Scene.tcp(1_500, 12), closed(look()).socket().tcp());
    }

    @Test
    void closedRowWhoseEndIsToldLateHasThemFromThenOn() {
        look(held(outgoing(1_000, 10), 1));
        assertEquals(Scene.tcp(1_000, 10), closed(look()).socket().tcp());
        scene.ends(outgoing(1_501, 12));
        assertEquals(Scene.tcp(1_500, 12), closed(look()).socket().tcp());
    }

    @Test
    void finIsNoByteReceivedNorIsItsLack() {
        look(held(outgoing(1_000, 10), 1));
        scene.ends(outgoing(1_001, 10));
        assertEquals(Scene.tcp(1_000, 10), closed(look()).socket().tcp());
        look(held(counting(connection(5001, ESTABLISHED, 12), 9, 700, 10), 1));
        scene.afterSeconds(9).ends(counting(connection(5001, ESTABLISHED, 12), 9, 700, 10));
        assertEquals(Scene.tcp(700, 10), closed(look()).socket().tcp());
    }

    /** Newer kernels: the stand-in has the cookie of the connection, and the source keeps the counters that it told last. */
    @Test
    void standInUnderTheSameCookieHasThemToo() {
        Sighting standIn = forgotten(counting(connection(5000, TIME_WAIT, 0), 7, 1_000, 10));
        look(held(outgoing(1_000, 10), 1));
        scene.ends(outgoing(1_501, 12));
        look(standIn);
        look(standIn);
        assertEquals(Scene.tcp(1_500, 12), closed(look()).socket().tcp());
    }

    @Test
    void connectionThatWentThroughTimeWaitHasThemWhenThatIsOver() {
        Sighting standIn = forgotten(withCookie(connection(5000, TIME_WAIT, 0), 8));
        look(held(outgoing(1_000, 10), 1));
        scene.ends(outgoing(1_501, 12));
        assertNull(look(standIn).rows().getFirst().socket().tcp());
        look(standIn);
        assertEquals(Scene.tcp(1_500, 12), closed(look()).socket().tcp());
        look(standIn);
        assertNull(look(standIn).rows().getFirst().socket().tcp());
    }

    @Test
    void standInWhoseEndWasNotToldHasWhatTheLastLookSaw() {
        Sighting standIn = forgotten(withCookie(connection(5000, TIME_WAIT, 0), 8));
        look(held(outgoing(1_000, 10), 1));
        look(standIn);
        assertEquals(Scene.tcp(1_000, 10), closed(look()).socket().tcp());
    }

    private static Row closed(Snapshot snapshot) {
        Row row = snapshot.rows().getFirst();
        assertTrue(row.isClosed());
        return row;
    }

    @Test
    void lastBytesGoToTheOwnerAlsoWhereTimeWaitFollows() {
        look(held(outgoing(1_000, 10), 1));
        scene.ends(outgoing(1_500, 12));
        Traffic traffic = look(forgotten(connection(5000, TIME_WAIT, 0))).traffic();
        assertEquals(only(process(1), new Sum(500, 2, new Rates(500, 2))), traffic.owners());
    }

    @Test
    void lateWordOfAnEndIsNoNewConnection() {
        look(held(outgoing(1_000, 10), 1));
        look(forgotten(connection(5000, TIME_WAIT, 0)));
        scene.ends(outgoing(1_500, 12));
        assertEquals(new Sum(500, 2, new Rates(500, 2)), look(forgotten(connection(5000, TIME_WAIT, 0))).traffic().network());
    }

    @Test
    void wordThatComesWhenTheRowIsGoneIsNoNewConnectionEither() {
        look(held(outgoing(2_000, 20), 1));
        look();
        scene.afterSeconds(59);
        scene.ends(outgoing(2_060, 20));
        assertEquals(only(process(1), new Sum(60, 0, new Rates(1, 0))), look().traffic().owners());
    }

    @Test
    void deadConnectionThatItsProcessClosesMuchLaterIsNoNewOne() {
        look(held(outgoing(2_000, 20), 1));
        for (int i = 0; i < 100; i++) {
            look();
        }
        scene.ends(outgoing(2_060, 20));
        assertEquals(60, look().traffic().network().received());
    }

    @Test
    void onlyThoseWhoseEndIsToComeAreRemembered() {
        Departed departed = new Departed();
        for (int cookie = 1; cookie <= Departed.MOST + 1; cookie++) {
            Socket socket = incoming(cookie, cookie, 1, 1);
            departed.keep(socket.key(), new Row(socket, Live.first(process(1), Evidence.EXACT, scene.instant(), false)), null);
        }
        assertNull(departed.take(incoming(1, 1, 1, 1).key()));
        assertNotNull(departed.take(incoming(2, 2, 1, 1).key()));
        assertNull(departed.take(incoming(2, 2, 1, 1).key()));
    }

    @Test
    void connectionOfWhichALookSawOnlyTheStandInCountsInFull() {
        look();
        scene.ends(outgoing(300, 900));
        Traffic traffic = look(forgotten(withCookie(connection(5000, TIME_WAIT, 0), 7))).traffic();
        assertEquals(only(SHORT_LIVED, new Sum(300, 900, new Rates(300, 900))), traffic.owners());
    }

    @Test
    void standInThatWasThereFromTheStartIsNoneOfOurWatch() {
        look(forgotten(withCookie(connection(5000, TIME_WAIT, 0), 7)));
        scene.ends(outgoing(300, 900));
        Snapshot snapshot = look(forgotten(withCookie(connection(5000, TIME_WAIT, 0), 7)));
        assertEquals(Traffic.NONE, snapshot.traffic());
        assertEquals(Counting.COMPLETE, snapshot.report().counting());
    }

    @Test
    void servedConnectionThatEndedBeforeItsOwnerWasFoundGoesToTheListener() {
        look(held(DOOR, 5));
        scene.ends(incoming(50_000, 40, 300, 900));
        Sighting open = new Sighting(incoming(50_000, 40, 100, 0), Scene.FORGOTTEN, Evidence.RESOLVING);
        look(held(DOOR, 5), open);
        assertEquals(300, look(held(DOOR, 5)).traffic().ports().busiest().getFirst().sum().received());
        assertEquals(only(process(5), new Sum(300, 900, Rates.NONE)), look(held(DOOR, 5)).traffic().owners());
    }

    @Test
    void servedConnectionThatIsAnOrphanWhenFirstSeenGoesToTheListener() {
        look(held(DOOR, 5));
        assertEquals(only(process(5), new Sum(300, 900, new Rates(300, 900))),
                look(held(DOOR, 5), forgotten(incoming(50_000, 40, 300, 900))).traffic().owners());
    }

    @Test
    void connectionThatNoLookSawGoesToTheListener() {
        look(held(DOOR, 5));
        scene.ends(incoming(50_000, 40, 300, 900)).ends(incoming(50_001, 41, 300, 900));
        Traffic traffic = look(held(DOOR, 5)).traffic();
        Sum sum = new Sum(600, 1_800, new Rates(600, 1_800));
        assertEquals(only(process(5), sum), traffic.owners());
        assertEquals(only(80, sum), traffic.ports());
        assertEquals(sum, traffic.network());
    }

    @Test
    void connectionThatNoLookSawGoesToTheListenerThatTookIt() {
        Sighting six = held(withCookie(socket(Protocol.TCP, at("::", 80), at("::", 0), SocketState.LISTEN, 10), 98), 6);
        look(held(DOOR, 5), six);
        scene.ends(counting(socket(Protocol.TCP, endpoint("mapped:10.0.0.1:80"), endpoint("mapped:10.0.0.2:5"), ESTABLISHED, 0), 40, 300,
                900));
        assertEquals(only(process(6), new Sum(300, 900, new Rates(300, 900))), look(held(DOOR, 5), six).traffic().owners());
    }

    @Test
    void requestThatALookSawGoesToTheListenerInFull() {
        Socket request = withCookie(incoming(50_000, 40, 0, 0), SocketState.SYN_RECV);
        look(held(DOOR, 5), forgotten(request));
        scene.ends(incoming(50_000, 40, 300, 900));
        assertEquals(only(process(5), new Sum(300, 900, new Rates(300, 900))), look(held(DOOR, 5)).traffic().owners());
    }

    @Test
    void callerThatNoLookSawIsNotKnown() {
        look(held(DOOR, 5));
        scene.ends(outgoing(300, 900));
        assertEquals(only(SHORT_LIVED, new Sum(300, 900, new Rates(300, 900))), look(held(DOOR, 5)).traffic().owners());
    }

    @Test
    void listenerThatLeftWithItsClientsStillOwnsThem() {
        look(held(DOOR, 5));
        scene.ends(incoming(50_000, 40, 300, 900));
        assertEquals(only(process(5), new Sum(300, 900, new Rates(300, 900))), look().traffic().owners());
    }

    @Test
    void endsBeforeTheFirstLookAreDropped() {
        scene.ends(outgoing(300, 900));
        scene.ended = new Drained(scene.ended.ends(), true);
        Snapshot first = look();
        assertEquals(Traffic.NONE, first.traffic());
        assertEquals(Counting.COMPLETE, first.report().counting());
    }

    @Test
    void lostEndsAreSaidFromThenOn() {
        look();
        scene.ended = new Drained(List.of(), true);
        assertEquals(Counting.LOST, look().report().counting());
        assertEquals(Counting.LOST, look().report().counting());
        scene.failure = new SourceException("no");
        assertEquals(Counting.LOST, look().report().counting());
    }

    @Test
    void failedLookKeepsTheTotals() {
        look();
        Traffic before = look(held(outgoing(600, 40), 1)).traffic();
        scene.failure = new SourceException("no");
        assertSame(before, look().traffic());
        scene.failure = null;
        assertEquals(new Sum(1_000, 40, new Rates(200, 0)), look(held(outgoing(1_000, 40), 1)).traffic().network());
    }

    @Test
    void endThatMayBeOlderThanTheWatchIsLost() {
        look();
        scene.report = new SourceReport("scene", Duration.ZERO, 0, 0, false, List.of());
        look();
        scene.ends(outgoing(300, 900));
        Snapshot snapshot = look();
        assertEquals(Traffic.NONE, snapshot.traffic());
        assertEquals(Counting.LOST, snapshot.report().counting());
    }

    @Test
    void withoutEventsShortConnectionsAreMissing() {
        scene.tells = false;
        assertEquals(Counting.COMPLETE, look().report().counting());
        assertEquals(Counting.SHORT_MISSED, look(held(outgoing(0, 0), 1)).report().counting());
    }

    @Test
    void eventsBeginOnceBeforeTheFirstLook() {
        assertEquals(0, scene.eventsStarted);
        assertEquals(List.of(), look().report().troubles());
        look();
        assertEquals(1, scene.eventsStarted);
    }

    @Test
    void eventsAreClosedWithTheLoop() {
        loop.close();
        assertEquals(1, scene.eventsClosed);
    }

    // ---- bounds

    @Test
    void smallestAreTogetherAndNothingGetsLost() {
        Ledger<Integer> ledger = new Ledger<>();
        long all = 0;
        Shares<Integer> shares = Shares.none();
        for (int i = 1; i <= 5_000; i++) {
            ledger.add(i, i, i, 1);
            all += i;
            if (i % 500 == 0) {
                shares = ledger.settle(Duration.ofSeconds(1));
            }
        }
        assertEquals(Ledger.SHOWN, shares.busiest().size());
        assertEquals(5_000, shares.busiest().getFirst().of());
        Sum sum = shares.busiest().stream().map(Share::sum).reduce(shares.others(), Sum::plus);
        assertEquals(all, sum.received());
        assertEquals(5_000, sum.sent());
        assertEquals(500, sum.now().out());
        assertTrue(shares.others().received() > 0);
        Shares<Integer> resting = ledger.settle(Duration.ofSeconds(1));
        assertEquals(Rates.NONE, resting.busiest().stream().map(Share::sum).reduce(resting.others(), Sum::plus).now());
        assertSame(resting, ledger.settle(Duration.ofSeconds(1)));
    }

    private Snapshot look(Sighting... sightings) {
        scene.shows(sightings).afterSeconds(1);
        return loop.tickOnce();
    }

    private static Socket outgoing(long received, long sent) {
        return counting(connection(5000, ESTABLISHED, 11), 7, received, sent);
    }

    private static Socket incoming(int port, long cookie, long received, long sent) {
        return counting(socket(Protocol.TCP, at("10.0.0.1", 80), at("10.0.0.2", port), ESTABLISHED, 1_000 + port), cookie, received, sent);
    }

    private static Socket loopback(int from, int to) {
        return socket(Protocol.TCP, at("127.0.0.1", from), at("127.0.0.1", to), ESTABLISHED, 2_000 + from);
    }

    private static Socket withCookie(Socket socket, long cookie) {
        return counting(socket, cookie, 0, 0).withTcp(null);
    }

    private static Socket withCookie(Socket socket, SocketState state) {
        return new Socket(socket.protocol(), socket.family(), socket.local(), socket.remote(), state, 0, socket.cookie(), null, 0,
                socket.queues(), null);
    }

    private static Owner belonging(Belonging belonging, long pid) {
        return new Owner.Processes(List.of(new ProcessFacts(new ProcessId(pid, 7), 1, "web", "", "", "", null, null, belonging)));
    }

    private static <T> Shares<T> only(T of, Sum sum) {
        return new Shares<>(List.of(new Share<>(of, sum)), Sum.NONE);
    }
}
