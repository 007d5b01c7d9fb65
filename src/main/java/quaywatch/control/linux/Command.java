package quaywatch.control.linux;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program once, without a shell, and reads what it says. It is ended if it takes too long. */
final class Command {

    private static final int LIMIT = 1 << 20;
    private static final int STEP = 8192;

    private Command() {}

    /**
     * What came of it.
     *
     * @param code    exit code; -1 if it could not be started, or was ended
     * @param output  what it wrote
     * @param error   what it complained about, or why it could not be started
     */
    record Result(int code, String output, String error) {

        boolean done() {
            return code == 0;
        }
    }

    /** Runs it with the messages of the language C, so that they can be read. Blocks until it has ended. */
    static Result run(Duration limit, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "SYSTEMD_PAGER", "", "SYSTEMD_COLORS", "0"));
        try {
            Process process = builder.start();
            try {
                return read(process, limit);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return new Result(-1, "", String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Result(-1, "", "interrupted");
        }
    }

    private static Result read(Process process, Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended) {
            ended = process.waitFor(5, TimeUnit.MILLISECONDS);
            drain(process.getInputStream(), output);
            drain(process.getErrorStream(), error);
            if (!ended && System.nanoTime() > end) {
                return new Result(-1, "", "no answer within " + limit.toSeconds() + " s");
            }
        }
        return new Result(process.exitValue(), output.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8).strip());
    }

    /** Takes what is there without waiting for more. */
    private static void drain(InputStream from, ByteArrayOutputStream into) throws IOException {
        byte[] bytes = new byte[STEP];
        int there = from.available();
        while (there > 0) {
            int count = from.read(bytes, 0, Math.min(there, STEP));
            if (into.size() < LIMIT) {
                into.write(bytes, 0, count);
            }
            there = from.available();
        }
    }
}
