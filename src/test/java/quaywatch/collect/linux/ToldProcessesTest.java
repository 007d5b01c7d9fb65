package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A made-up kernel that tells of its processes, and what is known of them without listing them. */
class ToldProcessesTest {

    private final MadeNews news = new MadeNews();
    private final Engine engine;
    private final MadeKernel kernel;
    private long shared;

    ToldProcessesTest(@TempDir Path folder) throws IOException {
        Tree tree = new Tree(folder);
        kernel = new MadeKernel(tree);
        engine = Engine.on(kernel, tree, news);
    }

    /** Afterwards events are relied on, and the next proof is some ticks away. */
    @BeforeEach
    void listens() throws IOException {
        kernel.spawn(100, Map.of());
        shared = kernel.openSocket(100);
        engine.tick();
        assertEquals(1, kernel.listings);
        engine.tick();
        assertEquals(1, kernel.listings);
    }

    private void assertHolders(int listings, Long... pids) {
        assertEquals(List.of(pids), Looks.pids(engine.only(shared)));
        assertEquals(listings, kernel.listings);
    }

    private static String name(Sighting seen) {
        return ((Owner.Processes) seen.owner()).first().name();
    }

    private static String commandLine(Sighting seen) {
        return ((Owner.Processes) seen.owner()).first().commandLine();
    }

    @Test
    void childThatInheritsAListenerIsAHolderInTheNextTickWithoutAListing() throws IOException {
        kernel.spawn(200, Map.of(0, shared));
        assertHolders(0, 100L, 200L);
    }

    @Test
    void processThatEndsIsNoHolderInTheNextTick() throws IOException {
        kernel.spawn(200, Map.of(0, shared));
        assertHolders(0, 100L, 200L);
        kernel.exit(100);
        assertHolders(0, 200L);
    }

    @Test
    void processThatHasEndedUnnoticedIsNoHolderAndIsListedOnce() throws IOException {
        kernel.spawn(200, Map.of(0, shared));
        assertHolders(0, 100L, 200L);
        kernel.exitUnnoticed(100);
        assertHolders(0, 200L);
        assertHolders(1, 200L);
        assertHolders(0, 200L);
    }

    @Test
    void programThatTakesOverIsNamedAtOnceWithWhatItKept() throws IOException {
        kernel.spawn(200, Map.of(0, shared));
        for (int i = 0; i < 6; i++) {
            assertEquals(2, Looks.pids(engine.only(shared)).size());
        }
        kernel.exec(100, "taken", 0);
        long own = kernel.openSocket(100);
        List<Sighting> seen = engine.tick();
        assertEquals(List.of(200L), Looks.pids(seen.getFirst()));
        assertEquals(own, seen.getLast().socket().inode());
        assertEquals("taken", name(seen.getLast()));
        assertEquals(0, kernel.listings);
    }

    @Test
    void programOfTheSameNameHasItsOwnCommandLineInTheNextTick() throws IOException {
        kernel.exec(100, "same");
        String before = commandLine(engine.only(shared));
        for (int i = 0; i < 6; i++) {
            assertEquals(before, commandLine(engine.only(shared)));
        }
        kernel.exec(100, "same");
        assertNotEquals(before, commandLine(engine.only(shared)));
    }

    @Test
    void newNameShowsInTheNextTick() throws IOException {
        for (int i = 0; i < 6; i++) {
            engine.tick();
        }
        kernel.rename(100, "renamed");
        assertEquals("renamed", name(engine.only(shared)));
    }

    @Test
    void numberThatIsUsedAgainIsAnotherProcess() throws IOException {
        kernel.exit(100);
        kernel.spawn(100, Map.of());
        shared = kernel.openSocket(100);
        Sighting seen = engine.only(shared);
        assertEquals(kernel.birth(100), ((Owner.Processes) seen.owner()).first().id().start());
        assertEquals(0, kernel.listings);
    }

    @Test
    void afterALossProcessesAreListed() throws IOException {
        kernel.spawn(200, Map.of(0, shared));
        news.lose();
        assertHolders(1, 100L, 200L);
        assertHolders(0, 100L, 200L);
    }

    @Test
    void processesAreListedNowAndThenAsProof() {
        int listings = 0;
        for (int i = 0; i < 10 * Roster.PROOF; i++) {
            engine.tick();
            listings += kernel.listings;
        }
        assertEquals(10, listings);
        assertFalse(news.closed);
    }

    @Test
    void newsThatHideABeginningAreNotReliedOnAgain() throws IOException {
        news.silence(true);
        kernel.spawn(200, Map.of(0, shared));
        engine.tick();
        news.silence(false);
        for (int i = 0; i <= Roster.PROOF; i++) {
            engine.tick();
        }
        assertTrue(news.closed);
        assertHolders(1, 100L, 200L);
        assertHolders(1, 100L, 200L);
    }

    @Test
    void processThatIsListedBeforeItIsToldIsThereOnce() throws IOException {
        for (int begun = 0; begun < 3 * Roster.PROOF; begun++) {
            kernel.whenListed(() -> kernel.spawn(1_000, Map.of(0, shared)));
            engine.tick();
            if (kernel.listings > 0) {
                break;
            }
        }
        assertEquals(1, kernel.listings);
        assertHolders(0, 100L, 1_000L);
        assertHolders(0, 100L, 1_000L);
        assertFalse(news.closed);
    }
}
