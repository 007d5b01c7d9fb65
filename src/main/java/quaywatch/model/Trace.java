package quaywatch.model;

import java.time.Duration;
import java.time.Instant;

/** What went in the last minute, look by look, oldest first: through one connection, or through all of some. Immutable. */
public final class Trace {

    public static final Trace NONE = new Trace(new Instant[0], new long[0], new long[0]);

    private static final long SPAN = Traces.SPAN.toMillis();

    /** One more than there are values: when the first begins, then when each ends. */
    private final Instant[] moments;
    private final long[] rates;
    private final long[] rtts;

    /**
     * @param moments  one more than there are looks: when the first begins, then when each ends
     * @param rates    bytes a second, both ways together
     * @param rtts     microseconds; 0 where not known
     */
    public Trace(Instant[] moments, long[] rates, long[] rtts) {
        if (rates.length != rtts.length || rates.length > 0 && moments.length != rates.length + 1) {
            throw new IllegalArgumentException("as many values as looks");
        }
        this.moments = moments.clone();
        this.rates = rates.clone();
        this.rtts = rtts.clone();
    }

    /** The most bytes a second of all looks. */
    public long mostRate() {
        return most(rates);
    }

    /** The longest round trip of all looks, in microseconds; 0 where none is known. */
    public long mostRttMicros() {
        return most(rtts);
    }

    private static long most(long[] values) {
        long most = 0;
        for (long value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    /** Bytes a second in so many equal parts of the minute that ends at a moment, in each the most of the looks it touches. */
    public long[] rates(Instant end, int parts) {
        return parts(rates, end, parts);
    }

    /** Likewise, microseconds; 0 where not known. */
    public long[] rtts(Instant end, int parts) {
        return parts(rtts, end, parts);
    }

    private long[] parts(long[] values, Instant end, int parts) {
        long[] most = new long[parts];
        for (int look = 0; look < values.length; look++) {
            if (values[look] > 0) {
                // A look that ends where a part begins does not touch it.
                long first = Math.floorDiv(place(moments[look], end, parts), SPAN);
                long last = Math.ceilDiv(place(moments[look + 1], end, parts), SPAN) - 1;
                for (long part = Math.max(0, first); part <= Math.min(parts - 1, last); part++) {
                    most[(int) part] = Math.max(most[(int) part], values[look]);
                }
            }
        }
        return most;
    }

    /** How far a moment is in the minute, in parts of so many milliseconds as the minute has. */
    private static long place(Instant moment, Instant end, int parts) {
        return parts * (SPAN - Duration.between(moment, end).toMillis());
    }
}
