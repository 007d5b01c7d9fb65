package quaywatch.view;

import java.util.List;
import java.util.Map;

import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.SocketKey;
import quaywatch.query.Query;
import quaywatch.view.Happening.Kind;

/**
 * The sockets that match a query, followed from look to look: {@link #next} tells what happened to them. What happened is complete: whoever
 * takes in all of it has the sockets that match now. A row that is the same object as before, and matches as before, has no part in it.
 * <p>A new socket whose owner is still being looked up waits for one more look, so that it is told together with its owner. Immutable.
 */
public final class Following {

    private final Query query;
    private final Map<SocketKey, Place> places;

    Following(Query query, Map<SocketKey, Place> places) {
        this.query = query;
        this.places = places;
    }

    /** Before the first look. */
    public static Following of(Query query) {
        return new Following(query, Map.of());
    }

    /** What a socket of the last look is to whoever is told. */
    enum Standing {
        /** New, its owner being looked up. */
        WAITING,
        /** Open, and no match. */
        OUTSIDE,
        /** Open, told of, and a match. */
        INSIDE,
        /** Closed. */
        GONE
    }

    /** A socket of the last look. */
    record Place(Row row, Standing standing) {}

    /**
     * One look further.
     *
     * @param following   from here to the look after
     * @param happenings  in the order of their kinds
     */
    public record Step(Following following, List<Happening> happenings) {

        public Step {
            happenings = List.copyOf(happenings);
        }
    }

    /** What happened between the last look and this one; what is there at the first look is {@link Kind#PRESENT}. */
    public Step next(Snapshot snapshot) {
        return new Comparison(query, places, snapshot.taken()).with(snapshot.rows());
    }
}
