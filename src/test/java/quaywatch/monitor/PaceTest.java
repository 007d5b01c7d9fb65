package quaywatch.monitor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.fake.HandScheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How long a loop waits, by what its runs took. */
class PaceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HandScheduler scheduler = new HandScheduler();
    /** What the next runs take; zero once it is empty. */
    private final Deque<Duration> costs = new ArrayDeque<>();
    private boolean done = true;
    private final Pace pace = new Pace(scheduler, this::run);

    private void run() {
        pace.worked(costs.isEmpty() ? Duration.ZERO : costs.removeFirst(), done);
    }

    /** The wait after so many runs. */
    private Duration waitAfter(Duration... taken) {
        costs.addAll(List.of(taken));
        pace.start();
        while (!costs.isEmpty()) {
            scheduler.pass(scheduler.waiting().getFirst());
        }
        return scheduler.waiting().getFirst();
    }

    @Test
    void cheapRunsKeepTheInterval() {
        assertEquals(SECOND, waitAfter(Duration.ofMillis(50), Duration.ofMillis(50)));
        assertEquals(Duration.ZERO, pace.slowedTo());
    }

    @Test
    void runsThatTakeMoreThanTheirShareWaitLonger() {
        assertEquals(Duration.ofMillis(1_900), waitAfter(Duration.ofMillis(100), Duration.ofMillis(100)));
        assertEquals(Duration.ofMillis(1_900), pace.slowedTo());
    }

    @Test
    void largerShareWaitsLess() {
        pace.setShare(0.5);
        assertEquals(SECOND, waitAfter(Duration.ofMillis(800), Duration.ofMillis(800)));
    }

    @Test
    void oneLongRunAloneSlowsNothingDown() {
        assertEquals(SECOND, waitAfter(Duration.ofSeconds(2)));
        assertEquals(SECOND, waitAfter(Duration.ofMillis(20)));
    }

    @Test
    void nothingWaitsLongerThanAMinute() {
        assertEquals(SamplingLoop.LONGEST, waitAfter(Duration.ofSeconds(30), Duration.ofSeconds(30)));
    }

    @Test
    void restOfUnfinishedWorkComesSoon() {
        done = false;
        assertEquals(Duration.ofMillis(100), waitAfter(Duration.ofSeconds(2), Duration.ofSeconds(2)));
    }

    @Test
    void nudgeRunsAtOnceWhereRunsAreCheap() {
        waitAfter(Duration.ofMillis(1), Duration.ZERO);
        pace.nudge();
        assertEquals(Duration.ZERO, scheduler.waiting().getFirst());
    }

    @Test
    void nudgeAfterALongRunChangesNothing() {
        pace.setShare(0.5);
        assertEquals(SECOND, waitAfter(Duration.ofMillis(10), Duration.ofSeconds(20)));
        pace.nudge();
        assertEquals(SECOND, scheduler.waiting().getFirst());
        assertEquals(1, scheduler.waiting().size());
    }

    @Test
    void nudgeBeforeTheStartDoesNothing() {
        pace.nudge();
        assertEquals(List.of(), scheduler.waiting());
    }
}
