package quaywatch.control.linux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command started by a test that starts a server; it and all below it end with the test. */
final class Script implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    Script(String... command) throws IOException {
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The number that the server prints once it listens. */
    long pidTold() throws IOException {
        return Long.parseLong(String.valueOf(output.readLine()).strip());
    }

    @Override
    public void close() {
        // The keeper first, so that it starts nothing more; then what it had started.
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        below.forEach(ProcessHandle::destroyForcibly);
    }
}
