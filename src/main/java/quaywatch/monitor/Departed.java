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

    private final Map<SocketKey, Gone> all = new LinkedHashMap<>();

    /**
     * One that is followed no longer under its key.
     *
     * @param row   as it was last
     * @param heir  the life that goes on under another key; null where none does
     */
    record Gone(Row row, @Nullable Life heir) {}

    /** Keeps one, if it has counters to compare with. */
    void keep(SocketKey key, Row row, @Nullable Life heir) {
        if (row.socket().tcp() == null) {
            return;
        }
        all.put(key, new Gone(row, heir));
        if (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
    }

    /** Hands over one whose end is told, which is only once; null if there is none. */
    @Nullable
    Gone take(SocketKey key) {
        return all.remove(key);
    }
}
