package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import quaywatch.collect.InterfaceSource;
import quaywatch.collect.SocketEvents;
import quaywatch.collect.SocketEvents.Drained;
import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSource;
import quaywatch.collect.SourceException;
import quaywatch.model.Closed;
import quaywatch.model.Counting;
import quaywatch.model.History;
import quaywatch.model.InterfaceCounters;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SourceReport;
import quaywatch.model.SourceReport.Trouble;
import quaywatch.model.Traffic;

/** Takes one look at a time and turns it into a snapshot. Knows nothing of when to look. */
final class Sampler implements AutoCloseable {

    private final SocketSource sockets;
    private final InterfaceSource interfaces;
    private final SocketEvents events;
    private final InstantSource clock;
    private final Supplier<Duration> slowedTo;
    private final ReentrantLock looking = new ReentrantLock();
    private final Lives lives = new Lives();
    private final Accounts accounts = new Accounts();
    private final InterfaceRates rates = new InterfaceRates();
    private final HistoryRing ring = new HistoryRing();
    private final ClosedKeeper closedRows = new ClosedKeeper();
    private long sequence;
    /** The name of the source that answered last. */
    private String source = "";
    private List<Row> rows = List.of();
    private volatile boolean closed;
    private boolean sourceClosed;
    private boolean unfinished;
    /** What the last look failed of that nobody foresaw; empty if nothing. */
    private String fault = "";

    /** @param slowedTo  the time between two looks where it is longer than was chosen; zero where it is not */
    Sampler(SocketSource sockets, InterfaceSource interfaces, SocketEvents events, InstantSource clock, Supplier<Duration> slowedTo) {
        this.slowedTo = slowedTo;
        this.sockets = sockets;
        this.interfaces = interfaces;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Looks, and hands the snapshot on before anyone else may look, so that snapshots reach {@code then} in order.
     *
     * @param budget  for owners that are not known yet; the rest is told as resolving
     */
    Snapshot tick(Duration budget, Consumer<Snapshot> then) {
        looking.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the sampling loop is closed");
            }
            Snapshot snapshot = look(budget);
            then.accept(snapshot);
            return snapshot;
        } finally {
            looking.unlock();
            if (closed) {
                closeSourceIfIdle();
            }
        }
    }

    /** Any thread. */
    void attend(List<Socket> attended) {
        sockets.attend(attended);
    }

    @Override
    public void close() {
        closed = true;
        closeSourceIfIdle();
    }

    private void closeSourceIfIdle() {
        if (looking.tryLock()) {
            try {
                if (!sourceClosed) {
                    sourceClosed = true;
                    sockets.close();
                    events.close();
                }
            } finally {
                looking.unlock();
            }
        }
    }

    private Snapshot look(Duration budget) {
        sequence++;
        Instant begun = clock.instant();
        try {
            if (sequence == 1) {
                events.start();
            }
            Snapshot snapshot = seen(sockets.sample(budget));
            fault = "";
            return snapshot;
        } catch (SourceException e) {
            return failed(begun, e);
        } catch (RuntimeException e) {
            log(e);
            return failed(begun, e);
        }
    }

    /** Once, however many looks in a row fail of it: the snapshot tells its words alone. */
    private void log(RuntimeException e) {
        if (!e.toString().equals(fault)) {
            fault = e.toString();
            System.getLogger(Sampler.class.getName()).log(System.Logger.Level.WARNING, "A look failed", e);
        }
    }

    /** Whether the last look ran out of its budget. */
    boolean unfinished() {
        return unfinished;
    }

    private Snapshot seen(SocketSample sample) {
        unfinished = sample.unfinished();
        Instant now = clock.instant();
        if (!sample.report().source().equals(source)) {
            source = sample.report().source();
            lives.interrupt();
        }
        rows = lives.merge(sample.sightings(), sample.report().complete(), now);
        List<Trouble> troubles = new ArrayList<>(sample.report().troubles());
        Traffic traffic = accounts.book(lives, drained(troubles), now);
        rows = lives.withEnds(rows);
        Closed gone = closedRows.keep(lives.expired(), now);
        Happenings happened = Happenings.of(rows, accounts.unseen(), lives.resent(), now);
        HistoryRing.Line line = new HistoryRing.Line(rates.between(counters(troubles), now), rates.interfaces());
        History history = ring.add(StateCounts.of(rows), happened, line, accounts.turnover(), now);
        return new Snapshot(sequence, now, rows, gone, history, traffic, lives.traces(),
                sample.report().with(troubles, slowedTo.get(), counting()));
    }

    private Drained drained(List<Trouble> troubles) {
        try {
            return events.drain();
        } catch (RuntimeException e) {
            troubles.add(new Trouble("events", words(e)));
            return new Drained(List.of(), true);
        }
    }

    private Counting counting() {
        if (accounts.haveLost()) {
            return Counting.LOST;
        }
        return events.tells() || !counts() ? Counting.COMPLETE : Counting.SHORT_MISSED;
    }

    /** Whether the source counts at all: where it does not, nothing is missing that was promised. */
    private boolean counts() {
        for (Row row : rows) {
            if (row.socket().tcp() != null) {
                return true;
            }
        }
        return false;
    }

    private List<InterfaceCounters> counters(List<Trouble> troubles) {
        try {
            return interfaces.sample();
        } catch (RuntimeException e) {
            troubles.add(new Trouble("interfaces", words(e)));
            return List.of();
        }
    }

    /** The rows of the last look that worked: old news is better than none, and the report says that it is old. */
    private Snapshot failed(Instant begun, Exception e) {
        Instant now = clock.instant();
        Duration cost = begun.isBefore(now) ? Duration.between(begun, now) : Duration.ZERO;
        SourceReport report = new SourceReport(sockets.name(), cost, 0, 0, false,
                List.of(new Trouble(sockets.name(), words(e))), slowedTo.get(), counting());
        return new Snapshot(sequence, now, rows, closedRows.keep(List.of(), now), ring.history(), accounts.traffic(), lives.traces(),
                report);
    }

    private static String words(Exception e) {
        String message = e.getMessage();
        return message == null || !(e instanceof SourceException) ? e.toString() : message;
    }
}
