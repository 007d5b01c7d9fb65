package quaywatch.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

/**
 * Measures work on the FX thread from its beginning to the end of the pulse that follows: CSS, layout, and what is handed to the thread that
 * draws.
 */
final class FxMeter {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private @Nullable Runnable ended;
    private long pulseBegun;

    /** FX thread. */
    FxMeter(Scene scene) {
        scene.addPreLayoutPulseListener(() -> pulseBegun = System.nanoTime());
        scene.addPostLayoutPulseListener(() -> {
            Runnable last = ended;
            if (last != null) {
                ended = null;
                // Runs when this pulse is over.
                Platform.runLater(last);
            }
        });
    }

    /** Does the work, then lets {@code done} have its time; FX thread. */
    void measure(Runnable work, CompletableFuture<double[]> done) {
        long processor = THREADS.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        work.run();
        long worked = System.nanoTime() - begun;
        ended = () -> done.complete(new double[]{(THREADS.getCurrentThreadCpuTime() - processor) / 1e6,
                (worked + System.nanoTime() - pulseBegun) / 1e6});
        Platform.requestNextPulse();
    }
}
