package quaywatch.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Cast;
import quaywatch.model.Cast.Member;
import quaywatch.model.Parts;
import quaywatch.monitor.Turnover.Taken;

/**
 * Chooses who has a series of their own: as many as {@link Cast#MOST}, those with most bytes in the time that the history covers. Whoever has
 * none yet gathers bytes until they are more than the least of the cast have. Bounded, whoever comes and goes. One thread at a time.
 */
final class Casting<T> {

    /** So many who have no series are told apart. */
    static final int WAITING = 1_000;

    private final Map<Object, Actor<T>> byKey = new HashMap<>();
    private final TreeMap<Integer, Actor<T>> byNumber = new TreeMap<>();
    /** What those have moved who have no series; the longest quiet first. */
    private final LinkedHashMap<Object, Long> waiting = new LinkedHashMap<>();
    private int next;
    private Cast<T> cast = Cast.none();

    private static final class Actor<T> {

        final Object key;
        final int number;
        T of;
        /** Bytes in all slices of the history. */
        long total;

        Actor(Object key, int number, T of) {
            this.key = key;
            this.number = number;
            this.of = of;
        }
    }

    /** Takes in what was moved in one look, and gives the parts of those who have a series. */
    Parts take(Map<Object, Taken<T>> moved) {
        boolean changed = false;
        TreeMap<Integer, Taken<T>> parts = new TreeMap<>();
        List<Map.Entry<Object, Taken<T>>> strangers = new ArrayList<>();
        for (Map.Entry<Object, Taken<T>> each : moved.entrySet()) {
            Actor<T> actor = byKey.get(each.getKey());
            if (actor == null) {
                strangers.add(each);
            } else {
                changed |= !actor.of.equals(each.getValue().of);
                actor.of = each.getValue().of;
                actor.total += each.getValue().total();
                parts.put(actor.number, each.getValue());
            }
        }
        strangers.sort(Comparator.comparingLong((Map.Entry<Object, Taken<T>> each) -> -each.getValue().total()));
        for (Map.Entry<Object, Taken<T>> each : strangers) {
            Actor<T> actor = admit(each.getKey(), each.getValue(), parts);
            changed |= actor != null;
            if (actor != null) {
                parts.put(actor.number, each.getValue());
            }
        }
        if (changed) {
            renew();
        }
        return parts(parts);
    }

    private @Nullable Actor<T> admit(Object key, Taken<T> taken, Map<Integer, Taken<T>> parts) {
        Long before = waiting.remove(key);
        long gathered = (before == null ? 0 : before) + taken.total();
        if (byKey.size() >= Cast.MOST) {
            Actor<T> least = least();
            if (least.total >= gathered) {
                waiting.put(key, gathered);
                if (waiting.size() > WAITING) {
                    waiting.remove(waiting.keySet().iterator().next());
                }
                return null;
            }
            leave(least);
            parts.remove(least.number);
        }
        Actor<T> actor = new Actor<>(key, next++, taken.of);
        actor.total = taken.total();
        byKey.put(key, actor);
        byNumber.put(actor.number, actor);
        return actor;
    }

    private Actor<T> least() {
        Actor<T> least = null;
        for (Actor<T> actor : byNumber.values()) {
            if (least == null || actor.total < least.total) {
                least = actor;
            }
        }
        return Objects.requireNonNull(least);
    }

    private void leave(Actor<T> actor) {
        byKey.remove(actor.key);
        byNumber.remove(actor.number);
    }

    /** A slice has left the history: whoever has nothing in the rest of it leaves too. */
    void forget(Parts parts) {
        boolean changed = false;
        for (int i = 0; i < parts.size(); i++) {
            Actor<T> actor = byNumber.get(parts.number(i));
            if (actor != null) {
                actor.total -= parts.in(i) + parts.out(i);
                if (actor.total <= 0) {
                    leave(actor);
                    changed = true;
                }
            }
        }
        if (changed) {
            renew();
        }
    }

    private void renew() {
        cast = new Cast<>(byNumber.values().stream().map(actor -> new Member<>(actor.number, actor.of)).toList());
    }

    /** All who have a series now. */
    Cast<T> cast() {
        return cast;
    }

    private static <T> Parts parts(TreeMap<Integer, Taken<T>> parts) {
        int[] numbers = parts.keySet().stream().mapToInt(Integer::intValue).toArray();
        long[] in = parts.values().stream().mapToLong(taken -> taken.in).toArray();
        long[] out = parts.values().stream().mapToLong(taken -> taken.out).toArray();
        return Parts.of(numbers, in, out);
    }
}
