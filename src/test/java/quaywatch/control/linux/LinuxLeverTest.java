package quaywatch.control.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.control.Child;
import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Hold;
import quaywatch.control.Lever.Sent;
import quaywatch.control.Outcome.Refusal;
import quaywatch.control.Target;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.ProcessId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A real process, with a proc tree that tells about it what the test likes. Whatever it tells, the process must live on. */
@EnabledOnOs(OS.LINUX)
class LinuxLeverTest {

    private static final long START = 4_711;
    private static final long INODE = 31_337;

    @TempDir
    Path root;

    private Child child;
    private int port;

    @BeforeEach
    void start() throws IOException {
        child = Child.start("listener.py");
        port = child.port();
    }

    @AfterEach
    void livesOn() throws IOException {
        try (Child ending = child) {
            assertTrue(ending.answers(port));
        }
    }

    private void tell(long start, long flags) throws IOException {
        Path fd = Files.createDirectories(root.resolve(child.pid() + "/fd"));
        Files.writeString(root.resolve(child.pid() + "/stat"),
                child.pid() + " (python3) S 1 1 1 0 -1 " + flags + " 0 0 0 0 0 0 0 0 20 0 1 0 " + start + " 0 0\n");
        Files.deleteIfExists(fd.resolve("3"));
        Files.createSymbolicLink(fd.resolve("3"), Path.of("socket:[" + INODE + "]"));
    }

    private Hold take(long inode) {
        Target target = new Target(Child.listener(port, inode), Child.facts(new ProcessId(child.pid(), START)));
        return new LinuxLever(new ProcessIdentity(root)).take(target);
    }

    private Grip held() {
        return assertInstanceOf(Hold.Held.class, take(INODE)).grip();
    }

    @Test
    void identityIsCheckedOnceMoreBeforeEachSignal() throws IOException {
        tell(START, 0);
        try (Grip grip = held()) {
            tell(START + 1, 0);
            assertEquals(new Sent.Reused(), grip.ask());
            assertEquals(new Sent.Reused(), grip.force());
        }
    }

    @Test
    void processThatCantBeReadAnyMoreGetsNoSignal() throws IOException {
        tell(START, 0);
        try (Grip grip = held()) {
            Files.writeString(root.resolve(child.pid() + "/stat"), "odd");
            assertEquals(new Sent.Failed("stat"), grip.ask());
            Files.delete(root.resolve(child.pid() + "/stat"));
            assertEquals(new Sent.NotPermitted(), grip.force());
        }
    }

    @Test
    void closedGripSignalsNobody() throws IOException {
        tell(START, 0);
        Grip grip = held();
        grip.close();
        assertEquals(new Sent.Gone(), grip.ask());
        assertEquals(new Sent.Gone(), grip.force());
    }

    @Test
    void gripTellsWhenTheSocketIsLetGo() throws IOException {
        tell(START, 0);
        try (Grip grip = held()) {
            assertTrue(grip.holdsSocket());
            Files.delete(root.resolve(child.pid() + "/fd/3"));
            assertFalse(grip.holdsSocket());
        }
    }

    @Test
    void laterProcessIsReused() throws IOException {
        tell(START + 1, 0);
        assertEquals(new Hold.Reused(), take(INODE));
    }

    @Test
    void kernelThreadIsRefused() throws IOException {
        tell(START, 0x20_8040);
        assertEquals(new Hold.Refused(Refusal.KERNEL_THREAD), take(INODE));
    }

    @Test
    void socketWithoutAnInodeIsRefused() throws IOException {
        tell(START, 0);
        assertEquals(new Hold.Refused(Refusal.SOCKET_NOT_IDENTIFIED), take(0));
    }

    @Test
    void processThatNoLongerHoldsTheSocketHasReleasedIt() throws IOException {
        tell(START, 0);
        assertEquals(new Hold.Released(), take(INODE + 1));
    }

    @Test
    void livingProcessThatIsNotShownIsHiddenFromUs() {
        assertEquals(new Hold.NotPermitted(), take(INODE));
    }

    @Test
    void oddStatIsAFailure() throws IOException {
        Files.writeString(Files.createDirectories(root.resolve(Long.toString(child.pid()))).resolve("stat"), "odd");
        assertEquals(new Hold.Failed("stat"), take(INODE));
    }
}
