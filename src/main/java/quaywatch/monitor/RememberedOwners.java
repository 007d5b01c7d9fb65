package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey.ByTuple;

/**
 * Who last held a connection, for the time in which the kernel still shows the connection but no longer its owner. Bounded in time and number.
 * <p>An open row is its own memory; here is only what outlives rows.
 */
final class RememberedOwners {

    /** How long an owner that nobody asked for is kept. */
    static final Duration KEPT = Duration.ofMinutes(5);
    static final int LIMIT = 100_000;

    private final int limit;
    /** Least recently used first. */
    private final LinkedHashMap<ByTuple, Memory> memories = new LinkedHashMap<>(16, 0.75f, true);

    RememberedOwners() {
        this(LIMIT);
    }

    RememberedOwners(int limit) {
        this.limit = limit;
    }

    /** Keeps the owner of a connection that is gone. */
    void remember(Row row, Instant now) {
        forgetOld(now);
        if (row.socket().protocol() == Protocol.TCP && row.socket().hasPeer() && seen(row.live())) {
            memories.put(Tuples.of(row.socket()), new Memory(row.live().owner(), now));
            if (memories.size() > limit) {
                memories.pollFirstEntry();
            }
        }
    }

    /** The sighting, with what its row or an earlier one told of the owner if it tells nothing itself. */
    Sighting completed(Sighting sighting, @Nullable Row row, Instant now) {
        if (row != null && sighting.evidence() instanceof Evidence.Resolving && seen(row.live())) {
            return new Sighting(sighting.socket(), row.live().owner(), row.live().evidence());
        }
        if (!forgotten(sighting)) {
            return sighting;
        }
        Owner owner = row != null && seen(row.live()) ? row.live().owner() : recall(sighting.socket(), now);
        return owner == null ? sighting : new Sighting(sighting.socket(), owner, Evidence.REMEMBERED);
    }

    int size() {
        return memories.size();
    }

    private @Nullable Owner recall(Socket socket, Instant now) {
        forgetOld(now);
        ByTuple tuple = Tuples.of(socket);
        Memory memory = memories.get(tuple);
        if (memory == null) {
            return null;
        }
        memories.put(tuple, new Memory(memory.owner, now));
        return memory.owner;
    }

    /** Whether a process was seen to hold it, now or earlier, or its unit is known; a guess is not worth remembering. */
    private static boolean seen(Live live) {
        return switch (live.owner()) {
            case Owner.Processes _ -> live.evidence() instanceof Evidence.Exact || live.evidence() instanceof Evidence.Remembered;
            case Owner.Service _ -> true;
            case Owner.UserOnly _,Owner.Kernel _,Owner.Unknown _ -> false;
        };
    }

    private static boolean forgotten(Sighting sighting) {
        return sighting.owner() instanceof Owner.Unknown(Owner.Reason reason)
                ? reason == Owner.Reason.FORGOTTEN || orphaned(sighting.socket())
                : sighting.owner() instanceof Owner.UserOnly && orphaned(sighting.socket());
    }

    /** Whether no process has the socket open any more although it lives on. */
    private static boolean orphaned(Socket socket) {
        return socket.inode() == 0 && switch (socket.state()) {
            case TIME_WAIT, FIN_WAIT1, FIN_WAIT2, LAST_ACK, CLOSING, CLOSE_WAIT -> true;
            case ESTABLISHED, SYN_SENT, SYN_RECV, CLOSE, LISTEN, BOUND, CONNECTED -> false;
        };
    }

    private void forgetOld(Instant now) {
        for (Iterator<Map.Entry<ByTuple, Memory>> oldest = memories.entrySet().iterator(); oldest.hasNext();) {
            // Where the clock was set back, what was used lately counts as old: it is asked for again, or not needed.
            if (Duration.between(oldest.next().getValue().used, now).abs().compareTo(KEPT) < 0) {
                return;
            }
            oldest.remove();
        }
    }

    private record Memory(Owner owner, Instant used) {}
}
