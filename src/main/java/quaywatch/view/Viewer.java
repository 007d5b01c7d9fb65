package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.Closed;
import quaywatch.model.PortClass;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.text.Words;

/**
 * Turns a snapshot into the lines of a table. A line in which nothing changed is the same object as at the last call, so a table can tell
 * by identity what to draw again. Belongs to one thread and one table.
 */
public final class Viewer implements LineMaker {

    private final Groups groups;
    private final Supplier<Map<Address, String>> hosts;
    private final LineOrder order;
    private Map<Row, SocketLine> last = new IdentityHashMap<>();
    private @Nullable Sight sight;

    /** One that knows no host names. */
    public Viewer(Words words, ServiceNames names) {
        this(words, names, Map::of);
    }

    /** @param hosts  the host names known now, by address, v4-mapped ones as IPv4; empty texts for hosts without a name */
    public Viewer(Words words, ServiceNames names, Supplier<Map<Address, String>> hosts) {
        this.groups = new Groups(new GroupText(words, names));
        this.order = new LineOrder(names);
        this.hosts = hosts;
    }

    @Override
    public Rows rows(Snapshot snapshot, ViewState state, Instant now) {
        Sight seen = sight(snapshot, state);
        List<List<Row>> all = seen.lines;
        List<SocketLine> fresh = new ArrayList<>();
        List<SocketLine> fitting = fitting(all, new Found(seen, state, hosts.get(), now), fresh);
        List<SocketLine> sorted = order.sorted(fitting, fresh, line -> last.get(line.row()) == line, state.sort());
        List<Line> lines = state.grouping() == Grouping.NONE
                ? List.copyOf(sorted)
                : groups.of(sorted, state.grouping(), state.collapsed());
        return counted(lines, fitting, all, state.query().asksForClosed() ? snapshot.closed() : null,
                Kept.incompleteBefore(snapshot, state.query()));
    }

    /** What the last snapshot tells whatever is typed: typing leaves only filter and order to be done. */
    private Sight sight(Snapshot snapshot, ViewState state) {
        boolean closedToo = state.query().asksForClosed();
        Sight known = sight;
        if (known != null && known.isOf(snapshot, state.scope(), closedToo)) {
            return known;
        }
        Doors doors = known != null && known.snapshot == snapshot ? known.doors : Doors.of(snapshot.rows());
        Pairs pairs = known != null && known.snapshot == snapshot ? known.pairs : Pairs.of(snapshot.rows());
        Sight fresh = new Sight(snapshot, state.scope(), closedToo, Twins.of(Kept.rows(snapshot, state.query()), state.scope()), doors,
                pairs);
        sight = fresh;
        return fresh;
    }

    /**
     * What one snapshot tells.
     *
     * @param lines  the sockets of the scope, each with its twins; the closed ones too if {@code closedToo}
     */
    private record Sight(Snapshot snapshot, Scope scope, boolean closedToo, List<List<Row>> lines, Doors doors, Pairs pairs) {

        boolean isOf(Snapshot other, Scope otherScope, boolean otherClosed) {
            return snapshot == other && scope == otherScope && closedToo == otherClosed;
        }
    }

    /** What one call works with. */
    private record Found(Doors doors, Pairs pairs, Filtering filtering, Grouping grouping, Map<Address, String> hosts, Instant taken,
            Instant now, Duration marked) {

        Found(Sight seen, ViewState state, Map<Address, String> hosts, Instant now) {
            this(seen.doors, seen.pairs, new Filtering(state.protocols(), state.query(), now), state.grouping(), hosts,
                    seen.snapshot.taken(), now, state.marked());
        }

        @Nullable
        String host(Socket socket) {
            return hosts.isEmpty() || !socket.hasPeer() ? null : hosts.get(socket.remote().address().unmapped());
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
        Peer peer = found.pairs.peer(first.socket());
        String host = found.host(first.socket());
        Rates served = found.doors.served(rows);
        Mark mark = Closed.keeps(first, found.taken) ? Mark.NONE : Mark.of(rows, found.now, found.marked);
        SocketLine before = last.get(first);
        return before != null && isSame(before, rows) && before.clients() == clients && before.incoming() == incoming
                && before.group() == found.grouping && before.mark() == mark && Objects.equals(before.peer(), peer)
                && Objects.equals(before.host(), host) && Objects.equals(before.served(), served)
                        ? before
                        : new SocketLine(rows, clients, found.grouping, incoming, peer, host, served, mark);
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

    private static Rows counted(List<Line> lines, List<SocketLine> fitting, List<List<Row>> all, @Nullable Closed asked,
            @Nullable Instant incomplete) {
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
        return new Rows(lines, shown, Filtering.open(all), bound, asked == null ? 0 : fitting.size() - shown,
                asked == null ? 0 : asked.dropped(), incomplete, byRange);
    }
}
