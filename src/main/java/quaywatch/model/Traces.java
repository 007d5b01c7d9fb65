package quaywatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What went through each connection in the last minute. Beats are never changed and are shared by all snapshots that tell of them, so a look
 * allocates for what moved. Immutable; any thread.
 */
public final class Traces {

    /** How far back it goes. */
    public static final Duration SPAN = Duration.ofSeconds(60);

    public static final Traces NONE = new Traces(List.of());

    private final List<Beat> beats;
    private final long mostRate;
    private final long mostRttMicros;

    /** @param beats  oldest first, each beginning where the one before ends */
    public Traces(List<Beat> beats) {
        this.beats = List.copyOf(beats);
        mostRate = beats.stream().mapToLong(Beat::mostRate).max().orElse(0);
        mostRttMicros = beats.stream().mapToLong(Beat::mostRttMicros).max().orElse(0);
    }

    /** The most bytes a second that one connection had within the minute. */
    public long mostRate() {
        return mostRate;
    }

    /** The longest round trip that one of those through which something went had within the minute, in microseconds. */
    public long mostRttMicros() {
        return mostRttMicros;
    }

    /**
     * What went through a connection. While nothing goes, its round trip is what it was last; before it was known for the first time it is told
     * as it was then.
     */
    public Trace of(Row row) {
        TcpInfo tcp = row.socket().tcp();
        return together(List.of(row), tcp == null ? 0 : tcp.rttMicros());
    }

    /** What went through several together, and of each look the longest round trip. */
    public Trace sum(List<Row> rows) {
        return together(rows, 0);
    }

    /** @param rtt  round trip where none is known, in microseconds; 0 for none */
    private Trace together(List<Row> rows, long rtt) {
        if (beats.isEmpty()) {
            return Trace.NONE;
        }
        int[] numbers = rows.stream().mapToInt(row -> forgotten(row) ? 0 : row.live().trace()).filter(number -> number != 0).toArray();
        Instant[] moments = new Instant[beats.size() + 1];
        long[] rates = new long[beats.size()];
        long[] rtts = new long[beats.size()];
        for (int i = 0; i < beats.size(); i++) {
            Beat beat = beats.get(i);
            moments[i] = beat.from();
            moments[i + 1] = beat.to();
            for (int number : numbers) {
                rates[i] += beat.rate(number);
                rtts[i] = Math.max(rtts[i], beat.rttMicros(number));
            }
        }
        fill(rtts, rtt);
        return new Trace(moments, rates, rtts);
    }

    /** Long after a connection has ended its number is given to another one. */
    private boolean forgotten(Row row) {
        Instant closed = row.live().closed();
        return closed != null && closed.isBefore(beats.getFirst().from());
    }

    private static void fill(long[] rtts, long now) {
        long known = 0;
        for (int i = 0; i < rtts.length; i++) {
            known = rtts[i] == 0 ? known : rtts[i];
            rtts[i] = known;
        }
        long first = known == 0 ? now : known;
        for (int i = rtts.length - 1; i >= 0; i--) {
            first = rtts[i] == 0 ? first : rtts[i];
            rtts[i] = first;
        }
    }

    /** About how many bytes of memory all beats take. */
    public long weight() {
        return beats.stream().mapToLong(Beat::weight).sum();
    }
}
