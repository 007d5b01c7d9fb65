package quaywatch.app;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.app.OneWindow.Claim;
import quaywatch.cli.Opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class OneWindowTest {

    private static final Opening WISH = new Opening(OptionalInt.of(125), "port:8080 | \"zwei\nZeilen\" \u2192", "portmap");

    private final BlockingQueue<Opening> shown = new LinkedBlockingQueue<>();
    @TempDir
    private Path folder;

    @Test
    void aLaterStartTellsTheFirstWhatItWants() throws InterruptedException {
        try (OneWindow first = first("_0")) {
            first.serve(shown::add);
            assertInstanceOf(Claim.Told.class, OneWindow.claim(folder, "_0", WISH));
            assertEquals(WISH, shown.poll(10, TimeUnit.SECONDS));
            assertInstanceOf(Claim.Told.class, OneWindow.claim(folder, "_0", Opening.USUAL));
            assertEquals(Opening.USUAL, shown.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void eachDisplayHasAWindowOfItsOwn() {
        try (OneWindow one = first("_0"); OneWindow other = first("_1")) {
            assertEquals(true, one != other);
        }
        assertEquals("_1_0", OneWindow.display(Map.of("DISPLAY", ":1.0")));
        // It opens on the X display: another one under the same desktop has another window.
        assertEquals("_1", OneWindow.display(Map.of("DISPLAY", ":1", "WAYLAND_DISPLAY", "wayland-0")));
        assertEquals("a_b_0", OneWindow.display(Map.of("DISPLAY", "a/b:0")));
        assertEquals("", OneWindow.display(Map.of()));
    }

    @Test
    void whoEndsLeavesThePlace() {
        first("_0").close();
        first("_0").close();
    }

    /** As a process leaves it that was killed: its lock is gone, the socket is still there and answers nobody. */
    @Test
    void whatWasLeftBehindIsNoWindow() throws IOException {
        try (var dead = java.nio.channels.ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(folder.resolve("window_0.socket")));
        }
        Files.writeString(folder.resolve("window_0.lock"), "");
        first("_0").close();
    }

    @Test
    void aFirstThatDoesNotAnswerIsNotWaitedForForEver() {
        try (OneWindow silent = first("_0")) {
            assertInstanceOf(Claim.Unknown.class, OneWindow.claim(folder, "_0", WISH), silent::toString);
        }
    }

    /** As when it is closed while the next one starts. */
    @Test
    void aStartThatTheFirstNoLongerServesTakesItsPlace() throws InterruptedException {
        OneWindow leaving = first("_0");
        leaving.serve(wish -> {
            shown.add(wish);
            return false;
        });
        Thread closing = Thread.ofPlatform().start(() -> {
            try {
                shown.poll(10, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            leaving.close();
        });
        first("_0").close();
        closing.join();
    }

    @Test
    void strangeCallersAreNotHeard() throws IOException, InterruptedException {
        try (OneWindow first = first("_0")) {
            first.serve(shown::add);
            for (String said : new String[]{"", "hello\n", "quaywatch window\nports", "quaywatch window\nports\n9999\n",
                    "quaywatch window\nports\nlarge\n", "x".repeat(100_000), "\u0000\n\n\n"}) {
                call(said);
            }
            assertInstanceOf(Claim.Told.class, OneWindow.claim(folder, "_0", WISH));
            assertEquals(WISH, shown.poll(10, TimeUnit.SECONDS));
            assertNull(shown.poll());
        }
    }

    private void call(String said) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("window_0.socket")))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(said);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException _) {
            // Whoever says too much is hung up on.
        }
    }

    @Test
    void theFolderIsTheUsersAlone() throws IOException {
        Path fresh = folder.resolve("run").resolve("quaywatch");
        Files.createDirectory(fresh.getParent());
        assertInstanceOf(Claim.First.class, OneWindow.claim(fresh, "", WISH));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)));
    }

    @Test
    void withoutAFolderEveryStartIsAWindow() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertInstanceOf(Claim.Unknown.class, OneWindow.claim(file.resolve("below"), "", WISH));
        Path far = folder.resolve("a".repeat(120));
        assertInstanceOf(Claim.Unknown.class, OneWindow.claim(far, "", WISH));
    }

    /** As where XDG_RUNTIME_DIR is /tmp and another user was faster, or root has that of the user who asked for its rights. */
    @Test
    void aFolderOfAnotherUserIsNotUsed() throws IOException, InterruptedException {
        try (OneWindow first = first("_0")) {
            first.serve(shown::add);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            assertInstanceOf(Claim.Unknown.class, OneWindow.claim(folder, "_0", WISH));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            assertInstanceOf(Claim.Told.class, OneWindow.claim(folder, "_0", WISH));
            assumeTrue(Files.getAttribute(Path.of("/"), "unix:uid").equals(Files.getAttribute(folder, "unix:uid")),
                    "only root can give it away");
            Files.setAttribute(folder, "unix:uid", 65_534);
            assertInstanceOf(Claim.Unknown.class, OneWindow.claim(folder, "_0", WISH));
            assertEquals(WISH, shown.poll(10, TimeUnit.SECONDS));
            assertNull(shown.poll());
        }
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeInPlaceOfTheLockHoldsNobodyUp() throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("mkfifo", folder.resolve("window_0.lock").toString()).start().waitFor());
        assertInstanceOf(Claim.Unknown.class, OneWindow.claim(folder, "_0", WISH));
    }

    private OneWindow first(String display) {
        return assertInstanceOf(Claim.First.class, OneWindow.claim(folder, display, WISH)).window();
    }
}
