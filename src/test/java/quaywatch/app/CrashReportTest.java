package quaywatch.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CrashReportTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void theEndIsOneSentenceAndTheRestStandsInAFileOfItsOwner() throws IOException {
        Path file = folder.resolve("state/crash.txt");
        report(Optional.of(folder.resolve("state"))).ended(new IllegalStateException("a\u001b[31mb"));
        assertEquals("Quaywatch failed and ended: java.lang.IllegalStateException: a\\x1b[31mb. The details are in " + file + "."
                + System.lineSeparator(), err.toString());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String written = Files.readString(file);
        assertTrue(written.startsWith("2026-03-01T12:00:00Z, thread "), written);
        assertTrue(written.contains("at quaywatch.app.CrashReportTest.theEndIs"), written);
    }

    @Test
    void stackTraceReachesTheTerminalOnlyOnDemand() {
        CrashReport report = report(Optional.of(folder));
        report.ended(new IllegalStateException("one"));
        assertFalse(err.toString().contains("\tat "), err::toString);
        report.tellAll();
        report.ended(new IllegalStateException("two"));
        assertTrue(err.toString().contains("\tat quaywatch.app.CrashReportTest"), err::toString);
    }

    @Test
    void sameFaultIsToldOnceAndAnotherOneIsAdded() throws IOException {
        CrashReport report = report(Optional.of(folder));
        RuntimeException fault = new IllegalStateException("again and again");
        for (int i = 0; i < 1_000; i++) {
            report.uncaughtException(Thread.currentThread(), fault);
        }
        report.uncaughtException(Thread.currentThread(), new AssertionError("something else"));
        assertEquals(2, err.toString().lines().count(), err::toString);
        assertEquals(2, Files.readString(folder.resolve("crash.txt")).lines().filter(line -> line.contains(", thread ")).count());
    }

    @Test
    void faultsWithoutEndAreCountedOut() throws IOException {
        CrashReport report = report(Optional.of(folder));
        for (int i = 0; i < 10 * CrashReport.MOST; i++) {
            report.uncaughtException(Thread.currentThread(), new IllegalStateException("number " + i));
        }
        assertEquals(CrashReport.MOST, err.toString().lines().count());
    }

    @Test
    void withoutAUsableFolderTheReportIsATemporaryFile() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        for (Optional<Path> state : List.<Optional<Path>>of(Optional.empty(), Optional.of(inTheWay))) {
            report(state).ended(new IllegalStateException("no home"));
            String sentence = err.toString();
            Path file = Path.of(sentence.substring(sentence.indexOf("are in ") + 7, sentence.lastIndexOf('.')));
            assertTrue(Files.readString(file).contains("no home"), sentence);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            Files.delete(file);
            err.getBuffer().setLength(0);
        }
    }

    @Test
    void halfACharacterLosesNoReport() throws IOException {
        report(Optional.of(folder)).ended(new IllegalStateException("name \ud83d of another"));
        assertTrue(Files.readString(folder.resolve("crash.txt")).contains("name ? of another"));
        TroubleFile file = new TroubleFile(folder.resolve("trouble"));
        file.add("x".repeat(TroubleFile.LARGEST - 1) + "\ud83d\ude00");
        assertEquals(TroubleFile.LARGEST, Files.size(file.path()));
    }

    @Test
    void fileIsBounded() throws IOException {
        TroubleFile file = new TroubleFile(folder.resolve("trouble"));
        for (int i = 0; i < 4; i++) {
            file.add("x".repeat(TroubleFile.LARGEST - 1));
        }
        assertEquals(TroubleFile.LARGEST * 2L - 2, Files.size(file.path()));
        assertEquals(TroubleFile.LARGEST * 2L - 2, Files.size(folder.resolve("trouble.old")));
    }

    @Test
    void taskOfASingleThreadThatFailsReachesTheHandler() throws Exception {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        try (var thread = Threads.single("under test")) {
            thread.execute(() -> Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> told.complete(fault)));
            thread.execute(() -> {
                throw new IllegalStateException("lost?");
            });
            assertEquals("lost?", told.get(10, TimeUnit.SECONDS).getMessage());
        }
    }

    private CrashReport report(Optional<Path> state) {
        return new CrashReport(state, new Words(Locale.ENGLISH), new PrintWriter(err), InstantSource.fixed(NOW));
    }
}
