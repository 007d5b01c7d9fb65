package quaywatch.model;

import java.util.Arrays;
import java.util.List;

/**
 * Who of a {@link Cast} had how much of a slice, by number. Whoever is missing had nothing, or was not in the cast then; what the parts lack of
 * the whole belongs to others. Immutable.
 */
public final class Parts {

    public static final Parts NONE = new Parts(new int[0], new long[0], new long[0]);

    /** Upwards. */
    private final int[] numbers;
    private final long[] in;
    private final long[] out;

    private Parts(int[] numbers, long[] in, long[] out) {
        this.numbers = numbers;
        this.in = in;
        this.out = out;
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
        return numbers.length == 0 ? NONE : new Parts(numbers.clone(), in.clone(), out.clone());
    }

    /** Several that follow each other, as one. */
    static Parts joined(List<Parts> parts) {
        int[] numbers = parts.stream().flatMapToInt(each -> Arrays.stream(each.numbers)).sorted().distinct().toArray();
        if (numbers.length == 0) {
            return NONE;
        }
        long[] in = new long[numbers.length];
        long[] out = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            for (Parts each : parts) {
                int at = each.indexOf(numbers[i]);
                in[i] += at < 0 ? 0 : each.in[at];
                out[i] += at < 0 ? 0 : each.out[at];
            }
        }
        return new Parts(numbers, in, out);
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

    /** The place of a number; below 0 if it has no part. */
    public int indexOf(int number) {
        return Arrays.binarySearch(numbers, number);
    }
}
