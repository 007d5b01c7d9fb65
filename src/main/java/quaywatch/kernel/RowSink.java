package quaywatch.kernel;

/** Takes the rows of a socket table. */
public interface RowSink {

    /** One socket. The row is used again for the next one. */
    void row(SocketRow row);
}
