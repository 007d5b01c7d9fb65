package quaywatch.query;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a measured value is written: what units there are, and which stands for one. */
enum Scale {
    /** {@code 800}, {@code 48k}, {@code 1.5M}, {@code 2G}: bytes a second, in powers of 1000. */
    BYTES("(?:b?(?:/s)?)", Map.of("g", 1_000_000_000L, "m", 1_000_000L, "k", 1_000L, "", 1L), "query.noRate", "query.noRate"),
    /** {@code 500us}, {@code 20ms}, {@code 1.5s}: stands for microseconds. */
    MICROS("", Map.of("s", 1_000_000L, "ms", 1_000L, "us", 1L, "\u00b5s", 1L), "query.noRtt", "query.noRttUnit"),
    /** A whole number. */
    COUNT("", Map.of("", 1L), "query.noCount", "query.noCount"),
    /** {@code 30s}, {@code 5m}: stands for milliseconds. */
    MILLIS("", Map.of(), "query.noTime", "query.noUnit");

    /** Beyond it a decimal fraction would not be exact, and nothing is measured. */
    private static final long LIMIT = 1_000_000_000_000_000L;
    private static final String[] LARGEST_FIRST = {"g", "m", "k", "s", "ms", "us", ""};

    private final Map<String, Long> units;
    private final Pattern form;
    private final String wrong;
    private final String noUnit;

    Scale(String tail, Map<String, Long> units, String wrong, String noUnit) {
        this.units = units;
        this.wrong = wrong;
        this.noUnit = noUnit;
        this.form = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,3})?)(" + String.join("|", units.keySet()) + ")" + tail);
    }

    Optional<Long> parse(String text) {
        if (this == MILLIS) {
            return Times.parse(text).map(Duration::toMillis);
        }
        Matcher matcher = form.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || this == COUNT && matcher.group(1).indexOf('.') >= 0) {
            return Optional.empty();
        }
        long value = Math.round(Double.parseDouble(matcher.group(1)) * units.getOrDefault(matcher.group(2), 1L));
        return value > LIMIT ? Optional.empty() : Optional.of(value);
    }

    /** In the largest unit that leaves a whole number. */
    String print(long value) {
        if (this == MILLIS) {
            return Times.print(Duration.ofMillis(value));
        }
        for (String unit : LARGEST_FIRST) {
            long size = units.getOrDefault(unit, 0L);
            if (size == 1 || size > 1 && value != 0 && value % size == 0) {
                return value / size + (this == BYTES && size > 1_000 ? unit.toUpperCase(Locale.ROOT) : unit);
            }
        }
        return Long.toString(value);
    }

    /** The key of the sentence that says why a text can't be read. */
    String wrong(String text) {
        return text.matches("\\d+") ? noUnit : wrong;
    }
}
