package quaywatch.bench;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SourceException;
import quaywatch.collect.linux.ProcSocketSource;
import quaywatch.monitor.SamplingLoop;

/** The source that the benches measure. Which one it is, and what can be measured of its parts, is decided here only. */
final class Engine implements AutoCloseable {

    private final ProcSocketSource source;

    private Engine(ProcSocketSource source) {
        this.source = source;
    }

    /** A source that has not looked yet. */
    static Engine fresh() {
        return new Engine(source(Clock.systemUTC()));
    }

    private static ProcSocketSource source(Clock clock) {
        return ProcSocketSource.live(clock);
    }

    /** The loop that the program would run on a source of its own, with all that counts bytes; not started. */
    static SamplingLoop loop(ScheduledExecutorService scheduler) {
        Clock clock = Clock.systemUTC();
        return new SamplingLoop(source(clock), List::of, clock, scheduler);
    }

    /** Looks with owners and counters, as the program does once a second. */
    SocketSample tick() throws SourceException {
        return source.sample();
    }

    /** Lists without owners and counters, and returns how many sockets there are; empty where the source can't do that alone. */
    OptionalLong list() throws SourceException {
        return OptionalLong.empty();
    }

    /** Walks all descriptors of all processes, and returns how many are sockets; empty where the source can't do that alone. */
    OptionalLong fullWalk() throws SourceException {
        return OptionalLong.empty();
    }

    /** Nanoseconds of processor time that finding owners took in the last tick; asked once after each; empty where the source does not tell. */
    OptionalLong ownerNanos() throws SourceException {
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        source.close();
    }
}
