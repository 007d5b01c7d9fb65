package quaywatch.collect.linux;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.kernel.SocketRow;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Socket;
import quaywatch.model.User;

/** One socket across ticks: what was told of it last, and the pids found to hold it in the present tick. */
final class Watched {

    private static final long[] NONE = {};
    private static final int DEEP_AGAIN = 30;

    private final int hash;
    private Socket socket;
    private @Nullable Sighting sighting;
    private long[] pids = NONE;
    private int count;
    private int misses;
    private int seen;

    Watched(Socket socket, int hash) {
        this.socket = socket;
        this.hash = hash;
    }

    Socket socket() {
        return socket;
    }

    /** Takes the values of this tick and forgets the holders of the last one. */
    void update(Socket now, int tick) {
        socket = now;
        count = 0;
        seen = tick;
    }

    /** Whether the socket tables showed it in this tick. */
    boolean seenIn(int tick) {
        return seen == tick;
    }

    void clearHolders() {
        count = 0;
    }

    /** Whether it was known of this socket that its holder can't be seen. */
    boolean holderHidden() {
        return owner() instanceof Owner.UserOnly;
    }

    /** Whether a second walk found nobody either; told again after half a minute of ticks. */
    boolean wantsDeepWalk() {
        return !held() && socket.inode() != 0 && (misses == 1 || misses == DEEP_AGAIN);
    }

    /** Whether this is the socket of the row: by inode where it has one, else by protocol and ends. */
    boolean is(SocketRow row) {
        return socket.inode() == row.inode() && socket.protocol() == row.protocol()
                && (row.inode() != 0 || row.hasEnds(socket.local(), socket.remote()));
    }

    /** Notes a holder; the walk comes process by process, so a second descriptor of one follows its first. */
    void heldBy(long pid) {
        if (count > 0 && pids[count - 1] == pid) {
            return;
        }
        if (count == pids.length) {
            pids = Arrays.copyOf(pids, Math.max(1, count * 2));
        }
        pids[count++] = pid;
    }

    /** The pids that hold it, in order, each once. */
    long[] holders() {
        long[] sorted = Arrays.copyOf(pids, count);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept == count ? sorted : Arrays.copyOf(sorted, kept);
    }

    boolean held() {
        return count > 0;
    }

    /** Counts that a whole walk found no holder, and says how often that was in a row. */
    int miss() {
        return ++misses;
    }

    void found() {
        misses = 0;
    }

    /** Adds the user, learnt from elsewhere. */
    void withUser(User user) {
        socket = socket.withUser(user);
    }

    /** Spreads it as {@link SocketRow#hash()} spreads its row. */
    int hash() {
        return hash;
    }

    /** The owner told last; null before the first time. */
    @Nullable
    Owner owner() {
        return sighting == null ? null : sighting.owner();
    }

    /** The sighting with these values; the former object if nothing changed. */
    Sighting sighting(Owner owner, Evidence evidence) {
        if (sighting == null || sighting.socket() != socket || !sighting.owner().equals(owner) || !sighting.evidence().equals(evidence)) {
            sighting = new Sighting(socket, owner, evidence);
        }
        return sighting;
    }
}
