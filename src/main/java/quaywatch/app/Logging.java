package quaywatch.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

import org.jspecify.annotations.Nullable;

import quaywatch.settings.StateFolder;

/**
 * Sends what libraries and we ourselves log, warnings and worse, to a file in the state folder in place of the terminal. The JDK makes it by
 * its name when something is logged for the first time ({@code java.util.logging.config.class}), so a run that logs nothing pays nothing.
 */
public final class Logging {

    /** What the JDK runs. */
    public Logging() {
        Optional<Path> folder = StateFolder.of(System.getenv());
        LogManager.getLogManager().getLogger("")
                .addHandler(new ToFile(folder.map(it -> new TroubleFile(it.resolve("quaywatch.log"))).orElse(null)));
    }

    /** To be called before anything is logged. */
    static void install() {
        System.setProperty("java.util.logging.config.class", Logging.class.getName());
    }

    /** Whether it is the toolkit's word on being loaded from the class path, which is what was decided. */
    static boolean expected(LogRecord logged) {
        return String.valueOf(logged.getMessage()).startsWith("Unsupported JavaFX configuration");
    }

    private static final class ToFile extends Handler {

        private final @Nullable TroubleFile file;

        ToFile(@Nullable TroubleFile file) {
            this.file = file;
            setLevel(Level.WARNING);
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord logged) {
            if (file == null || !isLoggable(logged) || expected(logged)) {
                return;
            }
            try {
                file.add(getFormatter().format(logged));
            } catch (IOException | RuntimeException _) {
                // There is no other place to tell of it.
            }
        }

        @Override
        public void flush() {
            // Each record is written at once.
        }

        @Override
        public void close() {
            // The file is open only while it is written to.
        }
    }
}
