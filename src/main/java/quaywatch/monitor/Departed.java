package quaywatch.monitor;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Row;
import quaywatch.model.SocketKey;

/**
 * The last rows of connections that are followed no longer, until their end is told. That may come late: what was reset is in no table any
 * more, and ends only when its process closes it. Bounded: the longest gone are forgotten first.
 */
final class Departed {

    static final int MOST = 5_000;

    private final Map<SocketKey, Row> rows = new LinkedHashMap<>();

    /** Keeps one, if it has counters to compare with. */
    void keep(SocketKey key, Row row) {
        if (row.socket().tcp() == null) {
            return;
        }
        rows.put(key, row);
        if (rows.size() > MOST) {
            rows.remove(rows.keySet().iterator().next());
        }
    }

    /** Hands over the row of one whose end is told, which is only once; null if there is none. */
    @Nullable
    Row take(SocketKey key) {
        return rows.remove(key);
    }
}
