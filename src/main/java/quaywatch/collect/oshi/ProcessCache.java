package quaywatch.collect.oshi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.ProcessSource;
import quaywatch.model.ProcessFacts;

/**
 * Facts of processes, read again only when another process has the number, or after {@link #KEPT}, as a process can take another name.
 * One thread at a time.
 */
final class ProcessCache {

    static final Duration KEPT = Duration.ofSeconds(30);

    private final ProcessSource source;
    private final InstantSource clock;
    private Map<Integer, Known> before = new HashMap<>();
    private Map<Integer, Known> used = new HashMap<>();

    ProcessCache(ProcessSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    Optional<ProcessFacts> find(int pid) {
        Known known = used.get(pid);
        if (known == null) {
            known = fresh(pid, before.get(pid));
            used.put(pid, known);
        }
        return known.facts;
    }

    /** Drops what was not asked for since the last call. */
    void forgetUnused() {
        before = used;
        used = new HashMap<>();
    }

    private Known fresh(int pid, @Nullable Known known) {
        Optional<Instant> start = ProcessHandle.of(pid).flatMap(process -> process.info().startInstant());
        Instant now = clock.instant();
        boolean valid = known != null && start.isPresent() && start.equals(known.start)
                && Duration.between(known.read, now).abs().compareTo(KEPT) < 0;
        return valid && known != null ? known : new Known(source.find(pid), start, now);
    }

    private record Known(Optional<ProcessFacts> facts, Optional<Instant> start, Instant read) {}
}
