package quaywatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import javafx.stage.Window;

import quaywatch.Main;

/**
 * Starts the program as a user does, waits for its window's second frame, lets it run for five seconds, then prints the time from the start
 * of the process to that frame and the resident memory. Linux only. Arguments are handed to the program.
 */
final class FirstFrame {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** The Headless platform's screen is 1000 square; a larger window throws on every frame. */
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 700;

    private final Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
    private final AtomicInteger frames = new AtomicInteger();

    private FirstFrame() {}

    public static void main(String[] args) throws InterruptedException {
        FirstFrame bench = new FirstFrame();
        bench.limit();
        Window.getWindows().addListener((ListChangeListener<Window>) change -> Window.getWindows().forEach(bench::watch));
        Main.main(args);
        Thread.currentThread().join();
    }

    /** Called as a window is about to show: before its first layout. */
    private void watch(Window window) {
        if (window instanceof Stage stage && stage.getProperties().putIfAbsent(FirstFrame.class, true) == null) {
            stage.setWidth(Math.min(WIDTH, stage.getWidth() > 0 ? stage.getWidth() : WIDTH));
            stage.setHeight(HEIGHT);
            stage.setX(0);
            stage.setY(0);
            stage.getScene().addPostLayoutPulseListener(this::framed);
        }
    }

    private void framed() {
        if (frames.incrementAndGet() == 2) {
            Duration taken = Duration.between(started, Instant.now());
            Thread.ofPlatform().daemon().start(() -> report(taken));
        } else {
            Platform.requestNextPulse();
        }
    }

    private static void report(Duration taken) {
        try {
            Thread.sleep(Duration.ofSeconds(5));
            System.out.printf("first frame %d ms, resident %d MB%n", taken.toMillis(), residentMegabytes());
            System.out.flush();
            Runtime.getRuntime().halt(0);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** VmRSS of proc_pid_status(5), which counts in KiB. */
    private static long residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1_024 / 1_000_000;
            }
        }
        throw new IOException("no VmRSS in the process status");
    }

    private void limit() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(LIMIT);
            } catch (InterruptedException e) {
                return;
            }
            System.err.println("no frame within " + LIMIT.toSeconds() + " s");
            Runtime.getRuntime().halt(3);
        });
    }
}
