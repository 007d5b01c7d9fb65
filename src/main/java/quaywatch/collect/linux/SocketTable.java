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

    private static final int FIRST_SIZE = 64;

    private final RowToSocket rows;
    private final WatchedByRow byKey = new WatchedByRow();
    private final WatchedByInode byInode = new WatchedByInode();
    private final List<Watched> fresh = new ArrayList<>();
    private final List<Watched> missing = new ArrayList<>();
    private final List<Watched> released = new ArrayList<>();
    private Watched[] list = new Watched[FIRST_SIZE];
    private Watched[] former = new Watched[FIRST_SIZE];
    private RowMemory said = new RowMemory(FIRST_SIZE);
    private RowMemory formerlySaid = new RowMemory(FIRST_SIZE);
    /** Which places of the former tick a row has told of. */
    private boolean[] told = new boolean[FIRST_SIZE];
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
        RowMemory swapSaid = formerlySaid;
        formerlySaid = said;
        said = swapSaid;
        list = swap;
        Arrays.fill(list, null);
        told = told.length >= formerSize ? told : new boolean[former.length];
        Arrays.fill(told, false);
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
        if (expected < formerSize && isAt(expected, row)) {
            tell(expected++, row);
            return;
        }
        Watched found = byKey.find(row);
        if (found == null) {
            meet(row);
        } else if (!found.seenIn(tick)) {
            int place = found.place();
            expected = place + 1;
            tell(place, row);
        }
    }

    private boolean isAt(int place, SocketRow row) {
        long cookie = row.cookie();
        return cookie != 0 ? formerlySaid.cookie(place) == cookie : former[place].is(row);
    }

    private void tell(int place, SocketRow row) {
        if (told[place]) {
            return;
        }
        told[place] = true;
        Watched known = former[place];
        boolean same = !remake && formerlySaid.same(place, row, nowMillis);
        int now = stay(known, place);
        if (!same) {
            change(known, row);
            said.put(now, row, nowMillis);
        }
    }

    /** Takes a socket over from its place in the former tick; returns the new one. */
    private int stay(Watched known, int place) {
        known.present();
        seenAgain++;
        int now = append(known);
        said.take(now, formerlySaid, place);
        return now;
    }

    private void meet(SocketRow row) {
        Watched watched = new Watched(rows.socket(row, null, now), row);
        byKey.add(watched);
        if (watched.inode() != 0) {
            byInode.add(watched);
        }
        fresh.add(watched);
        said.begin(append(watched), row, nowMillis);
    }

    /** A connection gets its inode when it is accepted, and loses it when its last holder closes it. */
    private void change(Watched watched, SocketRow row) {
        boolean moved = watched.inode() != row.inode();
        if (moved && watched.inode() != 0) {
            byInode.remove(watched);
            released.add(watched);
        }
        watched.update(rows.socket(row, watched.socket(), now), row);
        if (moved && watched.inode() != 0) {
            byInode.add(watched);
            fresh.add(watched);
        }
    }

    private int append(Watched watched) {
        if (size == list.length) {
            list = Arrays.copyOf(list, size * 2);
            said.grow(list.length);
        }
        watched.see(tick, size);
        list[size] = watched;
        return size++;
    }

    /** Takes over from the former tick the sockets of namespaces whose tables are not read in this one. */
    void keepOf(List<Long> namespaces) {
        for (int i = 0; i < formerSize && !namespaces.isEmpty(); i++) {
            Watched watched = former[i];
            long namespace = watched.socket().namespace();
            if (namespace != 0 && !told[i] && namespaces.contains(namespace)) {
                told[i] = true;
                stay(watched, i);
            }
        }
    }

    /** Ends the rows of this tick; from now on {@link #missing} tells what they lack. */
    void endRows() {
        for (int i = 0; i < formerSize && seenAgain < formerSize; i++) {
            if (!told[i]) {
                missing.add(former[i]);
            }
        }
    }

    /** Keeps a socket that is missing, because something else speaks for it. */
    void keep(Watched watched) {
        int place = watched.place();
        said.take(append(watched), formerlySaid, place);
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
