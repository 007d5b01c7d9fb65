package quaywatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds.
 *
 * @param heap         bytes in use after a collection of garbage
 * @param descriptors  open files
 * @param outside      bytes of memory beside the heap
 */
record Growth(long heap, long descriptors, long outside) {

    static Growth now() throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return new Growth(runtime.totalMemory() - runtime.freeMemory(), files.count(), residentBytes() - runtime.totalMemory());
        }
    }

    Growth since(Growth before) {
        return new Growth(heap - before.heap, descriptors - before.descriptors, outside - before.outside);
    }

    /** VmRSS of proc_pid_status(5), which counts in KiB. */
    private static long residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1_024;
            }
        }
        throw new IOException("no VmRSS in the process status");
    }
}
