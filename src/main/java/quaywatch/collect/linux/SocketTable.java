package quaywatch.collect.linux;

import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.RowSink;
import quaywatch.kernel.SocketRow;
import quaywatch.model.Protocol;

/**
 * The sockets of this tick and of the last, found by row without making a key. Open addressing with linear probing; a row whose socket is there already is
 * a duplicate, which the kernel prints under churn, and is left out.
 */
final class SocketTable implements RowSink {

    private static final int FIRST_SIZE = 1024;

    private final RowToSocket rows;
    private Watched[] list = new Watched[FIRST_SIZE];
    private @Nullable Watched[] slots = new Watched[2 * FIRST_SIZE];
    private @Nullable Watched[] former = new Watched[2 * FIRST_SIZE];
    private Watched[] formerList = new Watched[FIRST_SIZE];
    private int size;
    private int formerSize;
    private int tick;
    private Instant now = Instant.EPOCH;

    SocketTable(RowToSocket rows) {
        this.rows = rows;
    }

    /** Begins a tick: what was there becomes the former tick. */
    void startTick(Instant time) {
        @Nullable
        Watched[] swap = former;
        former = slots;
        slots = swap.length == former.length ? swap : new Watched[former.length];
        Arrays.fill(slots, null);
        Watched[] swapList = formerList;
        formerList = list;
        list = swapList.length >= formerList.length ? swapList : new Watched[formerList.length];
        Arrays.fill(list, null);
        formerSize = size;
        size = 0;
        now = time;
        rows.startTick();
        tick++;
    }

    /**
     * Keeps the sockets that were there a tick ago and are not now, once: under churn the kernel leaves rows out, so one missing row is no proof of
     * closing. {@link #settle} then drops those that nothing else speaks for.
     */
    void carryOver() {
        for (int i = 0; i < formerSize; i++) {
            Watched watched = formerList[i];
            if (!watched.seenIn(tick) && watched.seenIn(tick - 1) && watched.socket().inode() != 0) {
                watched.clearHolders();
                slots[free(slots, watched.hash())] = watched;
                append(watched);
            }
        }
    }

    /** Drops carried sockets unless the walk found a holder, or the holder is hidden and the protocol UDP, whose table leaves out most. */
    void settle() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            Watched watched = list[i];
            if (watched.seenIn(tick) || watched.held() || watched.socket().protocol() == Protocol.UDP && watched.holderHidden()) {
                list[kept++] = watched;
            }
        }
        Arrays.fill(list, kept, size, null);
        size = kept;
    }

    @Override
    public void row(SocketRow row) {
        int at = find(slots, row);
        if (slots[at] != null) {
            return;
        }
        @Nullable
        Watched known = former[find(former, row)];
        Watched watched = known == null ? new Watched(rows.socket(row, null, now), row.hash()) : known;
        watched.update(known == null ? watched.socket() : rows.socket(row, known.socket(), now), tick);
        slots[at] = watched;
        append(watched);
    }

    private void append(Watched watched) {
        if (size == list.length) {
            list = Arrays.copyOf(list, size * 2);
        }
        list[size++] = watched;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    private static int find(@Nullable Watched[] table, SocketRow row) {
        int mask = table.length - 1;
        int at = row.hash() & mask;
        while (true) {
            @Nullable
            Watched found = table[at];
            if (found == null || found.is(row)) {
                return at;
            }
            at = at + 1 & mask;
        }
    }

    private void grow() {
        @Nullable
        Watched[] wider = new Watched[slots.length * 2];
        for (int i = 0; i < size; i++) {
            wider[free(wider, list[i].hash())] = list[i];
        }
        slots = wider;
    }

    private static int free(@Nullable Watched[] table, int hash) {
        int mask = table.length - 1;
        int at = hash & mask;
        while (table[at] != null) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** The socket with this inode; null if no table shows it. */
    @Nullable
    Watched byInode(long inode) {
        int mask = slots.length - 1;
        int at = SocketRow.hash(inode) & mask;
        while (true) {
            @Nullable
            Watched found = slots[at];
            if (found == null || found.socket().inode() == inode) {
                return found;
            }
            at = at + 1 & mask;
        }
    }

    /** Whether a socket has gone without a holder for so long that every thread is worth a look. */
    boolean wantsDeepWalk() {
        for (int i = 0; i < size; i++) {
            if (list[i].wantsDeepWalk()) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    /** The sockets of this tick in the kernel's order, 0 to {@link #size()}. */
    Watched get(int index) {
        return list[index];
    }
}
