package quaywatch.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import quaywatch.kernel.call.Call;
import quaywatch.kernel.call.Errno;
import quaywatch.kernel.call.SystemCalls;

/**
 * A descriptor of one process, {@code pidfd_open(2)}. It goes on naming that process after its end, so a signal through it can never reach
 * another one that got the same number.
 * <p>Safe to use from several threads. After {@link #close} it behaves as if the process had ended.
 */
public final class PidFd implements AutoCloseable {

    // struct pollfd { int fd; short events; short revents; }, ppoll(2)
    private static final int POLL_ENTRY = 8;
    private static final int TIMESPEC = 16;
    private static final short POLLIN = 1;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private static final String NUMBER = "Pid:";
    private static final String GONE = "-1";

    private final SystemCalls calls = new SystemCalls();
    private int descriptor;

    private PidFd(int descriptor) {
        this.descriptor = descriptor;
    }

    /** What came of {@link #open}. */
    public sealed interface Opening {}

    /** What came of {@link #signal}. */
    public sealed interface Sending {}

    /** The process is held; close it when done. */
    public record Opened(PidFd process) implements Opening {}

    /** The signal is delivered; that says nothing about what the process does with it. */
    public record Delivered() implements Sending {}

    /** ESRCH: there is no such process, or no longer. */
    public record Gone() implements Opening, Sending {}

    /** EPERM. */
    public record NotPermitted() implements Sending {}

    /** ENOSYS: the kernel is older than 5.3, or a sandbox hides the call. */
    public record Unsupported() implements Opening, Sending {}

    /**
     * The proc file system that is mounted belongs to another pid namespace: in it the process with this number is another one, so what it tells
     * of the number says nothing of the one a signal would reach.
     */
    public record NumberedOtherwise() implements Opening {}

    /** Any other error, in the system's words. */
    public record Failed(String cause) implements Opening, Sending {}

    /** The signals that are sent, by their numbers on x86 and ARM, {@code signal(7)}. */
    public enum Signal {
        TERM(15), KILL(9);

        private final int number;

        Signal(int number) {
            this.number = number;
        }
    }

    /** Takes hold of the process that has this number now. Whether it is the one meant is for the caller to check, after this call. */
    public static Opening open(long pid) {
        if (pid <= 0 || pid > Integer.MAX_VALUE) {
            return new Gone();
        }
        long answer = new SystemCalls().call(Call.PIDFD_OPEN, pid, 0, 0, 0);
        if (answer >= 0) {
            return opened(new PidFd((int) answer), pid);
        }
        return switch ((int) -answer) {
            case Errno.ESRCH -> new Gone();
            // The kernel lets anybody open any process; only a sandbox says EPERM, in place of ENOSYS.
            case Errno.ENOSYS, Errno.EPERM -> new Unsupported();
            default -> new Failed(SystemCalls.words((int) -answer));
        };
    }

    private static Opening opened(PidFd process, long pid) {
        String told = process.numberInProc();
        if (told.equals(Long.toString(pid))) {
            return new Opened(process);
        }
        boolean gone = told.equals(GONE);
        process.close();
        return gone ? new Gone() : new NumberedOtherwise();
    }

    /** The number that the mounted proc file system has for the process, {@code proc_pid_fdinfo(5)}; empty if it tells none. */
    private String numberInProc() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/fdinfo", Integer.toString(descriptor)), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(NUMBER)).map(line -> line.substring(NUMBER.length()).strip()).findFirst()
                    .orElse("");
        } catch (IOException | UncheckedIOException _) {
            return "";
        }
    }

    /** Sends a signal, {@code pidfd_send_signal(2)}. */
    public synchronized Sending signal(Signal signal) {
        if (descriptor < 0) {
            return new Gone();
        }
        long answer = calls.call(Call.PIDFD_SEND_SIGNAL, descriptor, signal.number, 0, 0);
        if (answer >= 0) {
            return new Delivered();
        }
        return switch ((int) -answer) {
            case Errno.ESRCH -> new Gone();
            case Errno.EPERM -> new NotPermitted();
            case Errno.ENOSYS -> new Unsupported();
            default -> new Failed(SystemCalls.words((int) -answer));
        };
    }

    /** Whether the process has ended. A zombie has: it holds nothing any more but its number. */
    public synchronized boolean ended() {
        return descriptor < 0 || readable();
    }

    private boolean readable() {
        // The time to wait follows the entry: zero, not at all.
        MemorySegment entry = SystemCalls.memory(POLL_ENTRY + TIMESPEC);
        entry.set(ValueLayout.JAVA_INT, 0, descriptor);
        entry.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
        return calls.call(Call.PPOLL, entry.address(), 1, entry.address() + POLL_ENTRY, 0) > 0;
    }

    /**
     * Waits until the process has ended, at most {@code limit}; true if it has.
     * <p>Asks again after short pauses instead of blocking inside poll(2): a foreign call can't be interrupted, and would hold a virtual
     * thread's carrier.
     */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        Duration pause = Duration.ofMillis(1);
        while (!ended()) {
            Duration left = limit.minusNanos(System.nanoTime() - start);
            if (!left.isPositive()) {
                return false;
            }
            Thread.sleep(left.compareTo(pause) < 0 ? left : pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        return true;
    }

    @Override
    public synchronized void close() {
        if (descriptor >= 0) {
            calls.close(descriptor);
            descriptor = -1;
        }
    }
}
