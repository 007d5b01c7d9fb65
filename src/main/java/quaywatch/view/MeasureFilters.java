package quaywatch.view;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Live;
import quaywatch.model.Rates;

/**
 * What to ask for to see the lines of which at least as much is measured as of this one, rounded down to 1, 2 or 5 and noughts, so that small
 * changes keep them in; for nothing at all, those with nothing. Null where nothing is measured.
 */
final class MeasureFilters {

    private static final long[] SECONDS = {86_400, 3_600, 60, 1};
    private static final String[] TIMES = {"d", "h", "m", "s"};
    /** Of a thousand each, the largest first. */
    private static final String[] BYTES = {"G", "M", "k"};
    private static final String[] MICROS = {"s", "ms"};

    private MeasureFilters() {}

    /** The field counts both ways together, and a listener nothing of its own. */
    static @Nullable Filter rate(SocketLine line) {
        Rates rates = line.live().rates();
        return rates == null || !line.socket().hasPeer() ? null : atLeast("rate", rates.total(), BYTES, "");
    }

    static @Nullable Filter rtt(Entry line) {
        Long micros = line.rttMicros();
        return micros == null ? null : atLeast("rtt", micros, MICROS, "us");
    }

    static @Nullable Filter retransmits(SocketLine line) {
        Long number = FlowText.retransmits(line);
        return number == null ? null : number == 0 ? new Filter("retrans", "0..0") : new Filter("retrans", floor(number) + "..");
    }

    static @Nullable Filter idle(SocketLine line, Instant now) {
        Long active = FlowText.lastActive(line);
        return active == null ? null : longer("idle", end(line.live(), now).toEpochMilli() - active);
    }

    static Filter age(SocketLine line, Instant now) {
        return longer("age", end(line.live(), now).toEpochMilli() - line.live().firstSeen().toEpochMilli());
    }

    private static Instant end(Live live, Instant now) {
        return live.closed() == null ? now : live.closed();
    }

    private static Filter atLeast(String field, long value, String[] units, String one) {
        if (value == 0) {
            return new Filter(field, "0" + one + "..0" + one);
        }
        long floor = floor(value);
        for (int i = 0; i < units.length; i++) {
            long size = (long) Math.pow(1_000, units.length - i);
            if (floor >= size) {
                return new Filter(field, floor / size + units[i] + "..");
            }
        }
        return new Filter(field, floor + one + "..");
    }

    /** The length as it is shown: in its largest unit, rounded down. */
    private static Filter longer(String field, long millis) {
        long seconds = Math.max(0, millis / 1_000);
        for (int i = 0; i < SECONDS.length; i++) {
            if (seconds >= SECONDS[i]) {
                return new Filter(field, seconds / SECONDS[i] + TIMES[i] + "..");
            }
        }
        return new Filter(field, "0s..");
    }

    private static long floor(long value) {
        long power = 1;
        while (power <= value / 10) {
            power *= 10;
        }
        long first = value / power;
        return (first >= 5 ? 5 : first >= 2 ? 2 : 1) * power;
    }
}
