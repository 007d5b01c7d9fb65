package quaywatch.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Every thread of the program is made here. Daemons all: none of them keeps the program alive. */
final class Threads implements AutoCloseable {

    private final ScheduledExecutorService sampler = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sampler").factory());
    private final ScheduledExecutorService rows = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("rows").factory());
    private final ExecutorService background = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("background-", 0).factory());

    /** Looks at the machine. */
    ScheduledExecutorService sampler() {
        return sampler;
    }

    /** Makes rows out of snapshots; one task at a time. */
    ScheduledExecutorService rows() {
        return rows;
    }

    /** Short one-off work that may block. */
    ExecutorService background() {
        return background;
    }

    @Override
    public void close() {
        sampler.shutdownNow();
        rows.shutdownNow();
        background.shutdownNow();
    }
}
