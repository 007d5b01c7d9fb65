package quaywatch.app;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives memory back that a window which nobody looks at does not need: the collector returns what is free only after it has gone through all of
 * the heap, which it does by itself when the heap is full. Then a pause is noticed; now it is not.
 */
final class Tidy {

    /** A window that comes back at once is none that nobody looks at. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService later;
    private volatile boolean minimised;

    /** @param later  runs one task at a time */
    Tidy(ScheduledExecutorService later) {
        this.later = later;
    }

    /** Notes that the window was minimised, or came back. */
    void look(boolean gone) {
        minimised = gone;
        if (gone) {
            later.schedule(this::collect, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void collect() {
        if (minimised) {
            System.gc();
        }
    }
}
