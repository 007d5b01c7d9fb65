package quaywatch.collect.oshi;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import oshi.hardware.NetworkIF;

import quaywatch.collect.InterfaceSource;
import quaywatch.model.InterfaceCounters;

/**
 * Interface counters as OSHI tells them. Each costs about a millisecond, so ask no more often than needed; the list of interfaces itself is
 * read again every {@link #KEPT}.
 */
public final class OshiInterfaceSource implements InterfaceSource {

    static final Duration KEPT = Duration.ofSeconds(30);

    private final OshiSystem system;
    private final InstantSource clock;
    private List<Known> known = List.of();
    private @Nullable Instant listed;

    public OshiInterfaceSource(OshiSystem system, InstantSource clock) {
        this.system = system;
        this.clock = clock;
    }

    /** Empty where OSHI can't be loaded or fails. */
    @Override
    public List<InterfaceCounters> sample() {
        try {
            List<InterfaceCounters> counters = new ArrayList<>();
            for (Known one : current()) {
                if (one.counts.updateAttributes()) {
                    counters.add(new InterfaceCounters(one.counts.getName(), one.counts.getBytesRecv(), one.counts.getBytesSent(),
                            one.loopback));
                }
            }
            return counters;
        } catch (RuntimeException | LinkageError _) {
            return List.of();
        }
    }

    private List<Known> current() {
        Instant now = clock.instant();
        if (listed == null || Duration.between(listed, now).abs().compareTo(KEPT) >= 0) {
            listed = now;
            known = system.hardware().getNetworkIFs(true).stream().map(counts -> new Known(counts, isLoopback(counts))).toList();
        }
        return known;
    }

    private static boolean isLoopback(NetworkIF counts) {
        NetworkInterface network = counts.queryNetworkInterface();
        try {
            return network != null && network.isLoopback();
        } catch (SocketException _) {
            // Gone between the two questions: it counts nothing any more.
            return false;
        }
    }

    private record Known(NetworkIF counts, boolean loopback) {}
}
