package quaywatch.model;

/**
 * A socket and what watching adds to it. The same object in two snapshots means that nothing changed.
 *
 * @param socket  what the kernel tells
 * @param live    what watching adds
 */
public record Row(Socket socket, Live live) {

    /** Whether the socket is gone and only kept for a moment with its last values. */
    public boolean isClosed() {
        return live.closed() != null;
    }
}
