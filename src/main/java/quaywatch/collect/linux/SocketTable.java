package quaywatch.collect.linux;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.RowSink;
import quaywatch.kernel.SocketRow;
import quaywatch.model.SocketState;

/**
 * The sockets of this tick, found by row without making a key. Tables mostly come in the order of the tick before, so the one expected next is
 * tried first. A row whose socket was there already is a duplicate, which the kernel makes under churn, and is left out.
 */
final class SocketTable implements RowSink {

    private final RowToSocket rows;
    private final Watched.ByKey byKey = new Watched.ByKey();
    private final Watched.ByInode byInode = new Watched.ByInode();
    private final List<Watched> fresh = new ArrayList<>();
    private final List<Watched> missing = new ArrayList<>();
    private final List<Watched> released = new ArrayList<>();
    private Watched[] list = new Watched[64];
    private Watched[] former = new Watched[64];
    private int size;
    private int formerSize;
    private int expected;
    private int seenAgain;
    private int tick;
    private Instant now = Instant.EPOCH;
    private long nowMillis;
    private boolean remake;

    SocketTable(RowToSocket rows) {
        this.rows = rows;
    }

    /** Begins a tick: what was there becomes the former tick. */
    void startTick(Instant time) {
        startTick(time, false);
    }

    /** Likewise; {@code anew} to make all sockets again, as what their rows say has got another meaning. */
    void startTick(Instant time, boolean anew) {
        remake = anew;
        Watched[] swap = former;
        former = list;
        formerSize = size;
        list = swap.length >= formerSize ? swap : new Watched[former.length];
        Arrays.fill(list, null);
        size = 0;
        expected = 0;
        seenAgain = 0;
        now = time;
        nowMillis = time.toEpochMilli();
        fresh.clear();
        missing.clear();
        released.clear();
        rows.startTick();
        tick++;
    }

    @Override
    public void row(SocketRow row) {
        Watched known = known(row);
        if (known == null) {
            meet(row);
        } else if (!known.seenIn(tick)) {
            if (remake || !known.same(row, nowMillis)) {
                change(known, row);
            }
            known.present();
            seenAgain++;
            append(known);
        }
    }

    private @Nullable Watched known(SocketRow row) {
        if (expected < formerSize && former[expected].is(row)) {
            return former[expected++];
        }
        Watched found = byKey.find(row);
        if (found != null && !found.seenIn(tick)) {
            expected = found.place() + 1;
        }
        return found;
    }

    private void meet(SocketRow row) {
        Watched watched = new Watched(rows.socket(row, null, now), row, nowMillis);
        byKey.add(watched);
        if (watched.inode() != 0) {
            byInode.add(watched);
        }
        fresh.add(watched);
        append(watched);
    }

    /** A connection gets its inode when it is accepted, and loses it when its last holder closes it. */
    private void change(Watched watched, SocketRow row) {
        boolean moved = watched.inode() != row.inode();
        if (moved && watched.inode() != 0) {
            byInode.remove(watched);
            released.add(watched);
        }
        watched.update(rows.socket(row, watched.socket(), now), row, nowMillis);
        if (moved && watched.inode() != 0) {
            byInode.add(watched);
            fresh.add(watched);
        }
    }

    private void append(Watched watched) {
        watched.see(tick, size);
        if (size == list.length) {
            list = Arrays.copyOf(list, size * 2);
        }
        list[size++] = watched;
    }

    /** Takes over from the former tick the sockets of namespaces whose tables are not read in this one. */
    void keepOf(List<Long> namespaces) {
        for (int i = 0; i < formerSize && !namespaces.isEmpty(); i++) {
            Watched watched = former[i];
            long namespace = watched.socket().namespace();
            if (namespace != 0 && !watched.seenIn(tick) && namespaces.contains(namespace)) {
                watched.present();
                seenAgain++;
                append(watched);
            }
        }
    }

    /** Ends the rows of this tick; from now on {@link #missing} tells what they lack. */
    void endRows() {
        for (int i = 0; i < formerSize && seenAgain < formerSize; i++) {
            if (!former[i].seenIn(tick)) {
                missing.add(former[i]);
            }
        }
    }

    /** Keeps a socket that is missing, because something else speaks for it. */
    void keep(Watched watched) {
        append(watched);
    }

    /** Forgets a socket that is missing. */
    void drop(Watched watched) {
        byKey.remove(watched);
        if (watched.inode() != 0) {
            byInode.remove(watched);
        }
    }

    /** Those that have just got an inode, or come into the tables. */
    List<Watched> fresh() {
        return fresh;
    }

    /** Those of the former tick that no row told of. */
    List<Watched> missing() {
        return missing;
    }

    /** Those that had an inode a tick ago and have none now. */
    List<Watched> released() {
        return released;
    }

    /** The socket with this inode; null if no table shows it. */
    @Nullable
    Watched byInode(long inode) {
        return byInode.find(inode);
    }

    /** The listeners of this tick. */
    List<Watched> listeners() {
        List<Watched> found = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (list[i].socket().state() == SocketState.LISTEN) {
                found.add(list[i]);
            }
        }
        return found;
    }

    int size() {
        return size;
    }

    /** The sockets of this tick in the kernel's order, 0 to {@link #size()}. */
    Watched get(int index) {
        return list[index];
    }
}
