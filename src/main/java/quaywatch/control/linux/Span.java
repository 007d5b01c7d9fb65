package quaywatch.control.linux;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as systemd prints them, systemd.time(7): {@code 100ms}, {@code 1min 30s}. */
final class Span {

    private static final Pattern PART = Pattern.compile("([0-9]{1,9})(?:\\.[0-9]+)?(us|ms|s|min|h|d|w)");
    private static final Map<String, Duration> UNITS = Map.of("us", Duration.ofNanos(1_000), "ms", Duration.ofMillis(1), "s",
            Duration.ofSeconds(1), "min", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1), "w",
            Duration.ofDays(7));

    private Span() {}

    /** Empty for anything else, {@code infinity} included. */
    static Optional<Duration> parse(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Duration sum = Duration.ZERO;
        for (String part : text.strip().split(" ")) {
            Matcher match = PART.matcher(part);
            if (!match.matches()) {
                return Optional.empty();
            }
            sum = sum.plus(UNITS.getOrDefault(match.group(2), Duration.ZERO).multipliedBy(Long.parseLong(match.group(1))));
        }
        return Optional.of(sum);
    }
}
