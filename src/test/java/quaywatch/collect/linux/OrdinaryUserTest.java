package quaywatch.collect.linux;

import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import quaywatch.control.linux.OtherJvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a user without rights is told of root's connections: all that the kernel counts, but not the process. */
class OrdinaryUserTest {

    private static final String ROOT = "0";

    @Test
    void countersOfRootsConnectionAreToldAndItsProcessIsNot() throws Exception {
        OtherJvm nobody = OtherJvm.asNobody();
        new Looks().assumeNetlink().close();
        try (Actor root = Actor.start()) {
            int port = connect(root);
            root.run("pour(way, taken, 50000)");
            root.run("pour(taken, way, 70000)");
            int from = root.number("port(way)");
            List<Seen> told = Seen.parse(nobody.run(Tell.class, 60, "netlink"), "netlink");
            assertTold(told, it -> it.startsWith("TCP 127.0.0.1:" + from + " 127.0.0.1:" + port + " ESTABLISHED"), 50_000, 70_000);
            assertTold(told, it -> it.startsWith("TCP 127.0.0.1:" + port + " 127.0.0.1:" + from + " ESTABLISHED"), 70_000, 50_000);
        }
    }

    /** Makes a connection, {@code way} to {@code taken}; the port it goes to. */
    private static int connect(Actor root) throws Exception {
        int port = root.listen("door");
        root.run("way = connected(" + port + ")");
        root.run("taken = door.accept()[0]");
        return port;
    }

    private static void assertTold(List<Seen> told, Predicate<String> wanted, long sent, long received) {
        List<Seen> found = told.stream().filter(it -> wanted.test(it.socket())).toList();
        assertEquals(1, found.size(), told::toString);
        Seen seen = found.getFirst();
        assertEquals(List.of(sent, received), seen.counted().subList(0, 2), seen::toString);
        assertTrue(seen.counted().getLast() > 0, seen::toString);
        assertEquals(ROOT, seen.user());
        // What else is known of a hidden owner depends on the control groups of the machine; that it is root's is known everywhere.
        assertTrue(seen.owner().matches("user 0|(probably )?service .* of 0|probably pids \\d+"), seen::toString);
    }

    @Test
    void ratesOfRootsConnectionAreTold() throws Exception {
        OtherJvm nobody = OtherJvm.asNobody();
        new Looks().assumeNetlink().close();
        try (Actor root = Actor.start()) {
            int port = connect(root);
            root.run("pouring(way, taken)");
            assertEquals(List.of("rates true"), nobody.run(Tell.class, 60, "rates=" + port));
        }
    }

    /** What a first thread that has gone leaves is root's, even where the process is the user's own. */
    @Test
    void ownProcessIsFoundWhoseFirstThreadHasGone() throws Exception {
        OtherJvm nobody = OtherJvm.asNobody();
        try (Actor actor = Actor.start()) {
            actor.run("user(" + OtherJvm.NOBODY + ")");
            // A process that changes its user is hidden from that user until it runs another program, or says this: PR_SET_DUMPABLE.
            actor.run("__import__('ctypes').CDLL(None).prctl(4, 1, 0, 0, 0)");
            int port = actor.listen("door");
            actor.run("without_leader()");
            for (String source : List.of("netlink", "proc")) {
                List<String> owners = Seen.parse(nobody.run(Tell.class, 60, source), source).stream()
                        .filter(it -> it.socket().startsWith("TCP 127.0.0.1:" + port + " ") && it.socket().endsWith(" LISTEN"))
                        .map(Seen::owner)
                        .toList();
                assertEquals(List.of("pids " + actor.pid()), owners, source);
            }
        }
    }
}
