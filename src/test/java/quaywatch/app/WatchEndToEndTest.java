package quaywatch.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The program itself, watching a listener and a connection of this test. */
@EnabledOnOs(OS.LINUX)
class WatchEndToEndTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final long PATIENCE = 60;

    /** The program in a process of its own, and the lines it prints. */
    private static final class Watching implements AutoCloseable {

        private final Process process;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final List<String> read = new ArrayList<>();

        Watching(String... arguments) throws IOException {
            process = new ProcessBuilder(command(arguments)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            BufferedReader reader = process.inputReader();
            Thread.ofVirtual().start(() -> reader.lines().forEach(lines::add));
        }

        /** The next line that is wanted; those before it are read over. */
        String await(Predicate<String> wanted) throws InterruptedException {
            for (;;) {
                String line = lines.poll(PATIENCE, TimeUnit.SECONDS);
                assertNotNull(line, () -> "nothing more after " + String.join("\n", read));
                read.add(line);
                if (wanted.test(line)) {
                    return line;
                }
            }
        }

        JsonObject awaitSocket(String event, Predicate<JsonObject> wanted) throws InterruptedException {
            return socket(await(line -> line.contains("\"event\":\"" + event + "\"") && wanted.test(socket(line))));
        }

        private static JsonObject socket(String line) {
            return JsonParser.parseString(line).getAsJsonObject().getAsJsonObject("socket");
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        }
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "quaywatch.Main", "watch"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void send(Socket from, Socket to, int bytes) throws IOException {
        from.getOutputStream().write(new byte[bytes]);
        assertEquals(bytes, to.getInputStream().readNBytes(bytes).length);
    }

    @Test
    void connectionIsALineWhenItOpensAndOneWithItsTotalsWhenItCloses() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, HERE); Watching watching = new Watching("lport:" + server.getLocalPort())) {
            assertTrue(watching.await(_ -> true).startsWith("Time "));
            String there = watching.await(_ -> true);
            assertTrue(there.matches("[0-9:]{8}     \\S.* " + ProcessHandle.current().pid() + "  TCP +LISTEN .*"), there);
            try (Socket client = new Socket(HERE, server.getLocalPort()); Socket served = server.accept()) {
                watching.await(line -> line.matches("[0-9:]{8}  \\+ .* " + ProcessHandle.current().pid() + "  TCP +ESTABLISHED .*"));
                send(client, served, 500);
                send(served, client, 300);
                client.shutdownOutput();
            }
            String closed = watching.await(line -> line.matches("[0-9:]{8}  - .*"));
            assertTrue(closed.matches(".* sent 300 B, received 500 B, open [0-9]+ s"), closed);
        }
    }

    @Test
    void jsonTellsCountersAndRates() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, HERE);
                Watching watching = new Watching("--json", "--interval", "0.5", "port:" + server.getLocalPort())) {
            watching.awaitSocket("present", socket -> socket.get("state").getAsString().equals("LISTEN"));
            try (Socket client = new Socket(HERE, server.getLocalPort()); Socket served = server.accept()) {
                Predicate<JsonObject> ours = socket -> socket.get("local_port").getAsInt() == client.getLocalPort();
                JsonObject opened = watching.awaitSocket("opened", ours);
                assertEquals(ProcessHandle.current().pid(), opened.get("pid").getAsLong());
                send(client, served, 5_000);
                JsonObject sample = watching.awaitSocket("sample",
                        socket -> ours.test(socket) && socket.get("bytes_sent").getAsInt() == 5_000);
                assertTrue(sample.get("bytes_out_per_second").getAsLong() > 0 && sample.get("rtt_us").getAsLong() > 0, sample::toString);
                client.shutdownOutput();
            }
            watching.awaitSocket("closed", socket -> socket.get("bytes_received").getAsInt() == 5_000);
        }
    }

    @Test
    void readerThatHasEnoughEndsItWithZeroAtTheNextLine() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
            List<String> command = new ArrayList<>(List.of("sh", "-c", "exec 4>&1; { \"$@\"; echo \"code $?\" >&4; } | head -n 1", "sh"));
            command.addAll(command("port:" + server.getLocalPort()));
            Process process = new ProcessBuilder(command).start();
            try (BufferedReader reader = process.inputReader()) {
                assertTrue(reader.readLine().startsWith("Time "));
                try (Socket _ = new Socket(HERE, server.getLocalPort())) {
                    assertEquals("code 0", reader.readLine());
                }
            } finally {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
        }
    }
}
