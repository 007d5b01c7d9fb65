package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.query.QueryText;

/**
 * Where somebody wants to go in a snapshot.
 *
 * @param rows    the sockets to be seen; never empty
 * @param filter  the terms that show these and hardly anything else
 */
public record Target(List<Row> rows, List<String> filter) {

    public Target {
        rows = List.copyOf(rows);
        filter = List.copyOf(filter);
    }

    /** A single socket, open or closed a moment ago; null if it is no more. */
    public static @Nullable Target socket(Snapshot snapshot, SocketKey key) {
        for (Row row : snapshot.rows()) {
            if (row.socket().key().equals(key)) {
                return new Target(List.of(row), List.of(place(row.socket())));
            }
        }
        return null;
    }

    /** All open sockets of a process; null if it has none. */
    public static @Nullable Target process(Snapshot snapshot, ProcessId process) {
        List<Row> rows = new ArrayList<>();
        for (Row row : snapshot.rows()) {
            if (!row.isClosed() && holds(row.live().owner(), process)) {
                rows.add(row);
            }
        }
        return rows.isEmpty() ? null : new Target(rows, List.of("pid:" + process.pid()));
    }

    /** All open sockets of an owner; null if it has none. */
    public static @Nullable Target owner(Snapshot snapshot, Owner owner) {
        if (owner instanceof Owner.Processes processes) {
            return process(snapshot, processes.first().id());
        }
        List<Row> rows = snapshot.rows().stream().filter(row -> !row.isClosed() && row.live().owner().equals(owner)).toList();
        return rows.isEmpty() ? null : new Target(rows, terms(owner));
    }

    private static boolean holds(Owner owner, ProcessId process) {
        if (owner instanceof Owner.Processes processes) {
            for (ProcessFacts holder : processes.holders()) {
                if (holder.id().equals(process)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The terms that show what an owner holds and hardly anything else. */
    public static List<String> terms(Owner owner) {
        return switch (owner) {
            case Owner.Processes processes -> List.of("pid:" + processes.first().id().pid());
            case Owner.Service(Belonging.Unit(String name, _), _) -> List.of(QueryText.exactly("service", name), "is:hidden");
            case Owner.Service(Belonging.Container(String name, _), _) -> List.of(QueryText.exactly("container", name), "is:hidden");
            case Owner.Service(Belonging.StartedBy _, var user) -> List.of(QueryText.exactly("user", user.name()), "is:hidden");
            case Owner.UserOnly(var user) -> List.of(QueryText.exactly("user", user.name()), "is:hidden");
            case Owner.Kernel _ -> List.of(QueryText.exactly("process", "kernel"));
            case Owner.Unknown _ -> List.of("is:hidden");
        };
    }

    /** The port of a holder; of a connection, its own end, which is the far end of its peer. */
    private static String place(Socket socket) {
        if (!socket.hasPeer()) {
            return QueryText.condition("lport", Integer.toString(socket.local().port()));
        }
        String address = socket.local().address().toString();
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + socket.local().port();
    }

    /** The narrowest scope that has all of it. */
    public Scope scope() {
        for (Scope scope : Scope.values()) {
            if (rows.stream().allMatch(row -> scope.holds(row.socket()))) {
                return scope;
            }
        }
        return Scope.ALL;
    }

    /** Whether a state hides any of it. */
    public boolean isHiddenBy(ViewState state, Instant now) {
        return rows.stream().anyMatch(row -> state.hides(row, now));
    }

    /** The keys of the groups that must be open for it to be seen. */
    public Set<String> groups(Grouping by) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> keys.add(Groups.keyOf(by, SocketLine.alone(row))));
        return keys;
    }

    /** The first line that shows a part of it; null if none does. */
    public @Nullable Line first(List<Line> lines) {
        Set<SocketKey> keys = new HashSet<>();
        rows.forEach(row -> keys.add(row.socket().key()));
        for (Line line : lines) {
            if (line instanceof SocketLine shown && shown.rows().stream().anyMatch(row -> keys.contains(row.socket().key()))) {
                return line;
            }
        }
        return null;
    }
}
