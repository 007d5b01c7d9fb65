package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import quaywatch.model.Slice;

/** The slices of the last hour: about a second each for five minutes, then about 15 s. One thread at a time. */
final class Slices {

    static final Duration FINE = Duration.ofMinutes(5);
    static final Duration ALL = Duration.ofHours(1);
    /** How long a slice is once it is older than {@link #FINE}, unless the looks were rarer than that. */
    static final Duration COARSE = Duration.ofSeconds(15);

    /** One shorter than this is joined with the next. */
    private static final double SHORT_SECONDS = 0.75;
    private static final double LONG_SECONDS = 1.5;

    private final Deque<Slice> fine = new ArrayDeque<>();
    private final Deque<Slice> coarse = new ArrayDeque<>();
    private final Consumer<Slice> gone;

    /** @param gone  hears what leaves */
    Slices(Consumer<Slice> gone) {
        this.gone = gone;
    }

    void add(Slice slice) {
        forgetFrom(slice.from());
        Slice last = fine.peekLast();
        boolean joins = last != null && last.seconds() < SHORT_SECONDS && last.seconds() + slice.seconds() <= LONG_SECONDS;
        if (joins) {
            fine.removeLast();
        }
        fine.addLast(joins && last != null ? Slice.joined(List.of(last, slice)) : slice);
        thin(slice.to().minus(FINE));
        while (!coarse.isEmpty() && !coarse.getFirst().to().isAfter(slice.to().minus(ALL))) {
            gone.accept(coarse.removeFirst());
        }
    }

    /** The clock was set back: what it says now has been before. */
    private void forgetFrom(Instant moment) {
        for (Deque<Slice> slices : List.of(fine, coarse)) {
            while (!slices.isEmpty() && slices.getLast().to().isAfter(moment)) {
                gone.accept(slices.removeLast());
            }
        }
    }

    private void thin(Instant end) {
        List<Slice> oldest = oldest();
        while (!oldest.isEmpty() && !oldest.getLast().to().isAfter(end)) {
            oldest.forEach(_ -> fine.removeFirst());
            coarse.addLast(Slice.joined(oldest));
            oldest = oldest();
        }
    }

    /** The first ones that together are long enough for a coarse one; none if they are not yet. */
    private List<Slice> oldest() {
        List<Slice> first = new ArrayList<>();
        double seconds = 0;
        for (Iterator<Slice> each = fine.iterator(); each.hasNext() && seconds < COARSE.toSeconds();) {
            Slice slice = each.next();
            first.add(slice);
            seconds += slice.seconds();
        }
        return seconds < COARSE.toSeconds() ? List.of() : first;
    }

    /** All of them, oldest first. */
    List<Slice> all() {
        List<Slice> all = new ArrayList<>(coarse.size() + fine.size());
        all.addAll(coarse);
        all.addAll(fine);
        return all;
    }
}
