package quaywatch.collect.linux;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSample.Sighting;
import quaywatch.collect.SourceException;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** One look after the other at the running machine, by one source. */
final class Looks implements AutoCloseable {

    /** In so many looks every known holder is read again, with one more for where the round began. */
    static final int ROUND = Effort.STEADY.rounds() + 1;

    /** More looks than it takes to search all processes several times, at growing intervals and in slices: depends on what else the machine runs. */
    static final int SEARCH = 200;

    private final LinuxSocketSource source;

    Looks() {
        this(LinuxSocketSource.netlink(Clock.systemUTC(), Runnable::run));
    }

    private Looks(LinuxSocketSource source) {
        this.source = source;
    }

    /** Looks without netlink. */
    static Looks proc() {
        return new Looks(LinuxSocketSource.proc(Clock.systemUTC(), Runnable::run));
    }

    /** Skips the test, with the reason, where the kernel does not tell its sockets by netlink. */
    Looks assumeNetlink() throws SourceException {
        List<String> failed = sample().report().troubles().stream().map(Object::toString).filter(it -> it.contains("by netlink")).toList();
        assumeTrue(failed.isEmpty(), () -> "this kernel does not answer: " + failed);
        return this;
    }

    /** Whether this kernel tells TCP sockets that are bound and no more by netlink: Linux 6.8 and later. */
    static boolean tellsBound() {
        String[] release = System.getProperty("os.version").split("[^0-9]+");
        return Integer.parseInt(release[0]) * 1_000 + Integer.parseInt(release[1]) >= 6_008;
    }

    SocketSample sample() throws SourceException {
        return source.sample();
    }

    /** Looks, and gives the only socket of that kind. */
    Sighting only(Predicate<Socket> wanted) throws SourceException {
        List<Sighting> found = sample().sightings().stream().filter(it -> wanted.test(it.socket())).toList();
        assertEquals(1, found.size(), found::toString);
        return found.getFirst();
    }

    /** Looks until the only socket of that kind is in a state; it comes at once, but for what the kernel may put off under load. */
    Sighting until(SocketState state, Predicate<Socket> wanted) throws SourceException {
        Sighting seen = only(wanted);
        for (int look = 0; seen.socket().state() != state; look++) {
            assertTrue(look < SEARCH, "still " + seen);
            seen = only(wanted);
        }
        return seen;
    }

    /** The end of a connection that has these ports. */
    static Predicate<Socket> end(int local, int remote) {
        return socket -> socket.local().port() == local && socket.remote().port() == remote;
    }

    static Predicate<Socket> listens(int port) {
        return socket -> socket.state() == SocketState.LISTEN && socket.local().port() == port;
    }

    Sighting listener(int port) throws SourceException {
        return only(listens(port));
    }

    /** Looks until what is told of a listener is as wanted, so often at most; gives all that was told until then. */
    List<Sighting> until(int most, int port, Predicate<Sighting> wanted) throws SourceException {
        List<Sighting> seen = new ArrayList<>();
        while (seen.isEmpty() || !wanted.test(seen.getLast())) {
            assertTrue(seen.size() < most, () -> "not within " + most + " looks, the last of which told " + seen.getLast());
            seen.add(listener(port));
        }
        return seen;
    }

    static Predicate<Sighting> heldBy(List<Long> pids) {
        return it -> it.evidence().equals(Evidence.EXACT) && pids(it).equals(pids);
    }

    /** The pids of the holders; empty where none is named. */
    static List<Long> pids(Sighting seen) {
        return seen.owner() instanceof Owner.Processes it ? it.holders().stream().map(each -> each.id().pid()).toList() : List.of();
    }

    @Override
    public void close() {
        source.close();
    }
}
