package quaywatch.collect;

import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.Protocol;
import quaywatch.model.TcpInfo;

/**
 * Tells what ended between two looks: connections that no look saw, and the last counters of those that were seen. Collects from when it was
 * started, on a thread of its own or in the kernel's buffer.
 * <p>{@link #start} and {@link #drain} are called by one thread at a time; {@link #close} may be called by another.
 */
public interface SocketEvents extends AutoCloseable {

    /** Begins to collect. Called before the first look, so that nothing falls between; whatever only looks once need not. */
    default void start() {}

    /** Whether ends are told here, once started; false where the system can't or may not. */
    boolean tells();

    /** What has ended since the call before, each socket once, in the order of its end. Never waits. */
    Drained drain();

    @Override
    void close();

    /**
     * What ended in some time.
     *
     * @param ends  those that were told
     * @param lost  whether there were more, which nobody can tell any longer (the kernel's buffer overran)
     */
    record Drained(List<End> ends, boolean lost) {

        public static final Drained NOTHING = new Drained(List.of(), false);

        public Drained {
            ends = List.copyOf(ends);
        }
    }

    /**
     * A socket of our own network namespace that is gone. The kernel tells neither user nor inode of it.
     * <p>Its counters are payload, as those of {@link quaywatch.model.Socket}: the source takes off what SYN and FIN add. Whether the peer's FIN
     * was received can't be seen in the event alone, and what the last look saw does not tell either when the FIN came after it; so
     * {@code received} may be one byte too high for each connection that ended, and the totals leave
     * it at that.
     *
     * @param cookie  the same as in the looks; never 0
     * @param tcp     the last counters; null for what is not TCP
     */
    record End(long cookie, Protocol protocol, Endpoint local, Endpoint remote, @Nullable TcpInfo tcp) {}
}
