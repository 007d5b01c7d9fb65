package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.Owner;
import quaywatch.model.Slice;

/** What the last hour was like. Bounded in memory whatever comes and goes. One thread at a time. */
final class HistoryRing {

    private final Casting<Owner> processes = new Casting<>();
    private final Casting<Integer> services = new Casting<>();
    private final Casting<Endpoint> hosts = new Casting<>();
    private final Slices slices = new Slices(this::forget);
    private @Nullable Instant last;
    /** What happened since the last slice. */
    private long opened;
    private long closed;
    private long resent;
    private History history = History.EMPTY;

    /** What the interfaces tell. */
    record Line(InterfaceRates.Rate rate, List<String> interfaces) {}

    /**
     * Adds a look and gives the history with it. The first look only begins it.
     *
     * @param turnover  what went since the call before; is cleared if it was taken in
     */
    History add(StateCounts counts, Happenings happened, Line line, Turnover turnover, Instant now) {
        Instant from = last;
        last = now;
        if (from == null) {
            turnover.clear();
            return history;
        }
        opened += happened.opened();
        closed += happened.closed();
        resent += happened.resent();
        if (from.isBefore(now)) {
            Map<Gauge, Double> amounts = levels(counts, seconds(from, now));
            amounts.put(Gauge.INTERFACE_IN, line.rate().received() * seconds(from, now));
            amounts.put(Gauge.INTERFACE_OUT, line.rate().sent() * seconds(from, now));
            amounts.putAll(flows(turnover));
            slices.add(Slice.of(from, now, amounts, processes.take(turnover.owners), services.take(turnover.services),
                    hosts.take(turnover.hosts)));
            turnover.clear();
            history = new History(slices.all(), line.interfaces(), processes.cast(), services.cast(), hosts.cast());
        }
        return history;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static Map<Gauge, Double> levels(StateCounts counts, double seconds) {
        Map<Gauge, Double> amounts = new EnumMap<>(Gauge.class);
        amounts.put(Gauge.ESTABLISHED, counts.established() * seconds);
        amounts.put(Gauge.LISTENING, counts.listening() * seconds);
        amounts.put(Gauge.WAITING, counts.waiting() * seconds);
        amounts.put(Gauge.OTHER, counts.other() * seconds);
        return amounts;
    }

    private Map<Gauge, Double> flows(Turnover turnover) {
        Map<Gauge, Double> amounts = new EnumMap<>(Gauge.class);
        amounts.put(Gauge.OPENED, (double) opened);
        amounts.put(Gauge.CLOSED, (double) closed);
        amounts.put(Gauge.RESENT, (double) resent);
        opened = 0;
        closed = 0;
        resent = 0;
        amounts.put(Gauge.NETWORK_IN, (double) turnover.network.in);
        amounts.put(Gauge.NETWORK_OUT, (double) turnover.network.out);
        amounts.put(Gauge.INSIDE_IN, (double) turnover.inside.in);
        amounts.put(Gauge.INSIDE_OUT, (double) turnover.inside.out);
        amounts.put(Gauge.PAYLOAD_IN, (double) turnover.payload.in);
        amounts.put(Gauge.PAYLOAD_OUT, (double) turnover.payload.out);
        return amounts;
    }

    private void forget(Slice slice) {
        processes.forget(slice.processes());
        services.forget(slice.services());
        hosts.forget(slice.hosts());
    }

    /** What {@link #add} gave last. */
    History history() {
        return history;
    }
}
