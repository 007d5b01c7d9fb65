package quaywatch.model;

/**
 * The two queues of a socket, in bytes; for a listener, in connections.
 *
 * @param receive  bytes not yet read by the program; for a listener, connections waiting to be accepted
 * @param send     bytes not yet acknowledged by the peer; for a listener, the limit of its accept queue, 0 where the source does not tell
 */
public record Queues(long receive, long send) {

    public static final Queues EMPTY = new Queues(0, 0);
}
