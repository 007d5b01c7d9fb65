package quaywatch.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.ServiceNames;
import quaywatch.model.Socket;

/**
 * Sorts lines by a column. Values are taken once for each line, not once for each comparison; and it begins with the order of its last
 * call, so that little is left to compare when little has changed.
 */
final class LineOrder {

    private record Keyed(SocketLine line, @Nullable Comparable<Object> value) {}

    private static final Comparator<Endpoint> BY_PORT = Comparator.comparingInt(Endpoint::port).thenComparing(Endpoint::address)
            .thenComparing(Endpoint::scope);
    /** Tells any two sockets apart that can be told apart, so that a table has one order only. */
    private static final Comparator<Socket> TIES = Comparator.comparing(Socket::local, BY_PORT).thenComparing(Socket::remote, BY_PORT)
            .thenComparing(Socket::protocol).thenComparing(Socket::family).thenComparing(Socket::state)
            .thenComparingLong(Socket::namespace).thenComparingLong(Socket::cookie).thenComparingLong(Socket::inode);

    private final ServiceNames names;
    private List<Keyed> last = List.of();
    private @Nullable Sort lastSort;

    LineOrder(ServiceNames names) {
        this.names = names;
    }

    /**
     * The lines in order.
     *
     * @param lines  all of them
     * @param fresh  those of them that were not in the last call
     * @param kept   whether a line of the last call is among them
     */
    List<SocketLine> sorted(List<SocketLine> lines, List<SocketLine> fresh, Predicate<SocketLine> kept, Sort sort) {
        Column column = Columns.byId(sort.columnId()).orElse(Columns.PORT);
        boolean again = sort.equals(lastSort);
        List<Keyed> keyed = new ArrayList<>(lines.size());
        if (again) {
            last.forEach(entry -> {
                if (kept.test(entry.line)) {
                    keyed.add(entry);
                }
            });
        }
        (again ? fresh : lines).forEach(line -> keyed.add(new Keyed(line, column.value(line, names))));
        keyed.sort((a, b) -> compare(a, b, sort.descending()));
        last = keyed;
        lastSort = sort;
        List<SocketLine> sorted = new ArrayList<>(keyed.size());
        keyed.forEach(entry -> sorted.add(entry.line));
        return sorted;
    }

    private static int compare(Keyed a, Keyed b, boolean descending) {
        int byValue = byValue(a.value, b.value, descending);
        return byValue != 0 ? byValue : ties(a.line, b.line);
    }

    static int byValue(@Nullable Comparable<Object> a, @Nullable Comparable<Object> b, boolean descending) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        return descending ? b.compareTo(a) : a.compareTo(b);
    }

    static int ties(SocketLine a, SocketLine b) {
        int bySocket = TIES.compare(a.socket(), b.socket());
        return bySocket != 0 ? bySocket : Boolean.compare(a.isClosed(), b.isClosed());
    }
}
