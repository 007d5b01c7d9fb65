package quaywatch.monitor;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

/**
 * Runs a task again and again: one interval after its last end, sooner on demand, never twice at a time, and later where it would take more than
 * its share of a core.
 */
final class Pace {

    /** After work that was left unfinished; nobody should wait a minute for the rest. */
    private static final Duration SOON = Duration.ofMillis(100);

    /** After a run that was nudged comes a rest of so many times its length. */
    private static final int NUDGED_REST = 4;

    private final ScheduledExecutorService scheduler;
    private final Runnable task;
    private Duration interval = Duration.ofSeconds(1);
    private double share = 0.05;
    /** What the last two runs took. One that took long alone, as the first does, slows nothing down. */
    private Duration cost = Duration.ZERO;
    private Duration formerCost = Duration.ZERO;
    private boolean unfinished;
    private @Nullable ScheduledFuture<?> next;
    /** Counts plans, so that a run whose plan was replaced just as it began is none. */
    private long planned;
    private boolean going;
    private boolean running;
    private boolean again;
    private boolean nudged;
    private long ended = System.nanoTime();

    Pace(ScheduledExecutorService scheduler, Runnable task) {
        this.scheduler = scheduler;
        this.task = task;
    }

    synchronized void start() {
        if (!going) {
            going = true;
            plan(0);
        }
    }

    synchronized void stop() {
        going = false;
        if (next != null) {
            next.cancel(false);
        }
    }

    synchronized void set(Duration newInterval) {
        Duration old = interval;
        interval = newInterval;
        if (next != null && !running && going) {
            long elapsed = old.toNanos() - next.getDelay(NANOSECONDS);
            replan(Math.max(0, interval.toNanos() - elapsed));
        }
    }

    synchronized void setShare(double newShare) {
        share = newShare;
    }

    /** Says what the run that is about to end took, and whether it did all there was to do. */
    synchronized void worked(Duration taken, boolean done) {
        formerCost = cost;
        cost = taken;
        unfinished = !done;
    }

    /** The time between two runs where it is longer than the interval; zero where it is not. */
    synchronized Duration slowedTo() {
        Duration gap = paced();
        return gap.compareTo(interval) > 0 ? gap : Duration.ZERO;
    }

    /** The time from the end of a run to the next one. */
    synchronized Duration gap() {
        return unfinished ? SOON : paced();
    }

    private Duration paced() {
        Duration usual = cost.compareTo(formerCost) < 0 ? cost : formerCost;
        Duration wanted = Duration.ofNanos((long) Math.min(usual.toNanos() * (1 / share - 1), SamplingLoop.LONGEST.toNanos()));
        return wanted.compareTo(interval) > 0 ? wanted : interval;
    }

    synchronized void hurry() {
        if (running) {
            again = true;
        } else if (going) {
            replan(0);
        }
    }

    /** Runs soon, but so that nudges alone take no more than a part of a core. */
    synchronized void nudge() {
        if (running) {
            nudged = true;
        } else if (going && next != null) {
            long wait = NUDGED_REST * cost.toNanos() - (System.nanoTime() - ended);
            if (wait < next.getDelay(NANOSECONDS)) {
                replan(Math.max(0, wait));
            }
        }
    }

    private void replan(long nanos) {
        if (next != null) {
            next.cancel(false);
        }
        plan(nanos);
    }

    private void plan(long nanos) {
        long number = ++planned;
        try {
            next = scheduler.schedule(() -> run(number), nanos, NANOSECONDS);
        } catch (RejectedExecutionException _) {
            going = false;
        }
    }

    private void run(long number) {
        if (!begin(number)) {
            return;
        }
        try {
            task.run();
        } finally {
            end();
        }
    }

    private synchronized boolean begin(long number) {
        boolean valid = going && number == planned;
        running |= valid;
        return valid;
    }

    private synchronized void end() {
        running = false;
        ended = System.nanoTime();
        if (going) {
            long gap = gap().toNanos();
            plan(again ? 0 : nudged ? Math.min(gap, NUDGED_REST * cost.toNanos()) : gap);
        }
        again = false;
        nudged = false;
    }
}
