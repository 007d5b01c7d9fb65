package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Lever;
import quaywatch.control.Pace;
import quaywatch.control.Patience;
import quaywatch.control.PortHolders;
import quaywatch.control.PortProbe;
import quaywatch.control.Recorder;
import quaywatch.control.ServiceLever;
import quaywatch.control.StopTools;
import quaywatch.control.Supervision;
import quaywatch.control.Target;
import quaywatch.model.Address;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;

/**
 * One process that ends when the test or SIGKILL says so, not when it is asked to; its port is free then. Time passes by hand.
 * <p>What the system answers can be set before: to taking hold, to signals, to test binds.
 */
final class HandLever implements Lever, PortProbe, PortHolders, Pace {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofDays(1), Duration.ofSeconds(1),
            Duration.ofMillis(10), Duration.ZERO);

    private final List<String> signals = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final Semaphore rounds = new Semaphore(0);
    private final AtomicLong nanos = new AtomicLong();
    private volatile @Nullable Hold hold;
    private volatile Sent sent = new Sent.Delivered();
    private volatile @Nullable Verdict verdict;
    private volatile List<Owner> others = List.of();
    private volatile Supplier<Supervision> supervision = () -> Supervision.NONE;

    StopTools tools(Recorder recorder) {
        return new StopTools(this, ServiceLever.NONE, this, this, (_, _) -> supervision.get(), PATIENCE, this, recorder);
    }

    /** What was sent to whom, in order: {@code TERM 42}. */
    List<String> signals() {
        return List.copyOf(signals);
    }

    /** Answers so to whoever wants to take hold of the process. */
    void holdIs(Hold answer) {
        hold = answer;
    }

    /** Answers so to signals. */
    void sentIs(Sent answer) {
        sent = answer;
    }

    /** Answers so to test binds, whether the process has ended or not. */
    void bindIs(Verdict answer) {
        verdict = answer;
    }

    /** These hold the port beside the process. */
    void othersAre(Owner... owners) {
        others = List.of(owners);
        verdict = Verdict.IN_USE;
    }

    /** Answers so to the question who would start the process again; it may take its time. */
    void supervisionIs(Supplier<Supervision> answer) {
        supervision = answer;
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the flow has come round so many more times; between two rounds it reports. */
    void awaitRounds(int count) {
        rounds.drainPermits();
        rounds.acquireUninterruptibly(count);
    }

    /** Whether the process has been let go of, which is the last thing a flow does. */
    boolean isLetGo() {
        return letGo.getCount() == 0;
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
        Hold answer = hold;
        return answer == null ? new Hold.Held(new OneGrip(target.holder().id().pid())) : answer;
    }

    @Override
    public Result test(Protocol protocol, int port, List<Address> addresses) {
        Verdict set = verdict;
        Verdict now = set != null ? set : ended.getCount() == 0 ? Verdict.FREE : Verdict.IN_USE;
        return new Result(addresses.stream().map(address -> new Bind(address, now)).toList());
    }

    @Override
    public List<Owner> of(Protocol protocol, int port, long namespace) {
        return others;
    }

    private final class OneGrip implements Grip {

        private final long pid;

        private OneGrip(long pid) {
            this.pid = pid;
        }

        @Override
        public Sent ask() {
            signals.add("TERM " + pid);
            return sent;
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
            rounds.release();
            return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            letGo.countDown();
        }
    }
}
