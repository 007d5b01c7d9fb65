package quaywatch.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of time and what was counted in it: one look, or several put together. Sums are kept when slices are put together, and so are the
 * least and the most that one of them had. Immutable.
 */
public final class Slice {

    private final Instant from;
    private final Instant to;
    private final double[] amounts;
    /** Null where the slice is of one look, so that these are the means. */
    private final float @Nullable [] least;
    private final float @Nullable [] most;
    private final Parts processes;
    private final Parts services;
    private final Parts hosts;

    private Slice(Instant from, Instant to, double[] amounts, float @Nullable [] least, float @Nullable [] most, Parts processes,
            Parts services, Parts hosts) {
        this.from = from;
        this.to = to;
        this.amounts = amounts;
        this.least = least;
        this.most = most;
        this.processes = processes;
        this.services = services;
        this.hosts = hosts;
    }

    /**
     * Of one look.
     *
     * @param from       when the look before was taken
     * @param to         when this one was, later than that; else an {@link IllegalArgumentException}
     * @param amounts    each gauge added up over that time; one that is missing is 0
     * @param processes  of {@link Gauge#PAYLOAD_IN} and {@link Gauge#PAYLOAD_OUT}
     * @param services   of what {@link Gauge#NETWORK_IN} and {@link Gauge#INSIDE_IN} tell together, likewise sent
     * @param hosts      of the same
     */
    public static Slice of(Instant from, Instant to, Map<Gauge, Double> amounts, Parts processes, Parts services, Parts hosts) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a slice takes time");
        }
        double[] all = new double[Gauge.COUNT];
        new EnumMap<>(amounts).forEach((gauge, amount) -> all[gauge.ordinal()] = amount);
        return new Slice(from, to, all, null, null, processes, services, hosts);
    }

    /** Several that follow each other, as one. */
    public static Slice joined(List<Slice> slices) {
        if (slices.size() == 1) {
            return slices.getFirst();
        }
        double[] amounts = new double[Gauge.COUNT];
        float[] least = new float[Gauge.COUNT];
        float[] most = new float[Gauge.COUNT];
        for (Gauge gauge : Gauge.values()) {
            int at = gauge.ordinal();
            double sum = Double.NaN;
            least[at] = Float.NaN;
            most[at] = Float.NaN;
            for (Slice slice : slices) {
                if (!Double.isNaN(slice.amounts[at])) {
                    boolean first = Double.isNaN(sum);
                    sum = first ? slice.amounts[at] : sum + slice.amounts[at];
                    least[at] = first ? (float) slice.least(gauge) : Math.min(least[at], (float) slice.least(gauge));
                    most[at] = first ? (float) slice.most(gauge) : Math.max(most[at], (float) slice.most(gauge));
                }
            }
            amounts[at] = sum;
        }
        return new Slice(slices.getFirst().from, slices.getLast().to, amounts, least, most, parts(slices, Slice::processes),
                parts(slices, Slice::services), parts(slices, Slice::hosts));
    }

    private static Parts parts(List<Slice> slices, Function<Slice, Parts> kind) {
        return Parts.joined(slices.stream().map(kind).toList());
    }

    /** When it begins. */
    public Instant from() {
        return from;
    }

    /** When it ends, which no longer belongs to it. */
    public Instant to() {
        return to;
    }

    /** How long it is, in seconds, above 0. */
    public double seconds() {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    /** All of a gauge together: bytes, or segments, or sockets times the seconds that they were there; NaN where not known. */
    public double amount(Gauge gauge) {
        return amounts[gauge.ordinal()];
    }

    /** How much a second, or how many there were on average; NaN where not known. */
    public double mean(Gauge gauge) {
        return amounts[gauge.ordinal()] / seconds();
    }

    /** The mean of the look in which it was lowest; NaN where not known. */
    public double least(Gauge gauge) {
        return least == null ? mean(gauge) : least[gauge.ordinal()];
    }

    /** The mean of the look in which it was highest; NaN where not known. */
    public double most(Gauge gauge) {
        return most == null ? mean(gauge) : most[gauge.ordinal()];
    }

    /** What belongs to which process. */
    public Parts processes() {
        return processes;
    }

    /** What belongs to which port of a service, wherever that runs. */
    public Parts services() {
        return services;
    }

    /** What belongs to which far end. */
    public Parts hosts() {
        return hosts;
    }

    @Override
    public String toString() {
        return from + " to " + to + " " + Arrays.toString(amounts);
    }
}
