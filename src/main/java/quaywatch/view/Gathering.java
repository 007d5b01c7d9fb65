package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Closed;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.TcpInfo;
import quaywatch.model.Traffic;

/** Adds up the sockets of one owner. Used once. */
final class Gathering {

    private final TreeSet<Integer> ports = new TreeSet<>();
    private final Duration marked;
    private Row example;
    private Mark mark;
    private int sockets;
    private int listening;
    private int connections;
    private @Nullable Rates rates;
    private @Nullable Long rttMicros;

    /**
     * @param example  stands for the owner until an open socket comes
     * @param taken    when the snapshot was taken
     * @param marked   how long one is marked as new
     */
    Gathering(Row example, Instant taken, Duration marked) {
        this.marked = marked;
        this.mark = Closed.keeps(example, taken) ? Mark.NONE : Mark.CLOSED;
        this.example = example;
    }

    /** Takes in a socket and its twins. An owner is new as long as all its sockets are, and gone when all are. */
    void add(List<Row> twins, Instant now) {
        Row first = twins.getFirst();
        if (first.isClosed()) {
            return;
        }
        example = sockets == 0 ? first : example;
        Mark theirs = Mark.of(twins, now, marked) == Mark.NEW ? Mark.NEW : Mark.NONE;
        mark = sockets == 0 ? theirs : theirs == Mark.NONE ? Mark.NONE : mark;
        sockets += twins.size();
        if (first.socket().holdsPort()) {
            listening++;
            ports.add(first.socket().local().port());
        } else if (first.socket().hasPeer()) {
            connections++;
            connected(first);
        }
    }

    private void connected(Row row) {
        Rates theirs = row.live().rates();
        if (theirs != null) {
            rates = rates == null ? theirs : rates.plus(theirs);
        }
        TcpInfo tcp = row.socket().tcp();
        if (tcp != null && tcp.rttMicros() > 0) {
            rttMicros = rttMicros == null ? tcp.rttMicros() : Math.max(rttMicros, tcp.rttMicros());
        }
    }

    /** The line; {@code total} is what its connections have had in all. */
    OwnerLine line(Object key, Traffic.@Nullable Sum total, Grouping group) {
        return new OwnerLine(key, example, new OwnerLine.Figures(sockets, listening, connections, List.copyOf(ports)), rates, total,
                rttMicros, group, mark);
    }

    boolean isOpen() {
        return sockets > 0;
    }
}
