package quaywatch.kernel;

import java.time.Duration;

/**
 * A descriptor of one process, {@code pidfd_open(2)}. It goes on naming that process after its end, so a signal through it can never reach
 * another one that got the same number.
 * <p>Safe to use from several threads. After {@link #close} it behaves as if the process had ended.
 */
public final class PidFd implements AutoCloseable {

    // The same numbers on every architecture since Linux 5.3, include/uapi/asm-generic/unistd.h.
    private static final long PIDFD_SEND_SIGNAL = 424;
    private static final long PIDFD_OPEN = 434;

    // include/uapi/asm-generic/errno-base.h and errno.h
    private static final int EPERM = 1;
    private static final int ESRCH = 3;
    private static final int ENOSYS = 38;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

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
    public record NotPermitted() implements Opening, Sending {}

    /** ENOSYS: the kernel is older than 5.3, or a sandbox hides the call. */
    public record Unsupported() implements Opening, Sending {}

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
        SystemCalls.Answer answer = SystemCalls.call(PIDFD_OPEN, pid, 0, 0, 0);
        if (!answer.failed()) {
            return new Opened(new PidFd((int) answer.value()));
        }
        return switch (answer.errno()) {
            case ESRCH -> new Gone();
            case EPERM -> new NotPermitted();
            case ENOSYS -> new Unsupported();
            default -> new Failed(SystemCalls.words(answer.errno()));
        };
    }

    /** Sends a signal, {@code pidfd_send_signal(2)}. */
    public synchronized Sending signal(Signal signal) {
        if (descriptor < 0) {
            return new Gone();
        }
        SystemCalls.Answer answer = SystemCalls.call(PIDFD_SEND_SIGNAL, descriptor, signal.number, 0, 0);
        if (!answer.failed()) {
            return new Delivered();
        }
        return switch (answer.errno()) {
            case ESRCH -> new Gone();
            case EPERM -> new NotPermitted();
            case ENOSYS -> new Unsupported();
            default -> new Failed(SystemCalls.words(answer.errno()));
        };
    }

    /** Whether the process has ended. A zombie has: it holds nothing any more but its number. */
    public synchronized boolean ended() {
        return descriptor < 0 || SystemCalls.readable(descriptor).value() > 0;
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
            SystemCalls.close(descriptor);
            descriptor = -1;
        }
    }
}
