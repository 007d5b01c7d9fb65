package quaywatch.kernel.netlink;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import quaywatch.control.linux.OtherJvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What the kernel tells of real processes. */
@Timeout(60)
class ProcessEventsTest {

    private final List<ProcessEvents> open = new ArrayList<>();
    private final ProcessesHeard heard = new ProcessesHeard();

    @BeforeEach
    void needsConnector() {
        ProcessEvents.Opening opening = ProcessEvents.open(ProcessesHeard.SIZE);
        if (!(opening instanceof ProcessEvents.Opened(var events))) {
            System.out.println("skipped, as the kernel does not tell of processes here: " + opening);
            assumeTrue(false, "the kernel does not tell of processes here: " + opening);
            return;
        }
        open.add(events);
    }

    @AfterEach
    void close() {
        open.forEach(ProcessEvents::close);
    }

    @Test
    void forkExecAndExitOfAChildAreHeardInOrder() throws Exception {
        assertEquals("forked executed exited, lost false", ProcessesHeard.child(open.getFirst()));
    }

    @Test
    void newNameIsHeard() throws Exception {
        Process child = ProcessesHeard.start("printf other > /proc/$$/comm");
        child.waitFor();
        heard.take(open.getFirst());
        assertTrue(heard.events().contains(new ProcessEvent.Renamed((int) child.pid())), heard.events()::toString);
    }

    @Test
    void overrunIsToldAndWhatComesAfterItIsHeard() throws Exception {
        assertTrue(ProcessEvents.open(1) instanceof ProcessEvents.Opened(var events) && open.add(events), "not opened a second time");
        ProcessesHeard.start("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do (:); done").waitFor();
        heard.take(open.getLast());
        assertTrue(heard.hasLost());
        ProcessesHeard after = new ProcessesHeard();
        after.take(open.getLast());
        assertFalse(after.hasLost());
    }

    @Test
    void closedTwiceNothingStaysOpenAndNothingIsTold() {
        long before = descriptors();
        assertTrue(ProcessEvents.open(1) instanceof ProcessEvents.Opened(var events) && open.add(events), "not opened a second time");
        assertTrue(descriptors() > before);
        open.getLast().close();
        open.getLast().close();
        assertEquals(before, descriptors());
        assertFalse(heard.take(open.getLast()));
        assertEquals(List.of(), heard.events());
    }

    @Test
    void ordinaryUserHearsOfAChildAsWell() throws Exception {
        OtherJvm nobody = new OtherJvm(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        nobody.assumeItCan("test -r target/test-classes");
        List<String> told = nobody.run(ProcessesHeard.class, 30);
        assumeTrue(!told.getFirst().startsWith("Refused"), "the kernel tells ordinary users of no processes: " + told);
        assertEquals(List.of("forked executed exited, lost false"), told);
    }

    @Test
    void inAnotherNamespaceNobodyAnswers() throws Exception {
        for (String kind : List.of("--net", "--pid")) {
            OtherJvm apart = new OtherJvm(List.of("unshare", kind, "--fork", "--kill-child"));
            apart.assumeItCan("true");
            assertEquals(List.of("Unanswered[]"), apart.run(ProcessesHeard.class, 30), kind);
        }
    }

    private static long descriptors() {
        String[] numbers = new File("/proc/self/fd").list();
        return numbers == null ? -1 : numbers.length;
    }
}
