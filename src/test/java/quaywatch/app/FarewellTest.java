package quaywatch.app;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is done when the program is told to end. */
class FarewellTest {

    private static final int SIGTERM = 15;
    private static final long PATIENCE_SECONDS = 90;

    @TempDir
    private Path folder;

    @Test
    void whatWasChosenRightBeforeSigtermIsKept() throws Exception {
        Process window = window();
        try (BufferedReader out = window.inputReader()) {
            String said = out.readLine();
            window.destroy();
            assertEquals("chosen", said);
            assertTrue(window.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(128 + SIGTERM, window.exitValue());
        } finally {
            window.destroyForcibly();
        }
        List<String> kept = Files.readAllLines(folder.resolve("quaywatch").resolve("settings.properties"));
        assertTrue(kept.contains("screen = HISTORY"), kept::toString);
    }

    private Process window() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dglass.platform=Headless",
                "-Dprism.order=sw", "-cp", System.getProperty("java.class.path"), ChoosingWindow.class.getName());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void whatDoesNotComeToAnEndIsNotWaitedForLong() {
        CountDownLatch never = new CountDownLatch(1);
        assertTimeoutPreemptively(Farewell.LONGEST.plus(Duration.ofSeconds(20)), () -> new Farewell(() -> {
            try {
                never.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }).bid());
    }
}
