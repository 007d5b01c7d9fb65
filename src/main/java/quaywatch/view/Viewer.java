package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.text.Words;

/**
 * Turns a snapshot into the lines of a table. A line in which nothing changed is the same object as at the last call, so a table can tell
 * by identity what to draw again. Belongs to one thread and one table.
 */
public final class Viewer implements LineMaker {

    private final Groups groups;
    private final LineOrder order = new LineOrder();
    private Map<Row, SocketLine> last = new IdentityHashMap<>();

    public Viewer(Words words, ServiceNames names) {
        groups = new Groups(new GroupText(words, names));
    }

    @Override
    public Rows rows(Snapshot snapshot, ViewState state, Instant now) {
        List<List<Row>> all = Twins.of(snapshot.rows(), state.scope());
        List<SocketLine> fresh = new ArrayList<>();
        List<SocketLine> fitting = fitting(all, new Found(snapshot, state, now), fresh);
        List<SocketLine> sorted = order.sorted(fitting, fresh, line -> last.get(line.row()) == line, state.sort());
        List<Line> lines = state.grouping() == Grouping.NONE
                ? List.copyOf(sorted)
                : groups.of(sorted, state.grouping(), state.collapsed());
        return counted(lines, fitting, all);
    }

    /** What one call works with. */
    private record Found(Doors doors, Pairs pairs, Filtering filtering, Grouping grouping, Instant now) {

        Found(Snapshot snapshot, ViewState state, Instant now) {
            this(Doors.of(snapshot.rows()), Pairs.of(snapshot.rows()), new Filtering(state.protocols(), state.query(), now),
                    state.grouping(), now);
        }
    }

    private List<SocketLine> fitting(List<List<Row>> all, Found found, List<SocketLine> fresh) {
        Map<Row, SocketLine> next = new IdentityHashMap<>(all.size());
        List<SocketLine> fitting = new ArrayList<>();
        for (List<Row> twins : all) {
            List<Row> rows = found.filtering.of(twins);
            if (!rows.isEmpty()) {
                SocketLine line = line(rows, found);
                if (last.get(line.row()) != line) {
                    fresh.add(line);
                }
                next.put(line.row(), line);
                fitting.add(line);
            }
        }
        last = next;
        return fitting;
    }

    private SocketLine line(List<Row> rows, Found found) {
        Row first = rows.getFirst();
        int clients = found.doors.clients(rows);
        boolean incoming = found.doors.cameIn(first.socket());
        Owner peer = found.pairs.peer(first.socket());
        Rates served = found.doors.served(rows);
        Mark mark = Mark.of(rows, found.now);
        SocketLine before = last.get(first);
        return before != null && isSame(before, rows) && before.clients() == clients && before.incoming() == incoming
                && before.group() == found.grouping && before.mark() == mark && Objects.equals(before.peer(), peer)
                && Objects.equals(before.served(), served)
                        ? before
                        : new SocketLine(rows, clients, found.grouping, incoming, peer, served, mark);
    }

    private static boolean isSame(SocketLine before, List<Row> rows) {
        if (before.rows().size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (before.rows().get(i) != rows.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static Rows counted(List<Line> lines, List<SocketLine> fitting, List<List<Row>> all) {
        Map<PortClass, Integer> byRange = new EnumMap<>(PortClass.class);
        int shown = 0;
        int bound = 0;
        for (SocketLine line : fitting) {
            if (!line.isClosed()) {
                shown++;
                bound += line.isBoundOnly() ? 1 : 0;
                byRange.merge(PortClass.of(line.socket().local().port()), 1, Integer::sum);
            }
        }
        return new Rows(lines, shown, Filtering.open(all), bound, byRange);
    }
}
