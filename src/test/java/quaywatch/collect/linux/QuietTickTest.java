package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.collect.SocketSample.Sighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Ticks of a made-up kernel in which nothing has changed. */
class QuietTickTest {

    private static final int PROCESSES = 40;
    private static final int FEW = 500;
    private static final int MANY = 4_000;
    /** Ticks after which no process is young any more, and all that is compiled early is. */
    private static final int SETTLED = 60;
    private static final int MEASURED = 41;
    /** What the made-up kernel and the reading of a few processes take, and then some. */
    private static final long CONSTANT = 32 * 1024;
    private static final long NOISE = 1024;

    private final Path folder;

    QuietTickTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Processes with so many sockets between them, files beside those, and one socket that all of them hold. */
    private Engine engine(int sockets) throws IOException {
        Tree tree = new Tree(folder.resolve(Integer.toString(sockets)));
        MadeKernel kernel = new MadeKernel(tree);
        for (int pid = 100; pid < 100 + PROCESSES; pid++) {
            kernel.spawn(pid, Map.of(0, 0L, 1, 0L, 2, 0L));
            for (int i = 0; i < sockets / PROCESSES; i++) {
                kernel.openSocket(pid);
            }
            kernel.openFile(pid);
        }
        return Engine.on(kernel, tree);
    }

    @ParameterizedTest
    @ValueSource(ints = {FEW, MANY})
    void everythingToldIsTheVeryObjectOfTheTickBefore(int sockets) throws IOException {
        Engine engine = engine(sockets);
        List<Sighting> before = engine.tick();
        assertEquals(sockets / PROCESSES * PROCESSES, before.size());
        for (int tick = 0; tick < SETTLED; tick++) {
            List<Sighting> now = engine.tick();
            assertEquals(before.size(), now.size());
            for (int i = 0; i < now.size(); i++) {
                assertSame(before.get(i), now.get(i));
            }
            before = now;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {FEW, MANY})
    void noTableIsListedAndOnlyASliceOfTheDescriptorsIsRead(int sockets) throws IOException {
        Engine engine = engine(sockets);
        int held = engine.tick().size();
        assertTrue(engine.asked().lists() >= PROCESSES, "the first tick lists all tables");
        int rounds = Effort.STEADY.rounds();
        int slice = (held + rounds - 1) / rounds;
        int read = 0;
        for (int tick = 0; tick < 5 * rounds; tick++) {
            engine.tick();
            CountedTables.Asked asked = engine.asked();
            assertEquals(0, asked.lists());
            assertTrue(asked.reads() <= slice && asked.opens() <= PROCESSES / rounds + 1, asked::toString);
            read += asked.reads();
        }
        assertTrue(read >= 4 * held, "only " + read + " reads in five rounds through " + held + " descriptors");
    }

    @Test
    void aSocketCostsNoMoreMemoryThanTheReferenceToIt() throws Exception {
        Engine few = engine(FEW);
        Engine many = engine(MANY);
        for (int tick = 0; tick < SETTLED; tick++) {
            few.tick();
            many.tick();
        }
        long[] byFew = new long[MEASURED];
        long[] byMany = new long[MEASURED];
        for (int tick = 0; tick < MEASURED; tick++) {
            byFew[tick] = Allocated.by(few::tick);
            byMany[tick] = Allocated.by(many::tick);
        }
        long least = Allocated.usual(byFew);
        long most = Allocated.usual(byMany);
        assertTrue(least < CONSTANT + Allocated.references(FEW), () -> least + " bytes with few");
        assertTrue(most - least < Allocated.references(MANY - FEW) + NOISE, () -> least + " bytes with few, " + most + " with many");
    }
}
