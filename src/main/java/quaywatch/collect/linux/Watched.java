package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.kernel.SocketRow;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;
import quaywatch.model.User;

/** One socket across ticks: what was told of it last, and who holds it. */
final class Watched {

    private final int hash;
    private final long cookie;
    private Socket socket;
    private @Nullable Sighting sighting;
    private @Nullable Hold holds;
    /** Whether anything that the last sighting says may have changed. */
    private boolean news = true;
    private int misses;
    private int waited;
    private boolean sought;
    private int absences;
    private int seen;
    private int place;

    /** Unsigned. */
    private int inode;

    Watched(Socket socket, SocketRow row) {
        this.hash = row.hash();
        this.cookie = row.cookie();
        this.socket = socket;
        this.inode = (int) row.inode();
    }

    /** Whether this is the socket of the row: by the strongest of cookie, inode and ends that the row tells. */
    boolean is(SocketRow row) {
        long told = row.cookie();
        if (told != 0 || cookie != 0) {
            return told == cookie;
        }
        return inode == (int) row.inode() && socket.protocol() == row.protocol()
                && socket.namespace() == row.namespace()
                && (inode != 0 || row.hasEnds(socket.local(), socket.remote()));
    }

    /** Takes what the row says. */
    void update(Socket newSocket, SocketRow row) {
        news |= socket != newSocket;
        socket = newSocket;
        inode = (int) row.inode();
    }

    Socket socket() {
        return socket;
    }

    long inode() {
        return Integer.toUnsignedLong(inode);
    }

    /** Whether a source with cookies tells of it, which leaves out no TCP socket. */
    boolean surelyTold() {
        return cookie != 0 && socket.protocol() == Protocol.TCP;
    }

    int hash() {
        return hash;
    }

    /**
     * Notes that the socket tables of this tick have it, or that something else speaks for it, and where it stands among the others. Writes
     * only: a processor waits for what it reads.
     */
    void see(int tick, int newPlace) {
        seen = tick;
        place = newPlace;
    }

    int place() {
        return place;
    }

    boolean seenIn(int tick) {
        return seen == tick;
    }

    /** Counts that the tables lack it, and says how often that was in a row. */
    int absent() {
        return ++absences;
    }

    void present() {
        absences = 0;
    }

    /** The first of those who hold it; null if nobody is known. */
    @Nullable
    Hold holds() {
        return holds;
    }

    boolean held() {
        return holds != null;
    }

    void add(Hold hold) {
        hold.socket = this;
        hold.next = holds;
        holds = hold;
        news = true;
        misses = 0;
        waited = 0;
    }

    void remove(Hold hold) {
        Hold before = null;
        for (Hold each = holds; each != null; each = each.next) {
            if (each == hold) {
                if (before == null) {
                    holds = hold.next;
                } else {
                    before.next = hold.next;
                }
                news = true;
                break;
            }
            before = each;
        }
        hold.next = null;
        hold.socket = null;
    }

    /** All of them, in no order. */
    List<Hold> allHolds() {
        List<Hold> all = new ArrayList<>(2);
        for (Hold hold = holds; hold != null; hold = hold.next) {
            all.add(hold);
        }
        return all;
    }

    /** Those who hold it, in order of pid, each once. */
    Holder[] holders() {
        Holder[] all = new Holder[4];
        int count = 0;
        for (Hold hold = holds; hold != null; hold = hold.next) {
            if (count == all.length) {
                all = Arrays.copyOf(all, count * 2);
            }
            all[count++] = hold.holder;
        }
        Arrays.sort(all, 0, count, (one, other) -> Integer.compare(one.pid, other.pid));
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || all[i] != all[kept - 1]) {
                all[kept++] = all[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }

    /** Counts that a whole walk found no holder. */
    void miss() {
        misses++;
    }

    int misses() {
        return misses;
    }

    /** Counts a tick in which nobody was known to hold it, and says how many there were in a row. */
    int waited() {
        return ++waited;
    }

    /** Notes that somebody who holds it is looked for; false if that was so already. */
    boolean seek() {
        boolean first = !sought;
        sought = true;
        return first;
    }

    void endSearch() {
        sought = false;
    }

    /** Whether somebody who holds it is looked for. */
    boolean sought() {
        return sought;
    }

    /** Whether more than one descriptor is known to be it. */
    boolean shared() {
        return holds != null && holds.next != null;
    }

    /** Adds the user, learnt from elsewhere. */
    void withUser(User user) {
        news = true;
        socket = socket.withUser(user);
    }

    /** The owner told last; null before the first time. */
    @Nullable
    Owner owner() {
        return sighting == null ? null : sighting.owner();
    }

    /** How sure that owner was; null before the first time. */
    @Nullable
    Evidence evidence() {
        return sighting == null ? null : sighting.evidence();
    }

    /** The last sighting if it still holds; null if it has to be looked into. */
    @Nullable
    Sighting still() {
        return news ? null : sighting;
    }

    /** Says that the sighting given last holds until something changes that this class is told of. */
    void settle() {
        news = false;
    }

    /** Notes that something is news that its holder tells. */
    void unsettle() {
        news = true;
    }

    /** The sighting with these values; the former object if nothing changed. */
    Sighting sighting(Owner owner, Evidence evidence) {
        if (sighting == null || sighting.socket() != socket || !sighting.owner().equals(owner) || !sighting.evidence().equals(evidence)) {
            sighting = new Sighting(socket, owner, evidence);
        }
        return sighting;
    }
}
