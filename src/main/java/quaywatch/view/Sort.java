package quaywatch.view;

import java.util.List;

import quaywatch.model.ServiceNames;

/**
 * The order of lines.
 *
 * @param columnId    the {@link Column#id()} to sort by; an unknown one sorts by port
 * @param descending  largest first; what has no value stays last either way
 */
public record Sort(String columnId, boolean descending) {

    public static final Sort BY_PORT = new Sort("port", false);

    /** Sockets in this order. {@code names} are what ports are registered for. */
    public List<SocketLine> of(List<SocketLine> lines, ServiceNames names) {
        return new LineOrder(names).sorted(lines, lines, _ -> false, this);
    }
}
