package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a moment decides, on a made-up kernel that lets a test choose the moment. */
class OwnershipMomentsTest {

    private static final int ROUND = Looks.ROUND;

    private final Engine engine;
    private final MadeKernel kernel;

    OwnershipMomentsTest(@TempDir Path folder) throws IOException {
        Tree tree = new Tree(folder);
        kernel = new MadeKernel(tree);
        engine = Engine.on(kernel, tree);
    }

    private static List<ProcessFacts> holders(Sighting seen) {
        return seen.owner() instanceof Owner.Processes it ? it.holders() : List.of();
    }

    @Test
    void noProcessLosesItsTurnWhenOthersEnd() throws IOException {
        int first = 100;
        int last = 130;
        for (int pid = first; pid < last; pid++) {
            kernel.spawn(pid, Map.of());
        }
        for (int pid = 1000; pid < 1010; pid++) {
            kernel.spawn(pid, Map.of());
            long inode = kernel.openSocket(pid);
            kernel.spawn(pid + 1000, Map.of(0, inode));
        }
        engine.tick();
        for (int pid = 1000; pid < 1010; pid++) {
            kernel.overwrite(pid, 0);
        }
        for (int i = 0; i < ROUND; i++) {
            kernel.exit(first++);
            kernel.spawn(last++, Map.of());
            engine.tick();
        }
        for (Sighting seen : engine.tick()) {
            assertEquals(kernel.holders(seen.socket().inode()), Looks.pids(seen));
        }
    }

    @Test
    void reusedNumberIsNeverTakenForTheFormerProcess() throws IOException {
        kernel.spawn(100, Map.of());
        kernel.spawn(200, Map.of());
        long shared = kernel.openSocket(100);
        kernel.put(200, shared);
        long own = kernel.openSocket(100);
        assertEquals(List.of(100L, 200L), Looks.pids(engine.only(shared)));
        kernel.exit(100);
        kernel.spawn(100, Map.of());
        long fresh = kernel.openSocket(100);
        List<Sighting> seen = engine.tick();
        assertTrue(seen.stream().noneMatch(it -> it.socket().inode() == own));
        for (Sighting each : seen) {
            for (ProcessFacts holder : holders(each)) {
                assertEquals(kernel.birth((int) holder.id().pid()), holder.id().start());
            }
            assertEquals(kernel.holders(each.socket().inode()), Looks.pids(each));
        }
        assertEquals(List.of(100L), Looks.pids(engine.only(fresh)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9, 12})
    void reusedNumberInheritsNothingThoughNoSocketTellsOfIt(int ticks) throws IOException {
        for (int pid = 1_000; pid < 1_000 + 10 * ROUND; pid++) {
            kernel.spawn(pid, Map.of());
            kernel.openSocket(pid);
        }
        kernel.spawn(100, Map.of());
        kernel.spawn(200, Map.of());
        TreeMap<Integer, Long> files = new TreeMap<>();
        for (int i = 0; i < 10 * ROUND; i++) {
            kernel.put(200, kernel.openSocket(100));
            files.put(i, 0L);
        }
        for (int i = 0; i < ticks; i++) {
            engine.tick();
        }
        kernel.exit(100);
        kernel.spawn(100, files);
        for (int i = 0; i <= 2 * ROUND; i++) {
            for (Sighting seen : engine.tick()) {
                assertTrue(holders(seen).stream().noneMatch(holder -> holder.id().start() == kernel.birth(100)), seen::toString);
            }
        }
    }

    @Test
    void processThatEndsWhileItIsReadLeavesItsSocketsToTheOthers() throws IOException {
        kernel.spawn(100, Map.of());
        kernel.spawn(200, Map.of());
        long shared = kernel.openSocket(100);
        long own = kernel.openSocket(100);
        kernel.put(200, shared);
        kernel.whenOpened(() -> {
            try {
                kernel.exit(100);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        List<Sighting> seen = engine.tick();
        assertEquals(2, seen.size());
        for (Sighting each : seen) {
            assertEquals(each.socket().inode() == own ? List.of() : List.of(200L), Looks.pids(each));
        }
        assertEquals(List.of(200L), Looks.pids(engine.only(shared)));
        assertSame(engine.only(shared), engine.only(shared));
    }

    @Test
    void holderThatOverwritesItsDescriptorIsNoneThoughItsDescriptorsChangeAllTheTime() throws IOException {
        kernel.spawn(100, Map.of());
        kernel.spawn(200, Map.of());
        long shared = kernel.openSocket(100);
        kernel.put(200, shared);
        engine.tick();
        kernel.overwrite(100, 0);
        for (int i = 0; i <= ROUND; i++) {
            kernel.openFile(100);
            engine.tick();
        }
        assertEquals(List.of(200L), Looks.pids(engine.only(shared)));
    }
}
