package quaywatch.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Hands addresses to real programs. */
class DesktopBrowserTest {

    private static final String ADDRESS = "http://[::1]:8080/";

    @TempDir
    private Path folder;

    private DesktopBrowser browser(String script, Duration limit) throws IOException {
        Path program = folder.resolve("open");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new DesktopBrowser(List.of(program.toString(), folder.toString()), limit);
    }

    @Test
    void handsTheAddressOnAsOneArgumentAfterItsOwn() throws IOException {
        DesktopBrowser browser = browser("printf '%s' \"$#:$2\" > \"$1/said\"", Duration.ofSeconds(20));
        assertTrue(browser.open(ADDRESS));
        assertEquals("2:" + ADDRESS, Files.readString(folder.resolve("said")));
    }

    @Test
    void tellsWhatFailed() throws IOException {
        assertFalse(browser("exit 3", Duration.ofSeconds(20)).open(ADDRESS));
        assertFalse(new DesktopBrowser(List.of(folder.resolve("missing").toString()), Duration.ofSeconds(20)).open(ADDRESS));
    }

    /** What opens addresses may be the browser itself. */
    @Test
    void whoeverRunsOnIsLeftAlone() throws IOException {
        DesktopBrowser browser = browser("sleep 1; touch \"$1/ran-on\"", Duration.ofMillis(50));
        assertTrue(browser.open(ADDRESS));
        Path mark = folder.resolve("ran-on");
        assertFalse(Files.exists(mark), "it did not wait for its end");
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Files.exists(mark) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertTrue(Files.exists(mark));
    }
}
