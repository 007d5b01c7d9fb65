package quaywatch.view;

import java.util.List;

/**
 * Where each line stands, by its key. Made once with the lines, so that whoever shows them need not search.
 * <p>Immutable; any thread. An open hash table of numbers: the lines themselves are the entries, so it weighs a few bytes a line.
 */
public final class LineIndex {

    /** Of no lines. */
    public static final LineIndex NONE = new LineIndex(List.of());

    private final List<Line> lines;
    /** One more than the place of a line; 0 where there is none. Twice as many as lines at least, a power of two. */
    private final int[] slots;

    private LineIndex(List<Line> lines) {
        this.lines = lines;
        this.slots = new int[Integer.highestOneBit(Math.max(1, lines.size())) * 4];
        for (int i = 0; i < lines.size(); i++) {
            put(lines.get(i).key(), i);
        }
    }

    /** @param lines  must not change afterwards */
    public static LineIndex of(List<Line> lines) {
        return lines.isEmpty() ? NONE : new LineIndex(lines);
    }

    private void put(Object key, int place) {
        int slot = slot(key);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = place + 1;
    }

    /** The place of the line with this key; the first of several, -1 if there is none. */
    public int of(Object key) {
        for (int slot = slot(key); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (lines.get(slots[slot] - 1).key().equals(key)) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    private int slot(Object key) {
        int hash = key.hashCode() * 0x9e37_79b1;
        return (hash ^ hash >>> 15) & slots.length - 1;
    }
}
