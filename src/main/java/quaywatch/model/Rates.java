package quaywatch.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How much payload went in and out of something, averaged between two looks. Compared by hand, as in {@link SocketKey}.
 *
 * @param in   bytes a second received; at least 1 where any were
 * @param out  bytes a second sent, likewise
 */
public record Rates(long in, long out) {

    /** Nothing moves. Always this object, so that what stays still stays the same. */
    public static final Rates NONE = new Rates(0, 0);

    private static final double NANOS = 1e9;

    /** The rates of so many bytes in some time above zero. */
    public static Rates over(long received, long sent, Duration time) {
        if (!time.isPositive()) {
            throw new IllegalArgumentException("a rate takes time, not " + time);
        }
        return of(perSecond(received, time), perSecond(sent, time));
    }

    /** These rates; {@link #NONE} itself where both are zero. */
    public static Rates of(long in, long out) {
        return in == 0 && out == 0 ? NONE : new Rates(in, out);
    }

    /** Both together. */
    public Rates plus(Rates other) {
        return of(in + other.in, out + other.out);
    }

    /** Both directions together. */
    public long total() {
        return in + out;
    }

    /** What moves so slowly that it rounds to zero still moves. */
    private static long perSecond(long bytes, Duration time) {
        return bytes == 0 ? 0 : Math.max(1, Math.round(bytes * NANOS / time.toNanos()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Rates it && in == it.in && out == it.out;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(in * 31 + out);
    }
}
