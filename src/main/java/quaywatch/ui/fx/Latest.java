package quaywatch.ui.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Hands values to another thread, newest wins: at most one delivery is on its way, and what comes meanwhile replaces what has not been delivered.
 * A slow receiver therefore slows the feed instead of being flooded. Any thread may offer.
 *
 * @param <T> the value
 */
public final class Latest<T> {

    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final Executor receiver;
    private final Consumer<T> delivery;

    public Latest(Executor receiver, Consumer<T> delivery) {
        this.receiver = receiver;
        this.delivery = delivery;
    }

    public void offer(T value) {
        if (waiting.getAndSet(value) == null) {
            try {
                receiver.execute(this::deliver);
            } catch (RejectedExecutionException _) {
                // The receiver has ended, so there is nobody left to deliver to.
            }
        }
    }

    private void deliver() {
        T value = waiting.getAndSet(null);
        if (value != null) {
            delivery.accept(value);
        }
    }
}
