package quaywatch.collect.linux;

import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.RowSink;
import quaywatch.kernel.SocketRow;

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
    private int size;
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
        Arrays.fill(list, 0, size, null);
        size = 0;
        now = time;
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
        watched.update(known == null ? watched.socket() : rows.socket(row, known.socket(), now));
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
        int mask = wider.length - 1;
        for (int i = 0; i < size; i++) {
            int at = list[i].hash() & mask;
            while (wider[at] != null) {
                at = at + 1 & mask;
            }
            wider[at] = list[i];
        }
        slots = wider;
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

    int size() {
        return size;
    }

    /** The sockets of this tick in the kernel's order, 0 to {@link #size()}. */
    Watched get(int index) {
        return list[index];
    }
}
