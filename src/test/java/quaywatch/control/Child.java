package quaywatch.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Family;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A python program started by a test, and what the kernel tells about it. Ends with the test. */
public final class Child implements AutoCloseable {

    private static final Path PROC = Path.of("/proc");

    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static Child start(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "src/test/python/" + program));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    public String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    public int port() throws IOException {
        return Integer.parseInt(line());
    }

    public void say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Whether the child goes on for certain: it answers a client. A signal that ends it would have come first. */
    public boolean answers(int port) throws IOException {
        try (java.net.Socket client = new java.net.Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            client.getOutputStream().write("here?\n".getBytes(StandardCharsets.UTF_8));
            return "here?".equals(new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)).readLine());
        }
    }

    /** Waits for the end of the child; 128 and the signal's number if a signal ended it. */
    public int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return process.exitValue();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the child and waits for it. */
    public void end() throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
    }

    /** The child as the holder of the listener on this port. */
    public Target target(int port) throws IOException {
        return new Target(listener(port, inode(port)), facts(new ProcessId(pid(), startTime(pid()))));
    }

    public static ProcessFacts facts(ProcessId id) {
        return new ProcessFacts(id, 1, "python3", "python3", "", "", null, null, null);
    }

    public static Socket listener(int port, long inode) {
        return new Socket(Protocol.TCP, Family.IPV4, new Endpoint(Address.v4(0x7f000001), port), new Endpoint(Address.ANY_V4, 0),
                SocketState.LISTEN, inode, 0, null, 0, Queues.EMPTY, null);
    }

    public static long startTime(long pid) throws IOException {
        String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19]);
    }

    /** The inode of the listener on 127.0.0.1 and this port, proc_net_tcp. */
    public static long inode(int port) throws IOException {
        String local = String.format("0100007F:%04X", port);
        try (var lines = Files.lines(PROC.resolve("net/tcp"))) {
            return lines.map(line -> line.strip().split(" +")).filter(row -> row[1].equals(local) && row[3].equals("0A")).findFirst()
                    .map(row -> Long.parseLong(row[9])).orElseThrow();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            output.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
