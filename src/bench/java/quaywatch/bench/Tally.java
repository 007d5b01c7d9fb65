package quaywatch.bench;

import quaywatch.bench.Truth.Verdict;

/**
 * All verdicts of a run together, in little space however long it is.
 *
 * @param ticks   how many ticks after changes there were
 * @param last    the last verdict
 * @param wrong   wrong owners in all ticks together
 * @param oldest  the most ticks that one stayed wrong
 * @param missing missing owners, not counting pending ones, in all ticks together
 * @param ghosts  closed sockets told, in all ticks together
 */
record Tally(int ticks, Verdict last, long wrong, int oldest, long missing, long ghosts) {

    static final Tally NONE = new Tally(0, new Verdict(0, 0, 0, 0, 0, 0), 0, 0, 0, 0);

    Tally with(Verdict next) {
        return new Tally(ticks + 1, next, wrong + next.wrong(), Math.max(oldest, next.oldest()), missing + next.missing(),
                ghosts + next.ghosts());
    }
}
