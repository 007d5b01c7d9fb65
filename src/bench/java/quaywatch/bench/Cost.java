package quaywatch.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * What one run took.
 *
 * @param wall  nanoseconds that passed
 * @param cpu   nanoseconds of processor time of the thread or process that ran
 */
record Cost(long wall, long cpu) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Something to measure in the calling thread. */
    interface Work {
        void run() throws Exception;
    }

    static Cost of(Work work) throws Exception {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        work.run();
        wall = System.nanoTime() - wall;
        return new Cost(wall, THREADS.getCurrentThreadCpuTime() - cpu);
    }

    static Cost ofMicros(double wall, double cpu) {
        return new Cost(Math.round(wall * 1_000), Math.round(cpu * 1_000));
    }

    /** Wall and processor time each by itself. */
    static Cost median(List<Cost> costs) {
        return new Cost(middle(costs.stream().mapToLong(Cost::wall).sorted().toArray()),
                middle(costs.stream().mapToLong(Cost::cpu).sorted().toArray()));
    }

    private static long middle(long[] sorted) {
        return sorted[sorted.length / 2];
    }

    double wallMillis() {
        return wall / 1e6;
    }

    double cpuMillis() {
        return cpu / 1e6;
    }
}
