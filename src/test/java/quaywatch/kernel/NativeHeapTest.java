package quaywatch.kernel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.junit.jupiter.api.Assertions.assertTrue;

@EnabledOnOs(OS.LINUX)
class NativeHeapTest {

    private static final int BLOCKS = 40_000;
    private static final int BYTES = 2_048;

    /** Every hundredth block stays, so the C library keeps all between them for later. */
    @Test
    void whatWasFreedGoesBackToTheSystem() throws IOException {
        NativeHeap heap = new NativeHeap();
        try (Arena kept = Arena.ofConfined()) {
            List<Arena> passing = new ArrayList<>();
            for (int i = 0; i < BLOCKS; i++) {
                Arena arena = i % 100 == 0 ? kept : Arena.ofConfined();
                arena.allocate(BYTES);
                if (arena != kept) {
                    passing.add(arena);
                }
            }
            passing.forEach(Arena::close);
            long before = residentKib();
            heap.giveBack();
            long given = before - residentKib();
            assertTrue(given > (long) BLOCKS * BYTES / 1_024 / 2, given + " KiB");
        }
    }

    private static long residentKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }
}
