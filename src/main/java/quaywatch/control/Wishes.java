package quaywatch.control;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/** What the user wishes while a flow runs: set by any thread, read by the flow's. */
final class Wishes {

    private volatile boolean cancelled;
    private volatile boolean forceOffered;
    private volatile boolean force;
    private final AtomicReference<@Nullable Duration> more = new AtomicReference<>();

    void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Only what is on offer can be wished for. */
    boolean wishForce() {
        if (forceOffered) {
            force = true;
        }
        return forceOffered;
    }

    void offerForce(boolean offered) {
        forceOffered = offered;
    }

    boolean forceOffered() {
        return forceOffered;
    }

    /** Whether force was wished for; the wish and the offer end with this call. */
    boolean takeForce() {
        boolean wished = force;
        if (wished) {
            force = false;
            forceOffered = false;
        }
        return wished;
    }

    void waitOn(Duration time) {
        more.set(time);
    }

    @Nullable
    Duration takeMore() {
        return more.getAndSet(null);
    }
}
