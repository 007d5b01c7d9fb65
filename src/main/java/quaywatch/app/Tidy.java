package quaywatch.app;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.NativeHeap;

/**
 * Gives memory back that nobody needs any longer. What native libraries have freed, such as the pictures and fonts of the first frames, goes back
 * soon after the start and once a minute. The collector returns what is free only after it has gone through all of the heap, which it does by
 * itself when the heap is full. Asked for once when the window has settled, and while nobody looks at it, the pause is not noticed.
 */
final class Tidy {

    /** Up to so large a heap a collection takes a few hundredths of a second, which is not noticed once. */
    private static final long SMALL_BYTES = 96L << 20;
    /** By then the window has settled. */
    private static final Duration FIRST = Duration.ofSeconds(8);
    private static final Duration EACH = Duration.ofMinutes(1);
    /** A window that comes back at once is none that nobody looks at. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService later;
    private volatile boolean minimised;
    private @Nullable NativeHeap freed;

    /** @param later  runs one task at a time, until it is shut down */
    Tidy(ScheduledExecutorService later) {
        this.later = later;
        later.schedule(this::settle, FIRST.toMillis(), TimeUnit.MILLISECONDS);
        later.scheduleWithFixedDelay(this::giveBack, EACH.toMillis(), EACH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Much of the heap is what only the start needed, and would stay as long as the heap does not fill up. */
    private void settle() {
        if (Runtime.getRuntime().totalMemory() < SMALL_BYTES) {
            System.gc();
        }
        giveBack();
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
            giveBack();
        }
    }

    private void giveBack() {
        NativeHeap heap = freed;
        if (heap == null) {
            heap = new NativeHeap();
            freed = heap;
        }
        heap.giveBack();
    }
}
