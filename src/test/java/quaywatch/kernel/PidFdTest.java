package quaywatch.kernel;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.kernel.PidFd.Signal;
import quaywatch.kernel.call.Call;
import quaywatch.kernel.call.SystemCalls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

@EnabledOnOs(OS.LINUX)
class PidFdTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }

    private static PidFd open(Process process) {
        return assertInstanceOf(PidFd.Opened.class, PidFd.open(process.pid())).process();
    }

    @Test
    void signalEndsTheProcessAndTheEndIsSeen() throws IOException, InterruptedException {
        Process process = sleeper();
        try (PidFd held = open(process)) {
            assertFalse(held.awaitEnd(Duration.ZERO));
            assertFalse(held.awaitEnd(Duration.ofMillis(30)));
            assertEquals(new PidFd.Delivered(), held.signal(Signal.TERM));
            assertTrue(held.awaitEnd(LONG));
            assertEquals(128 + 15, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void signalToAnEndedProcessReachesNobody() throws IOException, InterruptedException {
        Process process = sleeper();
        try (PidFd held = open(process)) {
            process.destroyForcibly();
            process.waitFor();
            assertTrue(held.ended());
            assertEquals(new PidFd.Gone(), held.signal(Signal.KILL));
        }
    }

    @Test
    void closedDescriptorSignalsNobody() throws IOException, InterruptedException {
        Process process = sleeper();
        try {
            PidFd held = open(process);
            held.close();
            // The number of the closed descriptor now names the second one.
            try (PidFd other = open(process)) {
                assertEquals(new PidFd.Gone(), held.signal(Signal.KILL));
                assertTrue(held.ended());
                held.close();
                assertFalse(other.ended());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Integer.MAX_VALUE, 1L << 32 | 1, 0, -1, Long.MIN_VALUE})
    void numbersThatNoProcessHasAreGone(long pid) {
        assertEquals(new PidFd.Gone(), PidFd.open(pid));
    }

    @Test
    void otherErrorsComeInTheSystemsWords() {
        long badDescriptor = -new SystemCalls().call(Call.PIDFD_SEND_SIGNAL, -1, 0, 0, 0);
        assertEquals("Bad file descriptor", SystemCalls.words((int) badDescriptor));
    }

    @Test
    void interruptEndsTheWait() throws IOException {
        Process process = sleeper();
        try (PidFd held = open(process)) {
            Thread.currentThread().interrupt();
            org.junit.jupiter.api.Assertions.assertThrows(InterruptedException.class, () -> held.awaitEnd(LONG));
        } finally {
            process.destroyForcibly();
        }
    }
}
