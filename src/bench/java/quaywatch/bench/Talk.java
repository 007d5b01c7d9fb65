package quaywatch.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A child process that answers each line with one line, and ends when this is closed. */
final class Talk implements AutoCloseable {

    private final Process child;
    private final BufferedReader from;
    private final BufferedWriter to;

    Talk(List<String> command) throws IOException {
        child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        from = child.inputReader();
        to = child.outputWriter();
    }

    String ask(String line) throws IOException {
        to.write(line);
        to.newLine();
        to.flush();
        return hear();
    }

    /** The next line, which the child prints by itself. */
    String hear() throws IOException {
        @Nullable
        String line = from.readLine();
        if (line == null) {
            throw new IOException("a part of the bench ended before its time; what it said stands above");
        }
        return line;
    }

    long pid() {
        return child.pid();
    }

    /** Waits until the child has cleaned up, a minute at most. */
    @Override
    public void close() throws IOException {
        to.close();
        try {
            if (!child.waitFor(Duration.ofMinutes(1))) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
