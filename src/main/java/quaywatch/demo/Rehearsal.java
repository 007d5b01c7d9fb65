package quaywatch.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of the made-up workstation. It can look back: what watches the workstation may first see the hour before, in a moment, so that its
 * history is not empty. Any thread; one at a time looks back.
 */
public final class Rehearsal extends Clock {

    private static final Duration PAST = Duration.ofHours(1);
    private static final Duration CLOSE = Duration.ofMinutes(6);
    private static final Duration STRIDE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Clock real;
    private volatile Duration behind = Duration.ZERO;

    public Rehearsal(Clock real) {
        this.real = real;
    }

    /** Looks once for each step of the past, the last minutes second by second, and comes back to the present. */
    public void play(Runnable look) {
        Instant end = real.instant();
        try {
            for (Duration left = PAST; left.isPositive(); left = left.minus(left.compareTo(CLOSE) > 0 ? STRIDE : STEP)) {
                behind = Duration.between(end.minus(left), real.instant());
                look.run();
            }
        } finally {
            behind = Duration.ZERO;
        }
    }

    @Override
    public Instant instant() {
        return real.instant().minus(behind);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
