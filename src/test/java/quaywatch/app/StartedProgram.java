package quaywatch.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The program as a process of its own, with the classes under test. */
final class StartedProgram {

    /** Where it keeps what it did. */
    static final Path STATE = folder();

    private static final long PATIENCE = 90;

    private StartedProgram() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "state").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a run of the program came to. */
    record Run(int code, String out, String err) {

        /** The first object of the array it printed. */
        JsonObject only() {
            return JsonParser.parseString(out).getAsJsonArray().get(0).getAsJsonObject();
        }
    }

    /** The words that start it. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "quaywatch.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts a command so that it can be interrupted and keeps its state apart from ours. */
    static ProcessBuilder builder(List<String> words) {
        // A test run in the background of a shell ignores interrupts, and so would whatever it starts.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_STATE_HOME", STATE.toString());
        return builder;
    }

    static Process start(String... arguments) throws IOException {
        return builder(command(arguments)).start();
    }

    static Run run(String... arguments) throws IOException, InterruptedException {
        return run(builder(command(arguments)));
    }

    static Run run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS));
        return new Run(process.exitValue(), out, err);
    }
}
