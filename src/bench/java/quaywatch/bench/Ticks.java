package quaywatch.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalLong;

import com.sun.management.OperatingSystemMXBean;

import quaywatch.collect.SocketSample;
import quaywatch.model.Snapshot;

/** Our ticks: each at its time, after some of the sockets have changed, and held against the truth. */
final class Ticks implements AutoCloseable {

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Engine engine = Engine.fresh();
    private final Load load;
    private final Truth truth;
    private final int changes;
    private final long pace;
    private Tally tally = Tally.NONE;
    private SocketSample sample = new SocketSample(List.of(), Snapshot.NONE.report());
    private OptionalLong owners = OptionalLong.empty();
    private OptionalLong verifying = OptionalLong.empty();
    private long begun;
    private long processNanos;

    Ticks(Load load, Options options) throws IOException {
        this.load = load;
        this.truth = new Truth(load.log());
        this.changes = load.sockets() / 1_000 * options.get("changes") + load.sockets() % 1_000 * options.get("changes") / 1_000;
        this.pace = options.get("pace") * 1_000_000L;
    }

    /** What the whole JVM used in the last tick, with other threads and collections of garbage. */
    long processNanos() {
        return processNanos;
    }

    /** What finding owners took of the last tick; empty where the source does not tell. */
    OptionalLong ownerNanos() {
        return owners;
    }

    /** Likewise of reading again a tenth of what is held. */
    OptionalLong verifyNanos() {
        return verifying;
    }

    /** The first wrong owners, in words. */
    List<String> examples() {
        return truth.examples();
    }

    /** How every tick after a change stood beside the truth. */
    Tally tally() {
        return tally;
    }

    Cost afterChanges() throws Exception {
        load.churn(changes);
        Cost cost = tick();
        tally = tally.with(truth.check(sample));
        return cost;
    }

    Cost unchanged() throws Exception {
        return tick();
    }

    private Cost tick() throws Exception {
        long rest = begun + pace - System.nanoTime();
        if (rest > 0) {
            Thread.sleep(rest / 1_000_000);
        }
        begun = System.nanoTime();
        long process = SYSTEM.getProcessCpuTime();
        Cost cost = Cost.of(() -> sample = engine.tick());
        processNanos = SYSTEM.getProcessCpuTime() - process;
        owners = engine.ownerNanos();
        verifying = engine.verifyNanos();
        truth.read();
        return cost;
    }

    @Override
    public void close() throws IOException {
        engine.close();
        truth.close();
    }
}
