package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.InterfaceCounters;

/**
 * Turns the counters of interfaces into bytes a second. Loopback never counts: its bytes never leave the machine and would count twice.
 * An interface that is new, gone, or counts from anew is left out of the one interval, so a rate is never negative and never a jump.
 */
final class InterfaceRates {

    private Map<String, InterfaceCounters> before = Map.of();
    private List<String> compared = List.of();
    private @Nullable Instant taken;

    /** The rate since the call before; unknown for the first call and where no interface could be compared. */
    Rate between(List<InterfaceCounters> counters, Instant now) {
        double seconds = taken == null ? 0 : Duration.between(taken, now).toNanos() / 1e9;
        Map<String, InterfaceCounters> current = new HashMap<>();
        long received = 0;
        long sent = 0;
        compared = new ArrayList<>();
        for (InterfaceCounters counter : counters) {
            InterfaceCounters old = before.get(counter.name());
            if (!counter.loopback() && current.put(counter.name(), counter) == null && old != null && continues(old, counter)) {
                received += counter.received() - old.received();
                sent += counter.sent() - old.sent();
                compared.add(counter.name());
            }
        }
        before = current;
        taken = now;
        return !compared.isEmpty() && seconds > 0 ? new Rate(received / seconds, sent / seconds) : Rate.UNKNOWN;
    }

    /** The names of the interfaces in the rate given last. */
    List<String> interfaces() {
        return List.copyOf(compared);
    }

    private static boolean continues(InterfaceCounters old, InterfaceCounters now) {
        return now.received() >= old.received() && now.sent() >= old.sent();
    }

    /**
     * Bytes a second, averaged over an interval.
     *
     * @param received  NaN where not known
     * @param sent      NaN where not known
     */
    record Rate(double received, double sent) {

        static final Rate UNKNOWN = new Rate(Double.NaN, Double.NaN);
    }
}
