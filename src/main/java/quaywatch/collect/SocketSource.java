package quaywatch.collect;

import java.time.Duration;
import java.util.List;

import quaywatch.model.Socket;

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

    /**
     * Likewise, but comes back about when the budget is used up: owners that are not found by then are told as resolving and follow with the next
     * samples. A source that finds them all in one go takes no notice.
     */
    default SocketSample sample(Duration budget) throws SourceException {
        return sample();
    }

    /**
     * Says which sockets somebody is looking at: who holds those is looked up anew in every look from the next one on, however sure it was. Any
     * thread. A source that looks everything up anew each time takes no notice.
     */
    default void attend(List<Socket> sockets) {}

    /** Gives back what the source holds open. */
    @Override
    default void close() {}
}
