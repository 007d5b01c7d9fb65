package quaywatch.collect.linux;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/** Bytes that this thread allocates. */
final class Allocated {

    private static final int MANY = 100_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Kept where no compiler can prove that nobody looks at it. */
    private static @Nullable Object made;

    private Allocated() {}

    /** What a part of a test does. */
    interface Part {
        void run() throws Exception;
    }

    static long by(Part part) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        part.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** What references to so many objects take in an array. */
    static long references(int count) throws Exception {
        return by(() -> made = new Object[MANY]) * count / MANY;
    }

    /** The one a quarter up from the least: in some ticks, fewer than half of them, facts of processes are read again. */
    static long usual(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 4];
    }
}
