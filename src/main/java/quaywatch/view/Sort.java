package quaywatch.view;

/**
 * The order of lines.
 *
 * @param columnId    the {@link Column#id()} to sort by; an unknown one sorts by port
 * @param descending  largest first; what has no value stays last either way
 */
public record Sort(String columnId, boolean descending) {

    public static final Sort BY_PORT = new Sort("port", false);
}
