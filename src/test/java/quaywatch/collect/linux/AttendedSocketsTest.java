package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.model.Socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who holds what somebody is looking at is never old, even where nothing tells of a change: here a process puts a file in a socket's place. */
class AttendedSocketsTest {

    private final Engine engine;
    private final MadeKernel kernel;
    private final long shared;

    AttendedSocketsTest(@TempDir Path folder) throws IOException {
        Tree tree = new Tree(folder);
        kernel = new MadeKernel(tree);
        engine = Engine.on(kernel, tree);
        kernel.spawn(7, Map.of());
        shared = kernel.openSocket(7);
        kernel.spawn(8, kernel.table(7));
        for (int pid = 9; pid < 40; pid++) {
            kernel.spawn(pid, Map.of());
            kernel.openSocket(pid);
        }
    }

    /** How many ticks each change takes to be told, at every place in the round of the verification. */
    private List<Integer> delays(boolean attended) throws IOException {
        List<Integer> delays = new ArrayList<>();
        for (int i = 0; i < 2 * Looks.ROUND; i++) {
            kernel.put(8, shared);
            while (held().size() < 2) {
                // Until the second holder is found.
            }
            // A new holder is reason enough to look at all of them in the tick after.
            Socket socket = engine.only(shared).socket();
            engine.attend(attended ? List.of(socket) : List.of());
            kernel.overwrite(8, numberOf(shared));
            int ticks = 1;
            while (held().size() > 1) {
                ticks++;
            }
            delays.add(ticks);
        }
        return delays;
    }

    private List<Long> held() {
        return Looks.pids(engine.only(shared));
    }

    private int numberOf(long inode) {
        return kernel.table(8).entrySet().stream().filter(it -> it.getValue() == inode).findFirst().orElseThrow().getKey();
    }

    @Test
    void attendedSocketIsToldRightInTheNextTick() throws IOException {
        kernel.overwrite(8, 0);
        List<Integer> turns = delays(false);
        assertTrue(turns.stream().anyMatch(ticks -> ticks > 2), () -> "without attention it takes its turn: " + turns);
        List<Integer> delays = delays(true);
        assertEquals(List.of(), delays.stream().filter(ticks -> ticks > 1).toList());
    }
}
