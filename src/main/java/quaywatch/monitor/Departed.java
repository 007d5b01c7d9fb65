package quaywatch.monitor;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Row;
import quaywatch.model.SocketKey;

/** The last rows of connections that are followed no longer, for two looks: the word of their end may come late. */
final class Departed {

    private Map<SocketKey, Row> fresh = new HashMap<>();
    private Map<SocketKey, Row> old = new HashMap<>();

    /** A new look begins. */
    void turn() {
        if (!fresh.isEmpty() || !old.isEmpty()) {
            Map<SocketKey, Row> emptied = old;
            emptied.clear();
            old = fresh;
            fresh = emptied;
        }
    }

    /** Keeps one, if it has counters to compare with. */
    void keep(SocketKey key, Row row) {
        if (row.socket().tcp() != null) {
            fresh.put(key, row);
        }
    }

    @Nullable
    Row find(SocketKey key) {
        Row row = fresh.get(key);
        return row == null ? old.get(key) : row;
    }
}
