package quaywatch.collect.linux;

import java.time.Duration;

/**
 * How much work one tick may do for owners.
 *
 * @param budget    for walks that are not finished in one tick; the rest follows in the next ones
 * @param rounds    in how many ticks every known holder is read again; 1 for all of them in each
 */
record Effort(Duration budget, int rounds) {

    /** Everything in each tick: for a captured tree, and for one look. */
    static final Effort WHOLE = new Effort(Duration.ofMinutes(10), 1);

    /** Holders are read again at least every ten seconds at one look a second. */
    static final Effort STEADY = new Effort(Duration.ofMinutes(10), 10);

    Effort {
        if (rounds < 1) {
            throw new IllegalArgumentException("holders are read again after one tick or more, not " + rounds);
        }
    }

    Effort within(Duration newBudget) {
        return new Effort(newBudget, rounds);
    }

    /** When a walk that begins now has to stop, as {@link System#nanoTime} tells. */
    long deadline() {
        return System.nanoTime() + budget.toNanos();
    }
}
