package quaywatch.monitor;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import quaywatch.model.History;
import quaywatch.model.History.Point;

/** The last 300 points: five minutes at one look a second. */
final class HistoryRing {

    static final int POINTS = 300;

    private final Point[] points = new Point[POINTS];
    private int next;
    private int size;
    private History history = History.EMPTY;

    /** Adds a point, dropping the oldest of a full ring, and gives the history with it. */
    History add(StateCounts counts, InterfaceRates.Rate rate, Instant now) {
        points[next] = new Point(now, counts.established(), counts.listening(), counts.waiting(), counts.other(), rate.received(),
                rate.sent());
        next = (next + 1) % POINTS;
        size = Math.min(size + 1, POINTS);
        history = new History(inOrder());
        return history;
    }

    /** What {@link #add} gave last. */
    History history() {
        return history;
    }

    private List<Point> inOrder() {
        if (size < POINTS) {
            return List.of(Arrays.copyOf(points, size));
        }
        Point[] ordered = Arrays.copyOfRange(points, next, next + POINTS);
        System.arraycopy(points, 0, ordered, POINTS - next, next);
        return List.of(ordered);
    }
}
