package quaywatch.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import quaywatch.collect.SourceException;
import quaywatch.fake.HandScheduler;
import quaywatch.model.Closed;
import quaywatch.model.Evidence;
import quaywatch.model.History;
import quaywatch.model.InterfaceCounters;
import quaywatch.model.Live;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.SourceReport;
import quaywatch.model.SourceReport.Trouble;

import static java.lang.Double.NaN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static quaywatch.monitor.Scene.START;
import static quaywatch.monitor.Scene.held;
import static quaywatch.monitor.Scene.listener;

class SamplingLoopTest {

    /** Held here, for loggers are only weakly kept: what a listener throws on purpose is not for the test's output. */
    private static final Logger LOG = Logger.getLogger(SamplingLoop.class.getName());

    private final Scene scene = new Scene();
    private final HandScheduler scheduler = new HandScheduler();
    private final SamplingLoop loop = new SamplingLoop(scene.sockets(), scene.interfaces(), scene.events(), scene, scheduler);
    private final List<Snapshot> heard = new ArrayList<>();

    @BeforeAll
    static void keepQuiet() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        LOG.setLevel(null);
    }

    @Test
    void tellsOneSnapshotForOneLook() {
        scene.shows(held(listener(8080, 5), 40));
        scene.counters = List.of(new InterfaceCounters("eth0", 1, 2, false));

        Row row = new Row(listener(8080, 5), Live.first(Scene.process(40), Evidence.EXACT, START, true));
        assertEquals(new Snapshot(1, START, List.of(row), History.EMPTY, Scene.REPORT), loop.tickOnce());
    }

    @Test
    void latestIsNoneBeforeTheFirstLookAndThenTheLast() {
        assertSame(Snapshot.NONE, loop.latest());
        Snapshot first = loop.tickOnce();
        assertSame(first, loop.latest());
    }

    @Test
    void handsTheRowsOnWithoutCopyingThem() {
        scene.shows(held(listener(1, 1), 1), held(listener(2, 2), 2), held(listener(3, 3), 3));
        List<Row> rows = loop.tickOnce().rows();
        assertSame(rows, List.copyOf(rows));
    }

    @Test
    void failingSourceKeepsTheOldRowsAndSaysWhy() {
        scene.shows(held(listener(8080, 5), 40));
        Snapshot good = loop.tickOnce();
        scene.afterSeconds(1).failure = new SourceException("Permission denied");

        SourceReport report = new SourceReport("scene", Duration.ZERO, 0, 0, false, List.of(new Trouble("scene", "Permission denied")));
        assertEquals(new Snapshot(2, START.plusSeconds(1), good.rows(), good.history(), report), loop.tickOnce());

        scene.afterSeconds(1).failure = null;
        Snapshot again = loop.tickOnce();
        assertEquals(Scene.REPORT, again.report());
        assertSame(good.rows().getFirst(), again.rows().getFirst());
    }

    @Test
    void closedSocketIsAmongTheRowsForAMomentAndThenAmongTheClosedOnes() {
        scene.shows(held(listener(8080, 5), 40));
        loop.tickOnce();
        Row ghost = after(scene.afterSeconds(1).shows()).rows().getFirst();
        assertSame(Closed.NONE, after(scene.afterSeconds(2)).closed());
        Snapshot later = after(scene.afterSeconds(1));
        assertEquals(List.of(), later.rows());
        assertSame(ghost, later.closed().rows().getFirst());
        assertSame(later.closed(), after(scene.afterSeconds(1)).closed());
        scene.failure = new SourceException("Permission denied");
        assertSame(later.closed(), after(scene.afterSeconds(1)).closed());
        assertSame(Closed.NONE, after(scene.afterSeconds(3_600)).closed());
    }

    private Snapshot after(Scene moved) {
        assertSame(scene, moved);
        return loop.tickOnce();
    }

    @Test
    void failingInterfacesAreATroubleAndNoMore() {
        scene.accident = new IllegalStateException("gone");
        scene.shows(held(listener(8080, 5), 40));
        SourceReport report = new SourceReport("scene", Scene.REPORT.cost(), 0, 0, true,
                List.of(new Trouble("interfaces", "java.lang.IllegalStateException: gone")));
        Snapshot snapshot = loop.tickOnce();
        assertEquals(report, snapshot.report());
        assertEquals(1, snapshot.rows().size());
    }

    @Test
    void looksAtOnceAndThenOneIntervalAfterEachLook() {
        loop.listen(heard::add);
        loop.start();
        assertEquals(List.of(Duration.ZERO), scheduler.waiting());
        scheduler.pass(Duration.ZERO);
        assertEquals(List.of(Duration.ofSeconds(1)), scheduler.waiting());
        scheduler.pass(Duration.ofSeconds(3));
        assertEquals(List.of(1L, 2L, 3L, 4L), sequences());
    }

    @Test
    void startingTwiceLooksOnce() {
        loop.start();
        loop.start();
        assertEquals(List.of(Duration.ZERO), scheduler.waiting());
    }

    @Test
    void failuresNeverEndTheLoop() {
        loop.listen(_ -> {
            throw new IllegalArgumentException("a listener's own trouble");
        });
        loop.listen(heard::add);
        scene.failure = new SourceException("no");
        loop.start();
        scheduler.pass(Duration.ofSeconds(2));
        assertEquals(List.of(1L, 2L, 3L), sequences());
    }

    @Test
    void evenAnErrorInAListenerDoesNotEndTheLoop() {
        loop.listen(heard::add);
        loop.listen(_ -> {
            throw new AssertionError("on purpose");
        });
        loop.start();
        scheduler.pass(Duration.ofSeconds(2));
        assertEquals(List.of(1L, 2L, 3L), sequences());
    }

    @Test
    void listenerThatLeftHearsNothingMore() {
        SamplingLoop.Listening listening = loop.listen(heard::add);
        loop.tickOnce();
        listening.close();
        loop.tickOnce();
        assertEquals(List.of(1L), sequences());
    }

    @Test
    void newIntervalCountsFromTheLastLook() {
        loop.start();
        scheduler.pass(Duration.ofMillis(400));
        loop.setInterval(Duration.ofSeconds(2));
        assertEquals(List.of(Duration.ofMillis(1600)), scheduler.waiting());
        loop.setInterval(Duration.ofMillis(500));
        assertEquals(List.of(Duration.ofMillis(100)), scheduler.waiting());
        scheduler.pass(Duration.ofMillis(100));
        assertEquals(List.of(Duration.ofMillis(500)), scheduler.waiting());
    }

    @Test
    void intervalOutOfRangeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> loop.setInterval(Duration.ofMillis(499)));
        assertThrows(IllegalArgumentException.class, () -> loop.setInterval(Duration.ofMillis(60_001)));
        loop.setInterval(SamplingLoop.SHORTEST);
        loop.setInterval(SamplingLoop.LONGEST);
    }

    @Test
    void scanNowLooksAtOnceAndKeepsOnePlan() {
        loop.listen(heard::add);
        loop.start();
        scheduler.pass(Duration.ofMillis(300));
        loop.scanNow();
        loop.scanNow();
        assertEquals(List.of(Duration.ZERO), scheduler.waiting());
        scheduler.pass(Duration.ZERO);
        assertEquals(List.of(1L, 2L), sequences());
        assertEquals(List.of(Duration.ofSeconds(1)), scheduler.waiting());
    }

    @Test
    void scanNowDuringALookMakesOneMoreRightAfter() {
        loop.listen(snapshot -> {
            heard.add(snapshot);
            if (snapshot.sequence() == 1) {
                loop.scanNow();
            }
        });
        loop.start();
        scheduler.pass(Duration.ZERO);
        assertEquals(List.of(1L, 2L), sequences());
        assertEquals(List.of(Duration.ofSeconds(1)), scheduler.waiting());
    }

    @Test
    void scanNowBeforeStartDoesNothing() {
        loop.scanNow();
        assertEquals(List.of(), scheduler.waiting());
    }

    @Test
    void closingEndsTheLoopAndClosesTheSourceOnce() {
        loop.start();
        scheduler.pass(Duration.ZERO);
        loop.close();
        loop.close();
        assertEquals(List.of(), scheduler.waiting());
        assertEquals(1, scene.closed);
        assertThrows(IllegalStateException.class, loop::tickOnce);
    }

    @Test
    void closingDuringALookClosesTheSourceAndPlansNothing() {
        loop.listen(_ -> loop.close());
        loop.start();
        scheduler.pass(Duration.ofSeconds(5));
        assertEquals(1, scene.closed);
        assertEquals(List.of(), scheduler.waiting());
    }

    @Test
    void schedulerThatWasShutDownIsNoFailure() {
        loop.start();
        scheduler.shutdown();
        scheduler.pass(Duration.ZERO);
        assertEquals(1, loop.latest().sequence());
    }

    private List<Long> sequences() {
        return heard.stream().map(Snapshot::sequence).toList();
    }
}
