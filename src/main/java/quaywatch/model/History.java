package quaywatch.model;

import java.time.Instant;
import java.util.List;

/**
 * The last five minutes, oldest first. One point a tick.
 *
 * @param points  at most 300, in order of time
 */
public record History(List<Point> points) {

    public static final History EMPTY = new History(List.of());

    public History {
        points = List.copyOf(points);
    }

    /**
     * One tick.
     *
     * @param time         when
     * @param established  sockets in ESTABLISHED, and UDP with a peer
     * @param listening    held ports
     * @param waiting      sockets in TIME_WAIT
     * @param other        all other sockets
     * @param receivedPerSecond  bytes a second over all interfaces but loopback, averaged since the point before; NaN where not known
     * @param sentPerSecond      likewise, sent
     */
    public record Point(Instant time, int established, int listening, int waiting, int other, double receivedPerSecond,
            double sentPerSecond) {}
}
