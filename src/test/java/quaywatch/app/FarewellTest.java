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

/** A window as a process of its own: how it opens where there is no place for temporary files, and what it does when it is told to end. */
class FarewellTest {

    private static final int SIGTERM = 15;
    private static final long PATIENCE_SECONDS = 90;

    @TempDir
    private Path folder;

    @Test
    void whatWasChosenRightBeforeSigtermIsKept() throws Exception {
        assertEquals("chosen", said(System.getProperty("java.io.tmpdir")));
        List<String> kept = Files.readAllLines(folder.resolve("quaywatch").resolve("settings.properties"));
        assertTrue(kept.contains("screen = HISTORY"), kept::toString);
    }

    @Test
    void whereNoFontCanBeLoadedItOpensWithOthersAndSaysSo() throws Exception {
        Path none = folder.resolve("none");
        assertEquals(
                "chosen Quaywatch can't load all of its fonts, so others stand in, and boxes for icons: " + none
                        + " is full or can't be written to.",
                said(none.toString()));
    }

    /** What the window said once it was open; it is ended then. */
    private String said(String temporary) throws Exception {
        Process window = window(temporary);
        try (BufferedReader out = window.inputReader()) {
            String said = out.readLine();
            window.destroy();
            assertTrue(window.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(128 + SIGTERM, window.exitValue());
            return said;
        } finally {
            window.destroyForcibly();
        }
    }

    private Process window(String temporary) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dglass.platform=Headless",
                "-Dprism.order=sw", "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"),
                ChoosingWindow.class.getName());
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
