package quaywatch.bench;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SourceException;
import quaywatch.collect.linux.DestroyEvents;
import quaywatch.collect.linux.LinuxSocketSource;
import quaywatch.kernel.Access;
import quaywatch.kernel.FdStat;
import quaywatch.kernel.LiveFdTables;
import quaywatch.kernel.Numbers;
import quaywatch.kernel.SocketRow;
import quaywatch.kernel.netlink.SocketDiag;
import quaywatch.model.Protocol;
import quaywatch.monitor.SamplingLoop;

/** The source that the benches measure. Which one it is, and what can be measured of its parts, is decided here only. */
final class Engine implements AutoCloseable {

    private final LinuxSocketSource source;
    private final SocketDiag bare = new SocketDiag(false);
    private final LiveFdTables descriptors = new LiveFdTables();
    private final Numbers pids = new Numbers();
    private final Numbers numbers = new Numbers();
    private long sum;

    private Engine(LinuxSocketSource source) {
        this.source = source;
    }

    /** A source that has not looked yet. */
    static Engine fresh() {
        return new Engine(source(Clock.systemUTC()));
    }

    private static LinuxSocketSource source(Clock clock) {
        return LinuxSocketSource.netlink(clock, Engine::beside);
    }

    private static void beside(Runnable task) {
        Thread.ofPlatform().daemon().start(task);
    }

    /** The loop that the program would run on a source of its own, with all that counts bytes; not started. */
    static SamplingLoop loop(ScheduledExecutorService scheduler) {
        Clock clock = Clock.systemUTC();
        return new SamplingLoop(source(clock), List::of, new DestroyEvents(clock, Engine::beside), clock, scheduler);
    }

    /** Looks with owners and counters, as the program does once a second. */
    SocketSample tick() throws SourceException {
        return source.sample();
    }

    /** Lists without owners and counters, and returns how many sockets there are; empty where the source can't do that alone. */
    OptionalLong list() throws SourceException {
        long[] count = new long[1];
        for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
            Access access = bare.read(protocol, row -> {
                count[0]++;
                sum += read(row);
            });
            if (!access.done()) {
                throw new SourceException(access.words());
            }
        }
        return OptionalLong.of(count[0]);
    }

    /** Reads everything that a list shows. */
    private static long read(SocketRow row) {
        return row.state().ordinal() + row.family().ordinal() + row.localHigh() + row.localLow() + row.localPort() + row.remoteHigh()
                + row.remoteLow() + row.remotePort() + row.inode() + row.cookie() + row.uid() + row.receive() + row.send() + row.cgroup();
    }

    /** What was read last, so that reading can't be left out. */
    long sum() {
        return sum;
    }

    /** Walks all descriptors of all processes, and returns how many are sockets; empty where the source can't do that alone. */
    OptionalLong fullWalk() {
        long sockets = 0;
        descriptors.pids(pids);
        for (int i = 0; i < pids.size(); i++) {
            if (descriptors.open(pids.get(i), new FdStat()).done() && descriptors.list(numbers).done()) {
                for (int each = 0; each < numbers.size(); each++) {
                    sockets += descriptors.inode(numbers.get(each)) > 0 ? 1 : 0;
                }
            }
            descriptors.shut();
        }
        return OptionalLong.of(sockets);
    }

    /** Nanoseconds that finding owners took in the last tick; asked once after each; empty where the source does not tell. */
    OptionalLong ownerNanos() {
        return OptionalLong.of(source.ownerNanos());
    }

    /** Likewise of reading again a part of what is held. */
    OptionalLong verifyNanos() {
        return OptionalLong.of(source.verifyNanos());
    }

    @Override
    public void close() {
        source.close();
        bare.close();
        descriptors.close();
    }
}
