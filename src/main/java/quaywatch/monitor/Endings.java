package quaywatch.monitor;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Row;
import quaywatch.model.SocketKey;
import quaywatch.model.TcpInfo;

/** Joins the word of an end, which comes once and apart from the looks, to the life that it ends. One thread at a time. */
final class Endings {

    private final Departed departed = new Departed();
    /** Closed rows of this look, each with the one that has the counters of its end. */
    private final Map<Row, Row> ended = new IdentityHashMap<>();

    void startLook() {
        ended.clear();
    }

    /**
     * From now on a life is no longer followed under its key; the word of its end may still come.
     *
     * @param heir  the life that goes on under another key; null where none does
     */
    void await(Life life, @Nullable Life heir) {
        if (!life.endTold && !life.uncountedAtEnd) {
            departed.keep(life.key, life.row, heir);
        }
    }

    /**
     * Takes the word that a socket has ended.
     *
     * @param life  that is followed under its key; null for none
     * @param last  its counters then
     * @return its row before that word, open or not, or null if it was never followed
     */
    @Nullable
    Row take(SocketKey key, @Nullable Life life, TcpInfo last) {
        if (life != null) {
            life.endTold = true;
            return end(life, last);
        }
        Departed.Gone gone = departed.take(key);
        if (gone != null && gone.heir() != null) {
            end(gone.heir(), last);
        }
        return gone == null ? null : gone.row();
    }

    private Row end(Life life, TcpInfo last) {
        Row before = life.row;
        life.end(last);
        if (life.row != before) {
            ended.put(before, life.row);
        }
        return before;
    }

    /** The rows of this look, those closed with the counters that came with the word of their end since. */
    List<Row> in(List<Row> rows) {
        return ended.isEmpty() ? rows : List.of(rows.stream().map(row -> ended.getOrDefault(row, row)).toArray(Row[]::new));
    }
}
