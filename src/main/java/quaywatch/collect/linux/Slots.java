package quaywatch.collect.linux;

import org.jspecify.annotations.Nullable;

/**
 * A hash table that makes nothing per entry: items lie in an array, each behind the first place that its hash names. Several items may have the
 * same hash; whoever looks for one goes from {@link #first} over {@link #after} to the first empty place.
 */
abstract class Slots<T> {

    private static final int FIRST_SIZE = 16;

    private @Nullable Object[] items = new Object[FIRST_SIZE];
    private int size;

    /** Where an item belongs; must not change while it is here. */
    abstract int hash(T item);

    void add(T item) {
        if ((size + 1) * 2 > items.length) {
            grow();
        }
        put(item);
        size++;
    }

    private void put(T item) {
        int place = first(hash(item));
        while (items[place] != null) {
            place = after(place);
        }
        items[place] = item;
    }

    @SuppressWarnings("unchecked") // only items come in
    private void grow() {
        @Nullable
        Object[] before = items;
        items = new Object[before.length * 2];
        for (Object item : before) {
            if (item != null) {
                put((T) item);
            }
        }
    }

    /** Takes exactly this item out, if it is here; those behind it move up, so that no search ends too early. */
    void remove(T item) {
        int place = first(hash(item));
        while (items[place] != item) {
            if (items[place] == null) {
                return;
            }
            place = after(place);
        }
        size--;
        int hole = place;
        for (int next = after(hole); items[next] != null; next = after(next)) {
            if (mayMove(next, hole)) {
                items[hole] = items[next];
                hole = next;
            }
        }
        items[hole] = null;
    }

    /** Whether the item of a place can be found in the hole: its first place is not behind the hole. */
    @SuppressWarnings({"unchecked", "NullAway"}) // asked of taken places only
    private boolean mayMove(int place, int hole) {
        int home = first(hash((T) items[place]));
        int mask = items.length - 1;
        return (place - home & mask) >= (place - hole & mask);
    }

    /** The first place of a hash. */
    int first(int hash) {
        return hash & items.length - 1;
    }

    int after(int place) {
        return place + 1 & items.length - 1;
    }

    /** What lies at a place, 0 to {@link #places()}; null if nothing. */
    @SuppressWarnings("unchecked") // only items come in
    @Nullable
    T at(int place) {
        return (T) items[place];
    }

    int places() {
        return items.length;
    }

    int size() {
        return size;
    }
}
