package quaywatch.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

/**
 * Measures work on the FX thread together with the CSS and layout of the pulse that follows. What the thread does for drawing is left out: the
 * platform without a display copies each picture there by hand.
 */
final class FxMeter {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private @Nullable Measured measured;
    private long pulseProcessor;
    private long pulseBegun;

    private record Measured(long processor, long wall, CompletableFuture<double[]> done) {}

    /** FX thread. */
    FxMeter(Scene scene) {
        scene.addPreLayoutPulseListener(() -> {
            pulseProcessor = THREADS.getCurrentThreadCpuTime();
            pulseBegun = System.nanoTime();
        });
        scene.addPostLayoutPulseListener(this::laidOut);
    }

    private void laidOut() {
        Measured work = measured;
        if (work != null) {
            measured = null;
            double processor = (work.processor + THREADS.getCurrentThreadCpuTime() - pulseProcessor) / 1e6;
            double wall = (work.wall + System.nanoTime() - pulseBegun) / 1e6;
            // Goes on when this pulse is over.
            Platform.runLater(() -> work.done.complete(new double[]{processor, wall}));
        }
    }

    /** Does the work, then lets {@code done} have its processor and wall time in milliseconds; FX thread. */
    void measure(Runnable work, CompletableFuture<double[]> done) {
        long processor = THREADS.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        work.run();
        measured = new Measured(THREADS.getCurrentThreadCpuTime() - processor, System.nanoTime() - begun, done);
        Platform.requestNextPulse();
    }
}
