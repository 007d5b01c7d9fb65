package quaywatch.monitor;

import java.time.Instant;
import java.util.List;

import quaywatch.model.Live;
import quaywatch.model.Row;
import quaywatch.model.SocketState;

/**
 * What happened between two looks.
 *
 * @param opened  sockets; see {@link quaywatch.model.Gauge#OPENED}
 * @param closed  sockets; see {@link quaywatch.model.Gauge#CLOSED}
 * @param resent  segments sent again
 */
record Happenings(long opened, long closed, long resent) {

    /**
     * What the rows of a look tell.
     *
     * @param unseen  connections that no look saw and of which only the end was told
     * @param resent  segments sent again
     * @param now     when the look was taken
     */
    static Happenings of(List<Row> rows, long unseen, long resent, Instant now) {
        long opened = unseen;
        long closed = unseen;
        for (Row row : rows) {
            Live live = row.live();
            boolean fresh = now.equals(live.firstSeen()) && !live.fromStart();
            opened += fresh ? 1 : 0;
            if (row.socket().state() == SocketState.TIME_WAIT) {
                closed += (fresh || now.equals(live.changed())) && live.closed() == null ? 1 : 0;
            } else {
                closed += now.equals(live.closed()) ? 1 : 0;
            }
        }
        return new Happenings(opened, closed, resent);
    }
}
