package quaywatch.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.jspecify.annotations.Nullable;

/** Every thread of the program is made here. Daemons all: none of them keeps the program alive. */
final class Threads implements AutoCloseable {

    private final ScheduledExecutorService sampler = single("sampler");
    private final ScheduledExecutorService rows = single("rows");
    private final ScheduledExecutorService suggestions = single("suggestions");
    private final ExecutorService background = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("background-", 0).factory());

    /** One thread of this name for tasks whose results nobody asks for: what they throw goes to the handler of uncaught exceptions. */
    static ScheduledExecutorService single(String name) {
        return new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory()) {
            @Override
            protected void afterExecute(Runnable task, @Nullable Throwable fault) {
                super.afterExecute(task, fault);
                if (task instanceof Future<?> done && done.state() == Future.State.FAILED) {
                    Thread thread = Thread.currentThread();
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, done.exceptionNow());
                }
            }
        };
    }

    /** Runs a task beside all others, on a thread of its own. */
    static void background(String name, Runnable task) {
        Thread.ofPlatform().daemon().name(name).start(task);
    }

    /** Looks at the machine. */
    ScheduledExecutorService sampler() {
        return sampler;
    }

    /** Makes rows out of snapshots; one task at a time. */
    ScheduledExecutorService rows() {
        return rows;
    }

    /** Counts the values that the query field offers; one task at a time, and apart from the rows so that these never wait for it. */
    ScheduledExecutorService suggestions() {
        return suggestions;
    }

    /** Short one-off work that may block. */
    ExecutorService background() {
        return background;
    }

    @Override
    public void close() {
        sampler.shutdownNow();
        rows.shutdownNow();
        suggestions.shutdownNow();
        background.shutdownNow();
    }
}
