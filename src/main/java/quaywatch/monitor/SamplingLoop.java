package quaywatch.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

import quaywatch.collect.InterfaceSource;
import quaywatch.collect.SocketEvents;
import quaywatch.collect.SocketSource;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;

import static java.lang.System.Logger.Level.WARNING;

/**
 * Looks at the machine again and again and hands out one immutable {@link Snapshot} a look.
 * <p>The next look is planned after the last one ended, so a slow source slows the loop and never piles up. A failing source, a failing
 * listener, or any other exception never ends it. All methods may be called from any thread; only one look runs at a time.
 */
public final class SamplingLoop implements AutoCloseable {

    /** The shortest and the longest time between two looks. */
    public static final Duration SHORTEST = Duration.ofMillis(500);
    public static final Duration LONGEST = Duration.ofSeconds(60);

    /** So long may a look take for owners that are not known yet, lest the first rows wait for the last owner. */
    private static final Duration BUDGET = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Sampler sampler;
    private final Pace pace;
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot latest = Snapshot.NONE;

    /**
     * @param sockets     closed together with the loop
     * @param interfaces  asked once a look
     * @param events      drained at each look, closed together with the loop
     * @param clock       gives the times in the snapshots
     * @param scheduler   one thread; stays the caller's to shut down
     */
    public SamplingLoop(SocketSource sockets, InterfaceSource interfaces, SocketEvents events, InstantSource clock,
            ScheduledExecutorService scheduler) {
        this.sampler = new Sampler(sockets, interfaces, events, clock, this::slowedTo);
        this.pace = new Pace(scheduler, this::look);
    }

    /** Takes the first look at once, on the scheduler's thread, and goes on from there. */
    public void start() {
        pace.start();
    }

    /**
     * Sets the time between the end of a look and the next one, 1 s at first; counts from the last look.
     *
     * @param interval  from {@link #SHORTEST} to {@link #LONGEST}; anything else is an {@link IllegalArgumentException}
     */
    public void setInterval(Duration interval) {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an interval is 0.5 s to 60 s, not " + interval);
        }
        pace.set(interval);
    }

    /**
     * Sets how much of one core looking may take, 0.05 at first. Where a look takes too long for the interval, the time between two becomes longer.
     *
     * @param share  above 0, at most 1; anything else is an {@link IllegalArgumentException}
     */
    public void setShare(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of a core is above 0 and at most 1, not " + share);
        }
        pace.setShare(share);
    }

    private Duration slowedTo() {
        return pace.slowedTo();
    }

    /** Looks as soon as possible: now, or right after the look that is running. Nothing if the loop was not started. */
    public void scanNow() {
        pace.hurry();
    }

    /**
     * Says which sockets somebody is looking at now, instead of those before: their holders are looked up anew in every look, and the next one
     * comes soon, at once if looks are cheap.
     */
    public void attend(List<Socket> sockets) {
        sampler.attend(sockets);
        if (!sockets.isEmpty()) {
            pace.nudge();
        }
    }

    /**
     * Looks once, in the calling thread, until every owner is known that can be, and tells the listeners too. Waits for a look that is running.
     *
     * @throws IllegalStateException if the loop is closed
     */
    public Snapshot tickOnce() {
        long start = System.nanoTime();
        Snapshot snapshot = sampler.tick(PATIENCE, this::publish);
        pace.worked(Duration.ofNanos(System.nanoTime() - start), true);
        return snapshot;
    }

    /** How long to wait before the next {@link #tickOnce}: the interval, or longer where looks would take more than their share of a core. */
    public Duration gap() {
        return pace.gap();
    }

    /** The last snapshot; {@link Snapshot#NONE} before the first look. */
    public Snapshot latest() {
        return latest;
    }

    /** Hands every later snapshot to {@code listener}, on the thread that looked. Closing what is returned ends that. */
    public Listening listen(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Ends the loop and closes source and events: at once, or when the look that is running ends; never waits for it. */
    @Override
    public void close() {
        pace.stop();
        sampler.close();
    }

    private void look() {
        try {
            long start = System.nanoTime();
            sampler.tick(BUDGET, this::publish);
            pace.worked(Duration.ofNanos(System.nanoTime() - start), !sampler.unfinished());
        } catch (IllegalStateException _) {
            // Closed between the plan and the look.
        }
    }

    private void publish(Snapshot snapshot) {
        latest = snapshot;
        for (Consumer<Snapshot> listener : listeners) {
            try {
                listener.accept(snapshot);
            } catch (RuntimeException e) {
                // Asked for only here: loading the loggers takes longer than a look.
                System.getLogger(SamplingLoop.class.getName()).log(WARNING, "A listener failed", e);
            }
        }
    }

    /** A listener's place in the loop. */
    public interface Listening extends AutoCloseable {

        @Override
        void close();
    }
}
