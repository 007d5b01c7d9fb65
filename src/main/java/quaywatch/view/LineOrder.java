package quaywatch.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.Socket;

/** Sorts lines by a column. Values are taken once for each line, not once for each comparison. */
final class LineOrder {

    private record Keyed(SocketLine line, @Nullable Comparable<Object> value) {}

    private static final Comparator<Endpoint> BY_PORT = Comparator.comparingInt(Endpoint::port).thenComparing(Endpoint::address)
            .thenComparing(Endpoint::scope);
    /** Tells any two sockets apart that can be told apart, so that a table has one order only. */
    private static final Comparator<Socket> TIES = Comparator.comparing(Socket::local, BY_PORT).thenComparing(Socket::remote, BY_PORT)
            .thenComparing(Socket::protocol).thenComparing(Socket::family).thenComparing(Socket::state)
            .thenComparingLong(Socket::namespace).thenComparingLong(Socket::cookie).thenComparingLong(Socket::inode);

    private LineOrder() {}

    static List<SocketLine> sorted(List<SocketLine> lines, Sort sort) {
        Column column = Columns.byId(sort.columnId()).orElse(Columns.PORT);
        List<Keyed> keyed = new ArrayList<>(lines.size());
        for (SocketLine line : lines) {
            keyed.add(new Keyed(line, column.value(line)));
        }
        keyed.sort((a, b) -> compare(a, b, sort.descending()));
        List<SocketLine> sorted = new ArrayList<>(lines.size());
        for (Keyed entry : keyed) {
            sorted.add(entry.line);
        }
        return sorted;
    }

    private static int compare(Keyed a, Keyed b, boolean descending) {
        int byValue = byValue(a.value, b.value, descending);
        return byValue != 0 ? byValue : ties(a.line, b.line);
    }

    private static int byValue(@Nullable Comparable<Object> a, @Nullable Comparable<Object> b, boolean descending) {
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
