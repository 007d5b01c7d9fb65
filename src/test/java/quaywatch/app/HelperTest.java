package quaywatch.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.control.Child;
import quaywatch.control.linux.OtherJvm;
import quaywatch.kernel.netlink.SocketFinder;
import quaywatch.kernel.netlink.SocketFinder.Finding;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Family;
import quaywatch.model.Protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The helper itself, as a program of its own, with children of this test; needs root. */
@EnabledOnOs(OS.LINUX)
class HelperTest {

    private static final long PATIENCE = 90;
    private static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
            System.getProperty("java.class.path"), "quaywatch.app.Helper");

    @TempDir
    Path folder;

    @BeforeEach
    void takesRoot() {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped, as the helper works for root only");
    }

    private static int run(List<String> command, Map<String, String> environment, StringBuilder said) throws IOException,
            InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS));
        return process.exitValue();
    }

    /** The exit code; what is said is one line. */
    private static int helper(Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JAVA);
        List.of(words).forEach(word -> command.add(word.toString()));
        StringBuilder said = new StringBuilder();
        int code = run(command, Map.of(), said);
        assertTrue(said.toString().matches("[^\n]+\n"), said::toString);
        return code;
    }

    private static String cookie(Protocol protocol, Address address, int port) {
        Address any = address.family() == Family.IPV4 ? Address.ANY_V4 : Address.ANY_V6;
        Finding found = SocketFinder.byCookieOrEnds(protocol, 0, new Endpoint(address, port), new Endpoint(any, 0));
        return Long.toUnsignedString(assertInstanceOf(Finding.Found.class, found).sockets().getFirst().cookie());
    }

    private static String cookie(int port) {
        return cookie(Protocol.TCP, Address.v4(0x7f00_0001), port);
    }

    @Test
    void theProcessThatIsMeantIsEnded() throws Exception {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            assertEquals(0, helper("signal", child.pid(), Child.startTime(child.pid()), cookie(port), "TERM"));
            assertEquals(128 + 15, child.exitCode());
        }
        try (Child child = Child.start("listener.py", "stubborn")) {
            int port = child.port();
            assertEquals(0, helper("signal", child.pid(), Child.startTime(child.pid()), cookie(port), "KILL"));
            assertEquals(128 + 9, child.exitCode());
        }
    }

    @Test
    void holderOfAUdpPortIsEndedToo() throws Exception {
        try (Child child = Child.start("holding.py", "udp", "127.0.0.1")) {
            int port = child.port();
            String cookie = cookie(Protocol.UDP, Address.v4(0x7f00_0001), port);
            assertEquals(0, helper("signal", child.pid(), Child.startTime(child.pid()), cookie, "TERM"));
            assertEquals(128 + 15, child.exitCode());
        }
    }

    @Test
    void everyForgedWordIsRefusedAndTheChildLives() throws Exception {
        try (Child child = Child.start("listener.py"); Child other = Child.start("listener.py")) {
            int port = child.port();
            int otherPort = other.port();
            long start = Child.startTime(child.pid());
            String cookie = cookie(port);
            assertEquals(67, helper("signal", child.pid(), start + 1, cookie, "TERM"));
            // A socket of somebody else, a process of somebody else, a socket of nobody.
            assertEquals(68, helper("signal", child.pid(), start, cookie(otherPort), "KILL"));
            assertEquals(68, helper("signal", other.pid(), Child.startTime(other.pid()), cookie, "KILL"));
            assertEquals(68, helper("signal", child.pid(), start, "9223372036854775807", "KILL"));
            assertEquals(64, helper("signal", child.pid(), start, cookie, "HUP"));
            assertEquals(64, helper("signal", child.pid(), start, cookie, "TERM", "KILL"));
            assertEquals(64, helper("kill", child.pid(), start, cookie, "TERM"));
            assertEquals(64, helper("signal", -child.pid(), start, cookie, "TERM"));
            assertTrue(child.answers(port));
            assertTrue(other.answers(otherPort));
        }
    }

    @Test
    void firstProcessAndWhoeverAsksAreRefused() throws Exception {
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            long pid = ProcessHandle.current().pid();
            String cookie = cookie(Protocol.TCP, Address.v6(0, 1), own.getLocalPort());
            assertEquals(69, helper("signal", pid, Child.startTime(pid), cookie, "TERM"));
            assertEquals(69, helper("signal", 1, Child.startTime(1), cookie, "TERM"));
        }
    }

    @Test
    void endedProcessIsGone() throws Exception {
        try (Child child = Child.start("listener.py")) {
            String cookie = cookie(child.port());
            long start = Child.startTime(child.pid());
            child.end();
            assertEquals(66, helper("signal", child.pid(), start, cookie, "TERM"));
        }
    }

    @Test
    void onlyRootIsServed() throws Exception {
        OtherJvm.asNobody();
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            List<String> command = new ArrayList<>(
                    List.of("setpriv", "--reuid=" + OtherJvm.NOBODY, "--regid=" + OtherJvm.NOBODY, "--clear-groups"));
            command.addAll(JAVA);
            command.addAll(
                    List.of("signal", Long.toString(child.pid()), Long.toString(Child.startTime(child.pid())), cookie(port), "TERM"));
            StringBuilder said = new StringBuilder();
            assertEquals(65, run(command, Map.of(), said), said::toString);
            assertTrue(child.answers(port));
        }
    }

    @Test
    void connectionIsClosedByItsOwnCookieOnly() throws Exception {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            try (Socket client = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                Finding found = SocketFinder.byCookieOrEnds(Protocol.TCP, 0, mapped(client.getLocalPort()), mapped(port));
                long cookie = assertInstanceOf(Finding.Found.class, found).sockets().getFirst().cookie();
                assertEquals(66,
                        helper("close", "127.0.0.1", client.getLocalPort(), "127.0.0.1", port, Long.toUnsignedString(cookie + 999)));
                assertEquals(72, helper("close", "127.0.0.1", client.getLocalPort(), "127.0.0.2", port, Long.toUnsignedString(cookie)));
                client.getOutputStream().write("here?\n".getBytes(StandardCharsets.UTF_8));
                assertEquals('h', client.getInputStream().read());
                int code = helper("close", "127.0.0.1", client.getLocalPort(), "127.0.0.1", port, Long.toUnsignedString(cookie));
                assumeTrue(code != 74, "skipped, as this kernel has no CONFIG_INET_DIAG_DESTROY");
                assertEquals(0, code);
                assertThrows(SocketException.class, () -> client.getInputStream().readAllBytes());
            }
        }
    }

    private static Endpoint mapped(int port) {
        return new Endpoint(Address.v6(0, 0xffff_7f00_0001L), port);
    }

    @Test
    void listenerIsNoConnectionToClose() throws Exception {
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            assertEquals(73, helper("close", "127.0.0.1", port, "127.0.0.1", 1, cookie(port)));
            assertTrue(child.answers(port));
        }
    }

    /** The script hands on the words as they are, and nothing else: with an option from outside, Java would say that it picked it up. */
    @Test
    void scriptKeepsTheEnvironmentOut() throws Exception {
        String script = Files.readString(Path.of("src/main/scripts/quaywatch-helper.sh"))
                .replace("@JAVA_HOME@", System.getProperty("java.home")).replace("@JVM_FLAGS@", "--enable-native-access=ALL-UNNAMED")
                .replace("@CLASS_PATH@", System.getProperty("java.class.path"));
        Path file = folder.resolve("quaywatch-helper");
        Files.writeString(file, script);
        Path fake = Files.createDirectory(folder.resolve("path")).resolve("readlink");
        Files.writeString(fake, "#!/bin/sh\ntouch " + folder.resolve("planted") + "\n");
        assertTrue(fake.toFile().setExecutable(true));
        StringBuilder said = new StringBuilder();
        int code = run(List.of("sh", file.toString(), "signal", "1 2", "$(id)", ";", "TERM"),
                Map.of("JAVA_TOOL_OPTIONS", "-Dplanted=1", "JDK_JAVA_OPTIONS", "-Dplanted=1", "CLASSPATH", "/planted", "PATH",
                        folder.resolve("path") + ":/usr/bin:/bin"),
                said);
        assertEquals(64, code, said::toString);
        assertTrue(said.toString().startsWith("Not understood"), said::toString);
        assertFalse(said.toString().contains("Picked up"), said::toString);
        assertFalse(Files.exists(folder.resolve("planted")));
    }
}
