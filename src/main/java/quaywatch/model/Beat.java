package quaywatch.model;

import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What went through which connections between two looks, one byte for how much and one for how long the way took. Connections are known by
 * their {@link Live#trace}; those through which nothing went are missing. Immutable.
 */
public final class Beat {

    /** A list of numbers is smaller than a byte for each number only where fewer than one in so many have something. */
    private static final int DENSE = 3;
    private static final int FIELD = 8;
    private static final int NUMBER = 2 * FIELD;

    private final Instant from;
    private final Instant to;
    /** Upwards; null where there is a place for each number, 1 first. */
    private final int @Nullable [] numbers;
    private final byte[] rates;
    private final byte[] rtts;
    private final byte mostRate;
    private final byte mostRtt;

    private Beat(Instant from, Instant to, int @Nullable [] numbers, byte[] rates, byte[] rtts) {
        this.from = from;
        this.to = to;
        this.numbers = numbers;
        this.rates = rates;
        this.rtts = rtts;
        this.mostRate = most(rates);
        this.mostRtt = most(rtts);
    }

    private static byte most(byte[] bytes) {
        int most = 0;
        for (byte each : bytes) {
            most = Math.max(most, Byte.toUnsignedInt(each));
        }
        return (byte) most;
    }

    /** What one connection had, to be given to {@link #of}: its number above 0, bytes a second, and microseconds, 0 where not known. */
    public static long entry(int number, long rate, long rttMicros) {
        return (long) number << NUMBER | (long) Byte.toUnsignedInt(LogByte.of(rate)) << FIELD
                | Byte.toUnsignedInt(LogByte.of(rttMicros));
    }

    /**
     * Of one look.
     *
     * @param from     when the look before was taken
     * @param to       when this one was
     * @param entries  no number twice; is sorted
     * @param count    how many of them count
     * @param highest  no number is above it
     */
    public static Beat of(Instant from, Instant to, long[] entries, int count, int highest) {
        Arrays.sort(entries, 0, count);
        boolean dense = count > highest / DENSE;
        int[] numbers = new int[dense ? 0 : count];
        byte[] rates = new byte[dense ? highest : count];
        byte[] rtts = new byte[rates.length];
        for (int i = 0; i < count; i++) {
            int number = (int) (entries[i] >> NUMBER);
            int at = dense ? number - 1 : i;
            if (!dense) {
                numbers[i] = number;
            }
            rates[at] = (byte) (entries[i] >> FIELD);
            rtts[at] = (byte) entries[i];
        }
        return new Beat(from, to, dense ? null : numbers, rates, rtts);
    }

    public Instant from() {
        return from;
    }

    public Instant to() {
        return to;
    }

    /** About how many bytes a second went both ways together. */
    public long rate(int number) {
        int at = place(number);
        return at < 0 ? 0 : LogByte.value(rates[at]);
    }

    /** About how many microseconds the way there and back took; 0 where nothing went or that is not known. */
    public long rttMicros(int number) {
        int at = place(number);
        return at < 0 ? 0 : LogByte.value(rtts[at]);
    }

    /** The most bytes a second that one connection had. */
    long mostRate() {
        return LogByte.value(mostRate);
    }

    /** The longest round trip of one connection. */
    long mostRttMicros() {
        return LogByte.value(mostRtt);
    }

    private int place(int number) {
        return numbers != null ? Arrays.binarySearch(numbers, number) : number > 0 && number <= rates.length ? number - 1 : -1;
    }

    /** About how many bytes of memory it takes beside what all have. */
    public int weight() {
        return rates.length * 2 + (numbers == null ? 0 : numbers.length * Integer.BYTES);
    }
}
