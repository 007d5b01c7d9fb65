package quaywatch.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.text.Visible;
import quaywatch.text.Words;

/**
 * Writes what nobody foresaw into a file and says so in one sentence; the stack trace reaches the terminal only if asked for. The same fault is
 * reported once, however often it comes back. Any thread.
 */
final class CrashReport implements Thread.UncaughtExceptionHandler {

    /** Of the faults of one run, so many are written. */
    static final int MOST = 20;

    private static final int MOST_WORDS = 200;

    private final Optional<Path> folder;
    private final Words words;
    private final PrintWriter err;
    private final InstantSource clock;
    private final Set<String> known = new HashSet<>();
    private @Nullable TroubleFile file;
    private volatile boolean verbose;

    /**
     * @param folder  where reports belong; empty for the folder of temporary files, which also serves if that one can't be written
     * @param err     takes the sentence
     */
    CrashReport(Optional<Path> folder, Words words, PrintWriter err, InstantSource clock) {
        this.folder = folder;
        this.words = words;
        this.err = err;
        this.clock = clock;
    }

    /** Shows stack traces on the terminal too. */
    void tellAll() {
        verbose = true;
    }

    /** Reports what ends the program. */
    void ended(Throwable fault) {
        report(fault, Thread.currentThread(), "app.crash");
    }

    /** Reports what the program survives, without the work that failed. */
    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        report(fault, thread, "app.fault");
    }

    private synchronized void report(Throwable fault, Thread thread, String key) {
        String trace = trace(fault);
        if (known.size() >= MOST || !known.add(trace)) {
            return;
        }
        err.println(words.get(key, Visible.shortened(fault.toString(), MOST_WORDS), written(thread, trace)));
        if (verbose) {
            err.print(trace);
        }
        err.flush();
    }

    private static String trace(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private String written(Thread thread, String trace) {
        String text = "%s, thread %s, Quaywatch %s, Java %s, %s %s%n%s%n".formatted(clock.instant(), thread.getName(), Shipped.version(),
                System.getProperty("java.runtime.version"), System.getProperty("os.name"), System.getProperty("os.version"), trace);
        try {
            return words.get("app.report", Visible.of(write(text).toString()));
        } catch (IOException e) {
            return words.get("app.noReport", Visible.of(e.toString()));
        }
    }

    private Path write(String text) throws IOException {
        try {
            return write(text, file == null && folder.isPresent() ? new TroubleFile(folder.get().resolve("crash.txt")) : file);
        } catch (IOException _) {
            return write(text, null);
        }
    }

    private Path write(String text, @Nullable TroubleFile wanted) throws IOException {
        // Its name can't be known before, so nobody else can have put something in its place.
        TroubleFile used = wanted == null ? new TroubleFile(Files.createTempFile("quaywatch-crash-", ".txt")) : wanted;
        used.add(text);
        file = used;
        return used.path();
    }
}
