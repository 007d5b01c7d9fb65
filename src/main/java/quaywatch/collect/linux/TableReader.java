package quaywatch.collect.linux;

import java.util.List;

import quaywatch.collect.SourceException;
import quaywatch.kernel.RowSink;
import quaywatch.model.SourceReport.Trouble;

/** One way to the socket tables of the own network namespace. Used by one thread at a time. */
interface TableReader extends AutoCloseable {

    /** What it is called where sources are shown. */
    String name();

    /**
     * Hands on all rows of all tables.
     *
     * @param troubles  takes what failed
     * @return false if a table broke off in the middle, so that sockets are missing that are still there
     * @throws SourceException if no table can be read
     */
    boolean read(RowSink sink, List<Trouble> troubles) throws SourceException;

    /** How many rows could not be read as documented since the last call. */
    int takeOdd();

    @Override
    void close();
}
