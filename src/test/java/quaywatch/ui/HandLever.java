package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import quaywatch.control.Lever;
import quaywatch.control.Pace;
import quaywatch.control.Patience;
import quaywatch.control.PortHolders;
import quaywatch.control.PortProbe;
import quaywatch.control.StopTools;
import quaywatch.control.Target;
import quaywatch.model.Address;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;

/** One process that ends when the test or SIGKILL says so, not when it is asked to; its port is free then. Time passes by hand. */
final class HandLever implements Lever, PortProbe, PortHolders, Pace {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofDays(1), Duration.ofSeconds(1),
            Duration.ofMillis(10));

    private final List<String> signals = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicLong nanos = new AtomicLong();

    StopTools tools() {
        return new StopTools(this, this, this, PATIENCE, this);
    }

    /** What was sent to whom, in order: {@code TERM 42}. */
    List<String> signals() {
        return List.copyOf(signals);
    }

    /** The process ends. */
    void end() {
        ended.countDown();
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void pause(Duration time) {
        pass(time);
    }

    @Override
    public Hold take(Target target) {
        return new Hold.Held(new OneGrip(target.holder().id().pid()));
    }

    @Override
    public Result test(Protocol protocol, int port, List<Address> addresses) {
        return new Result(
                addresses.stream().map(address -> new Bind(address, ended.getCount() == 0 ? Verdict.FREE : Verdict.IN_USE)).toList());
    }

    @Override
    public List<Owner> of(Protocol protocol, int port) {
        return List.of();
    }

    private final class OneGrip implements Grip {

        private final long pid;

        private OneGrip(long pid) {
            this.pid = pid;
        }

        @Override
        public Sent ask() {
            signals.add("TERM " + pid);
            return new Sent.Delivered();
        }

        @Override
        public Sent force() {
            signals.add("KILL " + pid);
            ended.countDown();
            return new Sent.Delivered();
        }

        @Override
        public boolean holdsSocket() {
            return ended.getCount() > 0;
        }

        @Override
        public boolean awaitEnd(Duration limit) throws InterruptedException {
            return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
