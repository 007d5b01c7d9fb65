package quaywatch.collect;

/**
 * Tells the sockets of the machine and who owns them. Stateful: it may remember from sample to sample to save work.
 * <p>Used by one thread at a time.
 */
public interface SocketSource extends AutoCloseable {

    /** What it is called where sources are shown: {@code /proc}, {@code OSHI}. */
    String name();

    /**
     * Looks at the machine now.
     *
     * @throws SourceException if nothing at all can be told; a part that fails is a trouble in the report instead
     */
    SocketSample sample() throws SourceException;

    /** Gives back what the source holds open. */
    @Override
    default void close() {}
}
