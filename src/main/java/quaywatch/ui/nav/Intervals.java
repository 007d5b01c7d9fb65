package quaywatch.ui.nav;

import java.time.Duration;
import java.util.List;

import quaywatch.text.Words;

/** The times between two looks that can be chosen. */
public final class Intervals {

    public static final List<Duration> CHOICES = List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10), Duration.ofSeconds(60));

    private Intervals() {}

    /** {@code 500 ms}, {@code 1 s}. */
    public static String text(Duration interval, Words words) {
        return interval.toMillis() < 1_000
                ? words.get("ui.interval.ms", String.valueOf(interval.toMillis()))
                : words.get("ui.interval.s", String.valueOf(interval.toSeconds()));
    }
}
