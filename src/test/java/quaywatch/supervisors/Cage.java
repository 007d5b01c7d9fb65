package quaywatch.supervisors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.opentest4j.TestAbortedException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A small machine to run a supervisor in, with processes, mounts, network and control groups of its own. What it tells of ports and processes is
 * found out without the program that is tested. Closing it ends all that runs in it.
 */
final class Cage implements AutoCloseable {

    private static final int PATIENCE = 60;
    private static final Gson GSON = new Gson();

    private final Process process;
    private final BufferedReader answers;
    private final String python;

    /** What a command came to. */
    record Run(int code, String out, String err) {

        boolean done() {
            return code == 0;
        }
    }

    /** A process that cannot be taken for another one. */
    record Alive(long pid, long start, String name) {}

    private record Started(long pid, String output) {}

    private record Bound(boolean free, String why) {}

    private record Found(List<Alive> found) {}

    /** Skips the test, with the reason, where such a machine or one of these programs can't be had. */
    static Cage with(String... programs) throws IOException {
        for (String program : programs) {
            if (!Files.isExecutable(Path.of(program))) {
                throw skipped(program + " is not installed");
            }
        }
        Process process = new ProcessBuilder("python3", script("cage.py")).redirectErrorStream(true).start();
        BufferedReader answers = process.inputReader();
        String hello = String.valueOf(answers.readLine());
        if (!hello.startsWith("{")) {
            process.destroy();
            throw skipped("no namespaces for it here: " + hello);
        }
        return new Cage(process, answers, JsonParser.parseString(hello).getAsJsonObject().get("python").getAsString());
    }

    private static TestAbortedException skipped(String reason) {
        System.out.println("Skipped: " + reason);
        return new TestAbortedException("skipped, " + reason);
    }

    private Cage(Process process, BufferedReader answers, String python) {
        this.process = process;
        this.answers = answers;
        this.python = python;
    }

    /** A script of the tests, as a path. */
    static String script(String name) {
        return Path.of("src/test/python", name).toAbsolutePath().toString();
    }

    /** The Python that runs in here, as a path. */
    String python() {
        return python;
    }

    private <T> T ask(JsonObject question, Class<T> answer) {
        try {
            process.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return GSON.fromJson(answers.readLine(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject question(String what) {
        JsonObject question = new JsonObject();
        question.addProperty("do", what);
        return question;
    }

    Run run(String... words) {
        JsonObject question = question("run");
        question.add("words", GSON.toJsonTree(words));
        question.addProperty("seconds", PATIENCE);
        return ask(question, Run.class);
    }

    /** Likewise, and it must succeed. */
    String told(String... words) {
        Run run = run(words);
        assertTrue(run.done(), () -> String.join(" ", words) + ": " + run);
        return run.out().strip();
    }

    /** Starts a program that goes on. */
    long start(String... words) {
        return startIn("", words);
    }

    /** Likewise, in a control group. */
    long startIn(String group, String... words) {
        JsonObject question = question("start");
        question.add("words", GSON.toJsonTree(words));
        question.addProperty("group", group);
        return ask(question, Started.class).pid();
    }

    /** Empty if the port can be bound by whoever comes, else what the kernel says. */
    String whyNotBound(int port) {
        JsonObject question = question("bind");
        question.addProperty("port", port);
        return ask(question, Bound.class).why();
    }

    /** Who listens on a port. */
    List<Alive> holders(int port) {
        JsonObject question = question("holders");
        question.addProperty("port", port);
        return ask(question, Found.class).found();
    }

    /** Everybody in here. */
    List<Alive> processes() {
        return ask(question("processes"), Found.class).found();
    }

    void signal(Alive who, int signal) {
        JsonObject question = question("signal");
        question.addProperty("pid", who.pid());
        question.addProperty("start", who.start());
        question.addProperty("signal", signal);
        assertTrue(ask(question, JsonObject.class).get("sent").getAsBoolean(), who + " had ended before");
    }

    /** Waits until it is so. */
    void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "never: " + what + "; there are " + processes() + "; " + outputs());
            Thread.sleep(50);
        }
    }

    /** Waits for a listener, and tells whose it is. */
    Alive holder(int port) throws InterruptedException {
        await("a listener on " + port, () -> holders(port).size() == 1);
        return holders(port).getFirst();
    }

    private String outputs() {
        return run("sh", "-c", "tail -n 20 /run/output-*").out();
    }

    /** Runs the program itself. */
    Run quaywatch(String... arguments) {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "quaywatch.Main"));
        words.addAll(List.of(arguments));
        return run(words.toArray(String[]::new));
    }

    /** The plan of {@code quaywatch free}, as text; nothing is done. */
    String plan(int port) {
        Run run = quaywatch("free", Integer.toString(port), "--dry-run");
        assertEquals(0, run.code(), run::toString);
        assertEquals("", run.err());
        return run.out();
    }

    /** What {@code quaywatch free --yes --json} comes to, for its only holder. */
    JsonObject free(int code, int port, String... options) {
        List<String> arguments = new ArrayList<>(List.of("free", Integer.toString(port), "--yes", "--json"));
        arguments.addAll(List.of(options));
        Run run = quaywatch(arguments.toArray(String[]::new));
        assertEquals(code, run.code(), run::toString);
        assertEquals("", run.err());
        List<JsonObject> outcomes = StreamSupport.stream(JsonParser.parseString(run.out()).getAsJsonArray().spliterator(), false)
                .map(each -> each.getAsJsonObject()).toList();
        assertEquals(1, outcomes.size(), run::out);
        return outcomes.getFirst();
    }

    /** The port is free, and this process has ended: seen by others than the program that said so. */
    void provesFree(int port, Alive ended) {
        assertEquals("", whyNotBound(port));
        assertEquals(List.of(), holders(port));
        assertEquals(List.of(), processes().stream().filter(ended::equals).toList());
    }

    /** Who of these lives on, by number and start time. */
    List<String> survivors(List<Alive> before) {
        return processes().stream().filter(before::contains).map(Alive::name).toList();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
