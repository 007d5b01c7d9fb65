package quaywatch.ui.activity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Slice;

/**
 * Puts the fine slices of a history together, so that all of a long time is drawn as coarse as its oldest part: what swings within seconds would
 * look calm in one part and wild in the other. What was put together once is kept until it is no longer asked for. FX thread only.
 */
final class Coarse {

    /** As long as the slices of the older part. */
    private static final long SECONDS = 15;

    private Map<Slice, Slice> joined = new IdentityHashMap<>();

    /** The same time in slices of about {@link #SECONDS}; one that is long already stays. */
    List<Slice> of(List<Slice> slices) {
        Map<Slice, Slice> next = new IdentityHashMap<>();
        List<Slice> all = new ArrayList<>();
        List<Slice> group = new ArrayList<>();
        for (Slice slice : slices) {
            if (!group.isEmpty() && !belong(group, slice)) {
                all.add(join(group, next));
                group.clear();
            }
            group.add(slice);
        }
        if (!group.isEmpty()) {
            all.add(join(group, next));
        }
        joined = next;
        return all;
    }

    private static boolean belong(List<Slice> group, Slice slice) {
        return number(group.getFirst()) == number(slice) && slice.seconds() < SECONDS / 2.0
                && Duration.between(group.getLast().to(), slice.from()).isZero();
    }

    /** Which stretch of a fixed grid it begins in, so that a group stays the same while time goes on. */
    private static long number(Slice slice) {
        return Math.floorDiv(slice.from().getEpochSecond(), SECONDS);
    }

    private Slice join(List<Slice> group, Map<Slice, Slice> next) {
        @Nullable
        Slice known = joined.get(group.getFirst());
        Slice one = known != null && known.to().equals(group.getLast().to()) ? known : Slice.joined(List.copyOf(group));
        next.put(group.getFirst(), one);
        return one;
    }
}
