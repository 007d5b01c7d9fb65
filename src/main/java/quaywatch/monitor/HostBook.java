package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.HostNames;
import quaywatch.model.Address;

/**
 * The host names that are known, and who asks for those that are wanted. Off until it is switched on; while it is off nothing is asked and
 * nothing is known. Bounded in look-ups at a time, in what waits and in what is kept. Any thread; no call blocks.
 */
public final class HostBook {

    /** The most addresses that are kept, those without a name among them. */
    public static final int LIMIT = 10_000;
    static final int AT_ONCE = 8;
    /** What waits longer is on no screen any more, so the newest wish comes first and the oldest is dropped. */
    static final int WAITING = 500;
    /** A look-up can't be broken off: those that were given up still hold a thread. With them so many run at a time. */
    static final int THREADS = 16;
    /** A host that hasn't been told of by then has no name for now. */
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Duration NAME_GOOD_FOR = Duration.ofHours(1);
    static final Duration NONE_GOOD_FOR = Duration.ofMinutes(10);
    static final Duration NO_ANSWER_GOOD_FOR = Duration.ofMinutes(1);

    private record Answer(String name, Instant since, Duration goodFor) {

        /** Also where the clock was set back to before it came. */
        boolean isOver(Instant now) {
            return now.isAfter(since.plus(goodFor)) || now.isBefore(since);
        }
    }

    private final HostNames names;
    private final Executor lookups;
    private final InstantSource clock;
    private final int limit;
    /** Least recently wanted first. */
    private final LinkedHashMap<Address, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashSet<Address> waiting = new LinkedHashSet<>();
    /** What is being asked for, and since when. */
    private final LinkedHashMap<Address, Instant> asked = new LinkedHashMap<>();
    private int leftBehind;
    private boolean on;
    private @Nullable Map<Address, String> known = Map.of();
    private volatile Runnable listener = () -> {};

    /** @param lookups  runs each look-up beside all others, on a thread that may block */
    public HostBook(HostNames names, Executor lookups, InstantSource clock) {
        this(names, lookups, clock, LIMIT);
    }

    HostBook(HostNames names, Executor lookups, InstantSource clock, int limit) {
        this.names = names;
        this.lookups = lookups;
        this.clock = clock;
        this.limit = limit;
    }

    /** Hears that {@link #known()} has changed, on any thread. */
    public void listen(Runnable newListener) {
        listener = newListener;
    }

    /** Off forgets everything. */
    public void switchOn(boolean newOn) {
        synchronized (this) {
            if (on == newOn) {
                return;
            }
            on = newOn;
            answers.clear();
            waiting.clear();
            known = null;
        }
        listener.run();
    }

    /** Somebody sees this address now. Asks for its name unless it is known, or known not to be. */
    public void want(Address address) {
        Address plain = address.unmapped();
        boolean changed;
        synchronized (this) {
            if (!on) {
                return;
            }
            Instant now = clock.instant();
            changed = giveUp(now);
            Answer answer = answers.get(plain);
            if ((answer == null || answer.isOver(now)) && !asked.containsKey(plain)) {
                waiting.remove(plain);
                waiting.addLast(plain);
                if (waiting.size() > WAITING) {
                    waiting.removeFirst();
                }
            }
            begin(now);
        }
        if (changed) {
            listener.run();
        }
    }

    /** All answers by address, v4-mapped addresses as IPv4; an empty text where a host has no name. The same object until one changes. */
    public synchronized Map<Address, String> known() {
        Map<Address, String> current = known;
        if (current == null) {
            Map<Address, String> copy = HashMap.newHashMap(answers.size());
            answers.forEach((address, answer) -> copy.put(address, answer.name));
            current = Map.copyOf(copy);
            known = current;
        }
        return current;
    }

    private void begin(Instant now) {
        while (asked.size() < AT_ONCE && asked.size() + leftBehind < THREADS && !waiting.isEmpty()) {
            Address next = waiting.removeLast();
            asked.put(next, now);
            try {
                lookups.execute(() -> look(next, now));
            } catch (RejectedExecutionException _) {
                asked.remove(next);
                return; // the program ends
            }
        }
    }

    private void look(Address address, Instant since) {
        String name = "";
        Duration goodFor = NO_ANSWER_GOOD_FOR;
        try {
            name = names.find(address).orElse("");
            goodFor = name.isEmpty() ? NONE_GOOD_FOR : NAME_GOOD_FOR;
        } finally {
            answered(address, since, name, goodFor);
        }
    }

    /** A late answer is as good as any other. */
    private void answered(Address address, Instant since, String name, Duration goodFor) {
        synchronized (this) {
            Instant now = clock.instant();
            if (!asked.remove(address, since)) {
                leftBehind--;
            }
            if (on) {
                keep(address, new Answer(name, now, goodFor));
            }
            begin(now);
        }
        listener.run();
    }

    private boolean giveUp(Instant now) {
        boolean any = false;
        while (!asked.isEmpty() && Duration.between(asked.firstEntry().getValue(), now).abs().compareTo(PATIENCE) > 0) {
            Address address = asked.pollFirstEntry().getKey();
            leftBehind++;
            keep(address, new Answer("", now, NO_ANSWER_GOOD_FOR));
            any = true;
        }
        return any;
    }

    private void keep(Address address, Answer answer) {
        Answer before = answers.put(address, answer);
        if (answers.size() > limit) {
            answers.pollFirstEntry();
        }
        if (before == null || !before.name.equals(answer.name)) {
            known = null;
        }
    }
}
