package quaywatch.ui.activity;

import java.time.Duration;

/** How much of the past the plots show. */
enum Span {
    MINUTE(Duration.ofMinutes(1)), FIVE_MINUTES(Duration.ofMinutes(5)), HOUR(Duration.ofHours(1));

    private final Duration length;

    Span(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }

    /** By how much a key moves the brush. */
    Duration step() {
        return this == HOUR ? Duration.ofSeconds(15) : Duration.ofSeconds(1);
    }
}
