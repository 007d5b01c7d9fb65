package quaywatch.model;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who of a {@link Cast} had how much of a slice, by number. Whoever is missing had nothing, or was not in the cast then; what the parts lack of
 * the whole belongs to others. Immutable.
 */
public final class Parts {

    public static final Parts NONE = new Parts(new int[0], new long[0], new long[0], null);

    /** Upwards. */
    private final int[] numbers;
    private final long[] in;
    private final long[] out;
    /** Four for each: the least and the most that came in a second, and that went out. Null for one look, where all are its means. */
    private final float @Nullable [] bounds;

    private Parts(int[] numbers, long[] in, long[] out, float @Nullable [] bounds) {
        this.numbers = numbers;
        this.in = in;
        this.out = out;
        this.bounds = bounds;
    }

    /**
     * Of one look.
     *
     * @param numbers  upwards, none twice; else an {@link IllegalArgumentException}
     * @param in       bytes received, for each
     * @param out      bytes sent, for each
     */
    public static Parts of(int[] numbers, long[] in, long[] out) {
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i - 1] >= numbers[i]) {
                throw new IllegalArgumentException("numbers go upwards");
            }
        }
        return numbers.length == 0 ? NONE : new Parts(numbers.clone(), in.clone(), out.clone(), null);
    }

    /**
     * Several that follow each other, as one.
     *
     * @param seconds  how long each took
     */
    static Parts joined(List<Parts> parts, double[] seconds) {
        int[] numbers = parts.stream().flatMapToInt(each -> Arrays.stream(each.numbers)).sorted().distinct().toArray();
        if (numbers.length == 0) {
            return NONE;
        }
        long[] in = new long[numbers.length];
        long[] out = new long[numbers.length];
        float[] bounds = new float[4 * numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bounds[4 * i] = Float.MAX_VALUE;
            bounds[4 * i + 2] = Float.MAX_VALUE;
            for (int part = 0; part < seconds.length; part++) {
                Parts each = parts.get(part);
                int at = each.indexOf(numbers[i]);
                in[i] += at < 0 ? 0 : each.in[at];
                out[i] += at < 0 ? 0 : each.out[at];
                for (int bound = 0; bound < 4; bound++) {
                    float value = at < 0 ? 0 : each.bound(at, bound, seconds[part]);
                    int place = 4 * i + bound;
                    bounds[place] = bound % 2 == 0 ? Math.min(bounds[place], value) : Math.max(bounds[place], value);
                }
            }
        }
        return new Parts(numbers, in, out, bounds);
    }

    private float bound(int at, int which, double seconds) {
        return bounds != null ? bounds[4 * at + which] : (float) ((which < 2 ? in[at] : out[at]) / seconds);
    }

    /** How many there are. */
    public int size() {
        return numbers.length;
    }

    /** The number in the cast of the one at a place. */
    public int number(int at) {
        return numbers[at];
    }

    /** Bytes that the one at a place received. */
    public long in(int at) {
        return in[at];
    }

    /** Bytes that the one at a place sent. */
    public long out(int at) {
        return out[at];
    }

    /** The most bytes a second that the one at a place received in one look of a slice of so many seconds. */
    public double mostIn(int at, double seconds) {
        return bound(at, 1, seconds);
    }

    /** Likewise, sent. */
    public double mostOut(int at, double seconds) {
        return bound(at, 3, seconds);
    }

    /** The least bytes a second that the one at a place received in one look of a slice of so many seconds. */
    public double leastIn(int at, double seconds) {
        return bound(at, 0, seconds);
    }

    /** Likewise, sent. */
    public double leastOut(int at, double seconds) {
        return bound(at, 2, seconds);
    }

    /** The place of a number; below 0 if it has no part. */
    public int indexOf(int number) {
        return Arrays.binarySearch(numbers, number);
    }
}
