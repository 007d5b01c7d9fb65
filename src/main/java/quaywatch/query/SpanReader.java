package quaywatch.query;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads a span of time: {@code 14:02:40-14:03:25}, {@code 14:02-14:05}, {@code 14:02}, each with a date before it where another day than the last
 * one is meant, and with a Z behind it for UTC.
 */
final class SpanReader {

    private static final String MOMENT = "((?:(\\d{4})-(\\d\\d)-(\\d\\d)[Tt])?(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?([Zz])?)";
    private static final Pattern SPAN = Pattern.compile(MOMENT + "(?:(?:-|\\.\\.)" + MOMENT + ")?");
    private static final int PARTS = 8;

    /** What is written from here on takes more than four digits for the year. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Clock clock;

    SpanReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * As it is written.
     *
     * @param date    null where only a time of day is written
     * @param length  the second, or the minute, that is meant as a whole
     */
    private record Moment(@Nullable LocalDate date, LocalTime time, ZoneId zone, Duration length) {

        Instant on(LocalDate day) {
            return ZonedDateTime.of(date == null ? day : date, time, zone).toInstant();
        }
    }

    Parsed read(Value value) {
        Matcher parts = SPAN.matcher(value.text());
        if (!parts.matches()) {
            return wrong(value);
        }
        try {
            Moment from = moment(parts, 1);
            Instant begin = begin(from);
            String written = parts.group(1 + PARTS);
            Moment to = written == null ? from : moment(parts, 1 + PARTS);
            Instant end = written == null ? begin : end(to, begin);
            if (end.isBefore(begin)) {
                return value.wrong("query.downwards", written + "-" + parts.group(1));
            }
            Instant last = end.plus(to.length).minusSeconds(1);
            return begin.isBefore(Instant.EPOCH) || last.isAfter(LATEST) ? wrong(value) : new Parsed.Good(new TimeTerm(begin, last));
        } catch (DateTimeException _) {
            return wrong(value);
        }
    }

    private Moment moment(Matcher parts, int at) {
        String year = parts.group(at + 1);
        String second = parts.group(at + 6);
        LocalDate date = year == null ? null : LocalDate.of(number(year), number(parts.group(at + 2)), number(parts.group(at + 3)));
        LocalTime time = LocalTime.of(number(parts.group(at + 4)), number(parts.group(at + 5)), second == null ? 0 : number(second));
        return new Moment(date, time, parts.group(at + 7) == null ? clock.getZone() : ZoneOffset.UTC,
                second == null ? Duration.ofMinutes(1) : Duration.ofSeconds(1));
    }

    /** Today, or yesterday if that is still to come. */
    private Instant begin(Moment moment) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, moment.zone);
        Instant begin = moment.on(today);
        return begin.isAfter(now) ? moment.on(today.minusDays(1)) : begin;
    }

    /** Without a date on the day of the beginning or, if that would be before it, on the next. */
    private static Instant end(Moment moment, Instant begin) {
        LocalDate day = LocalDate.ofInstant(begin, moment.zone);
        Instant end = moment.on(day);
        return end.isBefore(begin) ? moment.on(day.plusDays(1)) : end;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Parsed wrong(Value value) {
        return value.wrong("query.noSpan", Value.shown(value.text()));
    }
}
