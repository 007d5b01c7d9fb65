package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns the kernel's clock ticks into times. On a captured tree "now" is the moment of the capture.
 */
public final class BootClock {

    /** USER_HZ: the unit of ticks shown to programs, 100 a second on every architecture Java runs on. */
    private static final long MILLIS_PER_TICK = 10;
    private static final long MOST_TICKS = 1L << 48;

    private final ProcFs fs;
    private final Clock clock;
    private Optional<Instant> boot = Optional.empty();

    public BootClock(ProcFs fs, Clock clock) {
        this.fs = fs;
        this.clock = clock;
    }

    /** When the machine started, to the second; empty if the tree does not tell. Read once. */
    public synchronized Optional<Instant> boot() {
        if (boot.isEmpty()) {
            ReadBuffer buffer = new ReadBuffer(512 * 1024);
            boot = fs.read("stat", buffer).done() ? bootTime(buffer.bytes(), buffer.length()) : Optional.empty();
        }
        return boot;
    }

    /** The time so many ticks after boot. */
    public Optional<Instant> at(long ticks) {
        return ticks < 0 || ticks > MOST_TICKS ? Optional.empty() : boot().map(start -> start.plusMillis(ticks * MILLIS_PER_TICK));
    }

    /** The present; on a captured tree the time of its capture, as far as it tells. */
    public Instant now() {
        return fs.live() ? clock.instant() : captured().orElseGet(clock::instant);
    }

    private Optional<Instant> captured() {
        ReadBuffer buffer = new ReadBuffer(256);
        if (!fs.read("uptime", buffer).done()) {
            return Optional.empty();
        }
        LineScanner scan = new LineScanner();
        scan.start(buffer.bytes(), 0, buffer.length());
        long seconds = scan.decimal();
        return scan.odd() || seconds > MOST_TICKS ? Optional.empty() : boot().map(start -> start.plusSeconds(seconds));
    }

    /** The line {@code btime} of {@code /proc/stat} (proc_stat(5)): seconds since 1970. */
    static Optional<Instant> bootTime(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        int at = text.startsWith("btime ") ? 0 : text.indexOf("\nbtime ") + 1;
        if (at == 0 && !text.startsWith("btime ")) {
            return Optional.empty();
        }
        LineScanner scan = new LineScanner();
        scan.start(bytes, at + "btime".length(), length);
        long seconds = scan.decimal();
        return scan.odd() || seconds > MOST_TICKS ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }
}
