package quaywatch.control.portable;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Sent;

/** A grip on a process by its handle. */
final class HandleGrip implements Grip {

    private static final Duration ROUNDING = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ProcessHandle handle;
    private final Instant expected;

    HandleGrip(ProcessHandle handle, Instant expected) {
        this.handle = handle;
        this.expected = expected;
    }

    static boolean same(Instant found, Instant expected) {
        return Duration.between(found, expected).abs().compareTo(ROUNDING) <= 0;
    }

    @Override
    public Sent ask() {
        return send(ProcessHandle::destroy);
    }

    @Override
    public Sent force() {
        return send(ProcessHandle::destroyForcibly);
    }

    private Sent send(Predicate<ProcessHandle> signal) {
        if (!handle.isAlive()) {
            return new Sent.Gone();
        }
        Instant found = HandleLever.started(ProcessHandle.of(handle.pid()).orElse(handle));
        if (found == null) {
            return handle.isAlive() ? new Sent.NotPermitted() : new Sent.Gone();
        }
        if (!same(found, expected)) {
            return new Sent.Reused();
        }
        if (signal.test(handle)) {
            return new Sent.Delivered();
        }
        // A handle does not say why.
        return handle.isAlive() ? new Sent.NotPermitted() : new Sent.Gone();
    }

    @Override
    public boolean holdsSocket() {
        return handle.isAlive();
    }

    /** Asks again and again: {@link ProcessHandle#onExit} needs a thread of its own for each process. */
    @Override
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        while (handle.isAlive()) {
            Duration left = limit.minusNanos(System.nanoTime() - start);
            if (!left.isPositive()) {
                return false;
            }
            Thread.sleep(left.compareTo(PAUSE) < 0 ? left : PAUSE);
        }
        return true;
    }

    @Override
    public void close() {
        // A handle holds nothing.
    }
}
