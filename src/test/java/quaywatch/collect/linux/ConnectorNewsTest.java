package quaywatch.collect.linux;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.kernel.netlink.ProcessEvent;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real processes that the kernel tells of. */
@Timeout(60)
class ConnectorNewsTest {

    /** By then nothing is looked after for being young. */
    private static final int SETTLED = 8;

    private final List<ProcessEvent> told = new ArrayList<>();
    private ConnectorNews news = new ConnectorNews();

    @BeforeEach
    void needsConnector() {
        assertFalse(news.take(told::add));
        if (!news.tells()) {
            System.out.println("skipped, as the kernel does not tell of processes here");
        }
        assumeTrue(news.tells(), "the kernel does not tell of processes here");
    }

    @AfterEach
    void close() {
        news.close();
    }

    @Test
    void childIsTold() throws Exception {
        int pid = child("true");
        assertTrue(news.take(told::add));
        assertTrue(told.indexOf(new ProcessEvent.Forked(pid)) >= 0, told::toString);
        assertTrue(told.indexOf(new ProcessEvent.Executed(pid)) > told.indexOf(new ProcessEvent.Forked(pid)), told::toString);
    }

    @Test
    void afterALossTheyAreLeftAloneForAWhile() throws Exception {
        close();
        news = new ConnectorNews(1);
        assertFalse(news.take(told::add));
        child("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do (:); done");
        int missed = 0;
        while (!news.take(told::add)) {
            missed++;
            assertTrue(missed < 1_000, "nothing is told any more");
        }
        assertTrue(missed > 10, () -> "told again at once");
    }

    @Test
    void closedTellNothing() throws Exception {
        news.close();
        child("true");
        assertFalse(news.take(told::add));
        assertFalse(news.tells());
        assertEquals(List.of(), told);
    }

    @Test
    void programThatTakesOverIsNamedInTheNextLook() throws Exception {
        try (Looks looks = new Looks(); Actor actor = Actor.start()) {
            int port = actor.listen("kept");
            for (int i = 0; i < SETTLED; i++) {
                looks.sample();
            }
            actor.run("os.set_inheritable(kept.fileno(), True)");
            assertEquals("there", actor.run("os.execv('/bin/sh', ['sh', '-c', 'echo there; read line'])"));
            assertEquals("sh", first(looks.listener(port)).name());
        }
    }

    @Test
    void childThatInheritsAListenerIsAHolderInTheNextLook() throws Exception {
        try (Looks looks = new Looks(); Actor actor = Actor.start()) {
            int port = actor.listen("shared");
            for (int i = 0; i < SETTLED; i++) {
                looks.sample();
            }
            long child = actor.number("park()");
            assertTrue(Looks.pids(looks.listener(port)).containsAll(List.of(actor.pid(), child)));
        }
    }

    @Test
    void holderThatHasEndedIsNoneInTheNextLookThoughNobodyTookNote() throws Exception {
        try (Looks looks = new Looks(); Actor actor = Actor.start()) {
            int port = actor.listen("shared");
            actor.run("child = park()");
            for (int i = 0; i < SETTLED; i++) {
                looks.sample();
            }
            actor.run("os.kill(child, signal.SIGKILL)");
            actor.run("os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)");
            assertEquals(List.of(actor.pid()), Looks.pids(looks.listener(port)));
        }
    }

    private static int child(String script) throws Exception {
        Process child = new ProcessBuilder("sh", "-c", script).start();
        child.waitFor();
        return (int) child.pid();
    }

    private static ProcessFacts first(Sighting seen) {
        return ((Owner.Processes) seen.owner()).first();
    }
}
