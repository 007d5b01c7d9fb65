package quaywatch.monitor;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

/** Runs a task again and again: one interval after its last end, sooner on demand, never twice at a time. */
final class Pace {

    private final ScheduledExecutorService scheduler;
    private final Runnable task;
    private Duration interval = Duration.ofSeconds(1);
    private @Nullable ScheduledFuture<?> next;
    /** Counts plans, so that a run whose plan was replaced just as it began is none. */
    private long planned;
    private boolean going;
    private boolean running;
    private boolean again;

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

    synchronized void hurry() {
        if (running) {
            again = true;
        } else if (going) {
            replan(0);
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
        if (going) {
            plan(again ? 0 : interval.toNanos());
        }
        again = false;
    }
}
