package quaywatch.query;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes lengths of time: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 5min}, {@code 2h}, {@code 1d}. */
final class Times {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|min|h|d)");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "min", 60_000L, "h", 3_600_000L, "d",
            86_400_000L);

    private Times() {}

    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(Duration.ofMillis(Long.parseLong(matcher.group(1)) * MILLIS.getOrDefault(matcher.group(2), 0L)))
                : Optional.empty();
    }

    /** In the largest unit that leaves a whole number. */
    static String print(Duration time) {
        long millis = time.toMillis();
        for (String unit : new String[]{"d", "h", "m", "s"}) {
            long size = MILLIS.getOrDefault(unit, 1L);
            if (millis != 0 && millis % size == 0) {
                return millis / size + unit;
            }
        }
        return millis + "ms";
    }
}
