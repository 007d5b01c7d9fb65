package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.control.linux.OtherJvm;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The kernel forgets whose a socket was that its process has closed, and says 0 where the user should stand. That must never be taken for root:
 * here it is a user without rights.
 */
class ForgottenUserTest {

    private static final int NOBODY = OtherJvm.NOBODY;
    private static final String ROOT = "0";

    private final List<Looks> watching = new ArrayList<>();
    private OtherJvm nobody = new OtherJvm(List.of());
    private int local;
    private int remote;

    @BeforeEach
    void needsAnotherUser() throws Exception {
        nobody = OtherJvm.asNobody();
        watching.add(new Looks().assumeNetlink());
        watching.add(Looks.proc());
    }

    @AfterEach
    void close() {
        watching.forEach(Looks::close);
    }

    @Test
    void closedSocketIsNeverToldAsRoots() throws Exception {
        try (Actor actor = Actor.start()) {
            actor.run("user(" + NOBODY + ")");
            remote = actor.listen("door");
            actor.run("way = connected(" + remote + ")");
            actor.run("taken = door.accept()[0]");
            local = actor.number("port(way)");
            for (Looks looks : watching) {
                Sighting open = looks.until(SocketState.ESTABLISHED, Looks.end(local, remote));
                assertEquals(NOBODY, open.socket().knownUser().orElseThrow().uid());
                assertEquals(List.of(actor.pid()), Looks.pids(open));
            }
            actor.run("way.close()");
            assertForgotten(SocketState.FIN_WAIT2);
            actor.run("taken.close()");
            assertForgotten(SocketState.TIME_WAIT);
        }
    }

    private void assertForgotten(SocketState state) throws Exception {
        for (Looks looks : watching) {
            assertForgotten(state, Seen.of("watching", looks.until(state, Looks.end(local, remote))));
        }
        // To nobody the socket is its own, and root is a stranger.
        List<String> told = nobody.run(Tell.class, 60, "netlink", "proc");
        for (String source : List.of("netlink", "proc")) {
            assertForgotten(state, only(Seen.parse(told, source)));
            assertForgotten(state, only(Tell.look(source)));
        }
    }

    private Seen only(List<Seen> all) {
        String ends = "TCP 127.0.0.1:" + local + " 127.0.0.1:" + remote + " ";
        List<Seen> found = all.stream().filter(it -> it.socket().startsWith(ends)).toList();
        assertEquals(1, found.size(), found::toString);
        return found.getFirst();
    }

    private static void assertForgotten(SocketState state, Seen seen) {
        assertTrue(seen.socket().endsWith(" " + state), seen::toString);
        assertNotEquals(ROOT, seen.user(), seen::toString);
        assertEquals("unknown FORGOTTEN", seen.owner(), seen::toString);
        if (state == SocketState.TIME_WAIT) {
            assertEquals("-", seen.user(), seen::toString);
        }
    }
}
