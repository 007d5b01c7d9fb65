package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Random changes in a made-up kernel, held against the truth. */
class OwnershipChurnTest {

    private static final int ROUND = Looks.ROUND;

    private final MadeNews news = new MadeNews();
    private final Tree tree;
    private Engine engine;
    private final MadeKernel kernel;
    /** When each process was last seen to hold a socket, by inode and then by the birth of the process. */
    private final Map<Long, Map<Long, Integer>> held = new HashMap<>();
    private int nextPid = 100;

    OwnershipChurnTest(@TempDir Path folder) throws IOException {
        tree = new Tree(folder);
        kernel = new MadeKernel(tree);
        engine = Engine.on(kernel, tree);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSameWhereTheKernelTellsOfProcesses(long seed) throws IOException {
        engine = Engine.on(kernel, tree, news);
        ownersAreNeverOlderThanTwoRoundsAndRightOnceAllIsQuiet(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ownersAreNeverOlderThanTwoRoundsAndRightOnceAllIsQuiet(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            kernel.spawn(nextPid++, Map.of(0, 0L));
        }
        int tick = 0;
        for (int phase = 0; phase < 12; phase++) {
            for (int i = 0; i < 30; i++) {
                for (int changes = random.nextInt(1 + phase % 6); changes > 0; changes--) {
                    change(random);
                }
                note(++tick);
                judge(engine.tick(), tick);
            }
            for (int i = 0; i < 2 * ROUND; i++) {
                engine.tick();
                tick++;
            }
            note(tick);
            engine.tick().forEach(this::assertRight);
        }
    }

    private void change(Random random) throws IOException {
        List<Integer> pids = new ArrayList<>(kernel.tables.keySet());
        int pid = pids.get(random.nextInt(pids.size()));
        int other = pids.get(random.nextInt(pids.size()));
        List<Integer> numbers = new ArrayList<>(kernel.table(pid).keySet());
        int descriptor = numbers.isEmpty() ? 0 : numbers.get(random.nextInt(numbers.size()));
        if (random.nextInt(50) == 0) {
            news.lose();
        }
        switch (random.nextInt(11)) {
            case 0, 1, 2 -> kernel.openSocket(pid);
            case 3 -> kernel.openFile(pid);
            case 4 -> kernel.close(pid, descriptor);
            case 5 -> kernel.put(pid, Math.max(0, kernel.at(pid, descriptor)));
            case 6 -> kernel.put(other, Math.max(0, kernel.at(pid, descriptor)));
            case 7 -> kernel.overwrite(pid, descriptor);
            case 8 -> kernel.spawn(nextPid++, kernel.table(pid));
            case 9 -> {
                if (pids.size() > 4) {
                    exit(pid, random);
                }
            }
            default -> send(pid, descriptor, other, random);
        }
    }

    /** Ends a process; now and then another one gets its number at once, and perhaps one of its sockets. */
    private void exit(int pid, Random random) throws IOException {
        Map<Integer, Long> left = random.nextBoolean() ? Map.copyOf(kernel.table(pid)) : Map.of();
        kernel.exit(pid);
        if (random.nextBoolean()) {
            kernel.spawn(pid, left);
            kernel.collect();
        }
    }

    /** Sends a socket on its way, or receives one. */
    private void send(int pid, int descriptor, int other, Random random) {
        if (!kernel.underWay.isEmpty() && random.nextBoolean()) {
            kernel.put(other, kernel.underWay.removeFirst());
        } else if (kernel.at(pid, descriptor) > 0) {
            kernel.underWay.add(kernel.at(pid, descriptor));
            kernel.close(pid, descriptor);
        }
    }

    private void note(int tick) {
        for (long inode : kernel.inodes()) {
            for (long pid : kernel.holders(inode)) {
                held.computeIfAbsent(inode, _ -> new HashMap<>()).put(kernel.birth((int) pid), tick);
            }
        }
    }

    private void judge(List<Sighting> sightings, int tick) {
        Set<Long> told = new HashSet<>();
        for (Sighting seen : sightings) {
            assertTrue(told.add(seen.socket().inode()), "told twice");
            for (ProcessFacts holder : holders(seen)) {
                int last = held.getOrDefault(seen.socket().inode(), Map.of()).getOrDefault(holder.id().start(), -1);
                assertTrue(last >= 0 && last > tick - 2 * ROUND, () -> holder.id() + " was last a holder in " + last + ", told in " + tick
                        + " beside " + kernel.holders(seen.socket().inode()) + ": " + seen);
            }
        }
        assertEquals(kernel.inodes(), told);
    }

    private static List<ProcessFacts> holders(Sighting seen) {
        return seen.owner() instanceof Owner.Processes it ? it.holders() : List.of();
    }

    /**
     * Whoever is told holds it, and somebody is told if anybody holds it. Further holders may be missing: a process that has put a socket in the
     * place of a file shows no sign of it.
     */
    private void assertRight(Sighting seen) {
        List<Long> truth = kernel.holders(seen.socket().inode());
        assertTrue(truth.containsAll(Looks.pids(seen)), () -> seen + " though " + truth);
        assertEquals(truth.isEmpty(), Looks.pids(seen).isEmpty(), () -> seen + " though " + truth);
        assertEquals(Evidence.EXACT, seen.evidence(), seen::toString);
    }
}
