package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import quaywatch.text.Words;

/** Writes numbers and times the way the whole program does. */
public final class Figures {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final long FIRST_WITH_COMMA = 10_000;

    private Figures() {}

    /** A count: with commas from 10,000 on. Ports and process numbers are no counts. */
    public static String count(long number) {
        return number < FIRST_WITH_COMMA ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /** A length of time in its largest unit, rounded down: {@code 2 s}, {@code 15 min}, {@code 2 h}, {@code 6 d}. */
    public static String length(Duration time, Words words) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return words.get("view.seconds", count(seconds));
        }
        if (seconds < 3_600) {
            return words.get("view.minutes", count(seconds / 60));
        }
        return seconds < 86_400 ? words.get("view.hours", count(seconds / 3_600)) : words.get("view.days", count(seconds / 86_400));
    }

    /** A moment as clock time, with the day if it is not that of {@code now}. */
    public static String moment(Instant moment, ZoneId zone, Instant now) {
        boolean today = LocalDate.ofInstant(moment, zone).equals(LocalDate.ofInstant(now, zone));
        return (today ? TIME : DAY).format(moment.atZone(zone));
    }

    /** Microseconds in a unit that leaves few digits: {@code 84 µs}, {@code 4.2 ms}, {@code 38 ms}, {@code 1.2 s}. */
    public static String micros(long micros, Words words) {
        if (micros < 1_000) {
            return words.get("view.micros", Long.toString(micros));
        }
        if (micros < 9_950) {
            return words.get("view.millis", String.format(Locale.ROOT, "%.1f", micros / 1e3));
        }
        return micros < 999_500
                ? words.get("view.millis", Long.toString(Math.round(micros / 1e3)))
                : words.get("view.seconds",
                        micros < 9_950_000 ? String.format(Locale.ROOT, "%.1f", micros / 1e6) : count(micros / 1_000_000));
    }

    /** The minute that begins at a moment or after it: {@code 14:08}. What is said of the time before it holds. */
    public static String minute(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.plusSeconds(60).minusNanos(1).atZone(zone));
    }

    /** A moment as clock time: {@code 14:07:31}. */
    public static String clock(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }
}
