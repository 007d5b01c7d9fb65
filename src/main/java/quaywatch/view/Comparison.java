package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.query.Query;
import quaywatch.view.Following.Place;
import quaywatch.view.Following.Standing;
import quaywatch.view.Following.Step;
import quaywatch.view.Happening.Kind;

/** Compares one look with the places that sockets had at the look before. Used once. */
final class Comparison {

    private static final Comparator<Happening> ORDER = Comparator.comparing(Happening::kind)
            .thenComparing(it -> !it.row().socket().holdsPort()).thenComparingInt(it -> it.row().socket().local().port());

    private final Query query;
    private final Map<SocketKey, Place> places;
    private final Instant now;
    private final Map<SocketKey, Place> next;
    private final List<Happening> told = new ArrayList<>();
    /** Of those that came and went since they were last told of, which is in that order. */
    private final List<Happening> passing = new ArrayList<>();

    Comparison(Query query, Map<SocketKey, Place> places, Instant now) {
        this.query = query;
        this.places = places;
        this.now = now;
        this.next = new HashMap<>(places.size() * 2);
    }

    Step with(List<Row> rows) {
        List<Row> strangers = new ArrayList<>();
        for (Row row : rows) {
            SocketKey key = row.socket().key();
            Place before = places.get(key);
            if (before == null || !before.row().live().firstSeen().equals(row.live().firstSeen())) {
                strangers.add(row);
            } else {
                next.put(key, before.row() == row ? still(before) : moved(before, row));
            }
        }
        meet(strangers);
        told.sort(ORDER);
        told.addAll(passing);
        return new Step(new Following(query, next), told);
    }

    /** What has come, under a key of its own or one that another had before, and what has gone without a closed row. */
    private void meet(List<Row> strangers) {
        Map<SocketKey, Place> missing = new HashMap<>();
        Map<Lifeline, SocketKey> lines = new HashMap<>();
        places.forEach((key, place) -> {
            if (!next.containsKey(key)) {
                missing.put(key, place);
                lines.put(Lifeline.of(place.row()), key);
            }
        });
        for (Row row : strangers) {
            SocketKey former = lines.remove(Lifeline.of(row));
            Place before = former == null ? null : missing.remove(former);
            next.put(row.socket().key(), before == null ? fresh(row) : moved(before, row));
        }
        for (Place place : missing.values()) {
            if (place.standing() == Standing.INSIDE) {
                tell(Kind.CLOSED, new Row(place.row().socket(), place.row().live().withClosed(now)), place.row());
            }
        }
    }

    private Place fresh(Row row) {
        if (row.isClosed()) {
            return passed(row);
        }
        return Happening.isResolving(row) ? new Place(row, Standing.WAITING) : admitted(row);
    }

    private Place still(Place before) {
        return switch (before.standing()) {
            case WAITING -> admitted(before.row());
            case OUTSIDE -> matches(before.row()) ? inside(Kind.ENTERED, before.row(), before) : before;
            case INSIDE -> matches(before.row()) ? before : outside(before.row(), before);
            case GONE -> before;
        };
    }

    private Place moved(Place before, Row row) {
        if (row.isClosed()) {
            return ended(before, row);
        }
        return switch (before.standing()) {
            case WAITING -> admitted(row);
            case GONE -> matches(row) ? inside(Kind.OPENED, row, null) : new Place(row, Standing.OUTSIDE);
            case OUTSIDE -> matches(row) ? inside(Kind.ENTERED, row, before) : new Place(row, Standing.OUTSIDE);
            case INSIDE -> matches(row) ? kept(row, before) : outside(row, before);
        };
    }

    private Place admitted(Row row) {
        return matches(row) ? inside(opening(row), row, null) : new Place(row, Standing.OUTSIDE);
    }

    private Place kept(Row row, Place before) {
        Happening change = new Happening(Kind.CHANGED, row, before.row());
        return inside(change.isOtherState() || change.isOtherOwner() ? Kind.CHANGED : Kind.SAMPLE, row, before);
    }

    private Place ended(Place before, Row row) {
        switch (before.standing()) {
            case WAITING -> {
                return passed(row);
            }
            case OUTSIDE -> {
                // Whoever asks for what is closed means this moment.
                if (matches(row)) {
                    tell(Kind.CLOSED, row, before.row());
                }
            }
            case INSIDE -> tell(Kind.CLOSED, row, before.row());
            case GONE -> {
                // Told before; its last counters may have come late.
            }
        }
        return new Place(row, Standing.GONE);
    }

    /** It came and went without having been told of. */
    private Place passed(Row row) {
        Row open = new Row(row.socket(), row.live().withClosed(null));
        if (matches(open)) {
            passing.add(new Happening(opening(open), open, null));
            passing.add(new Happening(Kind.CLOSED, row, open));
        } else if (matches(row)) {
            passing.add(new Happening(Kind.CLOSED, row, null));
        }
        return new Place(row, Standing.GONE);
    }

    private static Kind opening(Row row) {
        return row.live().fromStart() ? Kind.PRESENT : Kind.OPENED;
    }

    private Place inside(Kind kind, Row row, @Nullable Place before) {
        tell(kind, row, before == null ? null : before.row());
        return new Place(row, Standing.INSIDE);
    }

    private Place outside(Row row, Place before) {
        tell(Kind.LEFT, row, before.row());
        return new Place(row, Standing.OUTSIDE);
    }

    private void tell(Kind kind, Row row, @Nullable Row before) {
        told.add(new Happening(kind, row, before));
    }

    private boolean matches(Row row) {
        return query.matches(row, now);
    }

    /** What stays when the kernel replaces a closing connection by a stand-in, which has another cookie and no inode. */
    private record Lifeline(long namespace, Protocol protocol, Endpoint local, Endpoint remote, Instant firstSeen) {

        static Lifeline of(Row row) {
            Socket socket = row.socket();
            return new Lifeline(socket.namespace(), socket.protocol(), socket.local(), socket.remote(), row.live().firstSeen());
        }
    }
}
