package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.kernel.netlink.ProcessEvent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The list of processes, as told and as listed. */
class RosterTest {

    private final MadeNews news = new MadeNews();
    private final MadeKernel kernel;
    private final Roster roster;
    private int tick;

    RosterTest(@TempDir Path folder) throws IOException {
        kernel = new MadeKernel(new Tree(folder));
        kernel.tellTo(news::tell);
        roster = new Roster(kernel, news);
    }

    @BeforeEach
    void listens() throws IOException {
        kernel.spawn(100, Map.of());
        kernel.spawn(200, Map.of());
        update();
        update();
        assertEquals(2, kernel.listings);
        assertEquals(List.of(100, 200), pids(roster.takeFresh()));
    }

    private List<Integer> update() {
        assertTrue(roster.update(++tick).done());
        return pids(roster.all());
    }

    private static List<Integer> pids(List<Holder> holders) {
        return holders.stream().map(holder -> holder.pid).toList();
    }

    @Test
    void nothingIsAskedBeforeTheSecondTick(@TempDir Path other) throws IOException {
        MadeNews unasked = new MadeNews();
        MadeKernel machine = new MadeKernel(new Tree(other));
        Roster once = new Roster(machine, unasked);
        assertTrue(once.update(1).done());
        assertFalse(unasked.begun());
        assertTrue(once.update(2).done());
        assertTrue(unasked.begun());
    }

    @Test
    void lostEndIsMendedByTheNextListing() throws IOException {
        news.silence(true);
        kernel.exit(100);
        news.silence(false);
        int ticks = 0;
        while (update().contains(100)) {
            ticks++;
            assertTrue(ticks <= Roster.PROOF, "an end that nobody told of is not noticed");
        }
        assertEquals(Roster.PROOF - 1, ticks);
        assertEquals(3, kernel.listings);
        assertEquals(List.of(100), pids(roster.takeEnded()));
        assertFalse(news.closed);
    }

    @Test
    void processThatCameAndWentBetweenTwoTicksIsGone() throws IOException {
        kernel.spawn(300, Map.of());
        kernel.exit(300);
        assertEquals(List.of(100, 200), update());
        assertTrue(roster.takeFresh().stream().allMatch(holder -> holder.ended));
    }

    @Test
    void processIsMetOnceThoughItIsToldAgain() throws IOException {
        kernel.spawn(300, Map.of());
        assertEquals(List.of(100, 200, 300), update());
        news.tell(new ProcessEvent.Forked(300));
        assertEquals(List.of(100, 200, 300), update());
        assertEquals(List.of(300), pids(roster.takeFresh()));
    }

    @Test
    void firstThreadThatEndsLeavesTheProcessToTheOthers() {
        Holder before = roster.all().getFirst();
        news.tell(new ProcessEvent.Exited(100));
        assertEquals(List.of(100, 200), update());
        assertSame(before, roster.all().getFirst());
        assertEquals(List.of(100), pids(roster.takeTouched()));
    }

    @Test
    void threadThatTakesOverItsProcessByAnExecKeepsItsNumber() throws IOException {
        Holder before = roster.all().getFirst();
        news.tell(new ProcessEvent.Exited(100));
        news.tell(new ProcessEvent.Executed(100));
        news.tell(new ProcessEvent.Forked(100));
        assertEquals(List.of(100, 200), update());
        assertSame(before, roster.all().getFirst());
        kernel.exit(100);
        kernel.spawn(100, Map.of());
        assertEquals(List.of(200, 100), update());
        assertNotSame(before, roster.all().getLast());
        assertEquals(2, kernel.listings);
    }

    @Test
    void eventsOfProcessesThatNobodyKnowsAreNothing() {
        news.tell(new ProcessEvent.Exited(900));
        news.tell(new ProcessEvent.Executed(900));
        news.tell(new ProcessEvent.Renamed(900));
        assertEquals(List.of(100, 200), update());
        assertEquals(List.of(), roster.takeTouched());
    }

    @Test
    void closingClosesTheNews() {
        roster.close();
        assertTrue(news.closed);
    }
}
