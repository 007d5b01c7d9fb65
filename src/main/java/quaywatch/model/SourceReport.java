package quaywatch.model;

import java.time.Duration;
import java.util.List;

/**
 * How a sample came about: which source gave it, what it cost, and what it could not tell.
 *
 * @param source     what answered, as shown to the user: {@code /proc}, {@code OSHI}
 * @param cost       wall time of the scan
 * @param oddLines   lines that could not be read as documented and were skipped
 * @param hiddenProcesses  processes whose descriptors the kernel did not let us list
 * @param complete   false where the scan had to stop early (descriptor limit, budget)
 * @param troubles   what failed, in the order tried; empty when all is well
 * @param slowedTo   the time between two looks, where it is longer than was chosen because a look takes long; zero where it is not; the
 *                   monitor's word
 * @param counting   whether the totals have all there was; the monitor's word, a source leaves it at COMPLETE
 */
public record SourceReport(String source, Duration cost, int oddLines, int hiddenProcesses, boolean complete, List<Trouble> troubles,
        Duration slowedTo, Counting counting) {

    public SourceReport {
        troubles = List.copyOf(troubles);
    }

    /** As a source tells it. */
    public SourceReport(String source, Duration cost, int oddLines, int hiddenProcesses, boolean complete, List<Trouble> troubles) {
        this(source, cost, oddLines, hiddenProcesses, complete, troubles, Duration.ZERO, Counting.COMPLETE);
    }

    /** The same look, with these troubles and the monitor's words; the same object if that is what it says already. */
    public SourceReport with(List<Trouble> newTroubles, Duration newSlowedTo, Counting newCounting) {
        return newCounting == counting && newSlowedTo.equals(slowedTo) && newTroubles.equals(troubles)
                ? this
                : new SourceReport(source, cost, oddLines, hiddenProcesses, complete, newTroubles, newSlowedTo, newCounting);
    }

    /**
     * A source, or a part of it, that failed.
     *
     * @param source  which one: {@code /proc}, {@code udp6}
     * @param cause   the system's words
     */
    public record Trouble(String source, String cause) {}
}
