package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import quaywatch.model.Cast;
import quaywatch.model.Endpoint;
import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.Owner;
import quaywatch.model.Parts;
import quaywatch.model.Slice;

/**
 * Who moved how much in a stretch of time. Of a slice that lies in the stretch only in part that part of it counts.
 *
 * @param ranked     the busiest first; those who moved nothing are none of them
 * @param othersIn   bytes received by all who have no series
 * @param othersOut  likewise, sent
 */
public record Busiest<T>(List<Share<T>> ranked, double othersIn, double othersOut) {

    /**
     * One of them.
     *
     * @param number  in the cast
     * @param in      bytes received
     * @param out     bytes sent
     */
    public record Share<T>(int number, T of, double in, double out) {

        public double total() {
            return in + out;
        }
    }

    public Busiest {
        ranked = List.copyOf(ranked);
    }

    /** Of processes, of all that was received or sent by somebody. */
    public static Busiest<Owner> processes(History history, Stretch stretch) {
        return of(history, history.processes(), Slice::processes, stretch, sum(history, stretch, Gauge.PAYLOAD_IN),
                sum(history, stretch, Gauge.PAYLOAD_OUT));
    }

    /** Of services, by their ports. */
    public static Busiest<Integer> services(History history, Stretch stretch) {
        return of(history, history.services(), Slice::services, stretch, passedIn(history, stretch), passedOut(history, stretch));
    }

    /** Of far ends. */
    public static Busiest<Endpoint> hosts(History history, Stretch stretch) {
        return of(history, history.hosts(), Slice::hosts, stretch, passedIn(history, stretch), passedOut(history, stretch));
    }

    private static double passedIn(History history, Stretch stretch) {
        return sum(history, stretch, Gauge.NETWORK_IN) + sum(history, stretch, Gauge.INSIDE_IN);
    }

    private static double passedOut(History history, Stretch stretch) {
        return sum(history, stretch, Gauge.NETWORK_OUT) + sum(history, stretch, Gauge.INSIDE_OUT);
    }

    private static <T> Busiest<T> of(History history, Cast<T> cast, Function<Slice, Parts> kind, Stretch stretch, double allIn,
            double allOut) {
        List<Cast.Member<T>> members = cast.members();
        double[] in = new double[members.size()];
        double[] out = new double[members.size()];
        for (Slice slice : history.slices()) {
            double share = share(slice, stretch);
            if (share > 0) {
                add(kind.apply(slice), members, share, in, out);
            }
        }
        List<Share<T>> shares = new ArrayList<>();
        double namedIn = 0;
        double namedOut = 0;
        for (int i = 0; i < in.length; i++) {
            namedIn += in[i];
            namedOut += out[i];
            if (in[i] + out[i] > 0) {
                shares.add(new Share<>(members.get(i).number(), members.get(i).of(), in[i], out[i]));
            }
        }
        shares.sort(Comparator.comparingDouble((Share<T> each) -> -each.total()));
        return new Busiest<>(shares, Math.max(0, allIn - namedIn), Math.max(0, allOut - namedOut));
    }

    /** Both go upwards by number. */
    private static <T> void add(Parts parts, List<Cast.Member<T>> members, double share, double[] in, double[] out) {
        int at = 0;
        for (int i = 0; i < in.length && at < parts.size(); i++) {
            int number = members.get(i).number();
            while (at < parts.size() && parts.number(at) < number) {
                at++;
            }
            if (at < parts.size() && parts.number(at) == number) {
                in[i] += share * parts.in(at);
                out[i] += share * parts.out(at);
            }
        }
    }

    /** All of a gauge in a stretch; NaN where it is known of no part of it. */
    public static double sum(History history, Stretch stretch, Gauge gauge) {
        double sum = Double.NaN;
        for (Slice slice : history.slices()) {
            double share = share(slice, stretch);
            double amount = slice.amount(gauge);
            if (share > 0 && !Double.isNaN(amount)) {
                sum = (Double.isNaN(sum) ? 0 : sum) + share * amount;
            }
        }
        return sum;
    }

    /** Which part of a slice lies in a stretch, 0 to 1. */
    private static double share(Slice slice, Stretch stretch) {
        if (!slice.to().isAfter(stretch.from()) || !slice.from().isBefore(stretch.to())) {
            return 0;
        }
        if (!slice.from().isBefore(stretch.from()) && !slice.to().isAfter(stretch.to())) {
            return 1;
        }
        Instant from = slice.from().isBefore(stretch.from()) ? stretch.from() : slice.from();
        Instant to = slice.to().isAfter(stretch.to()) ? stretch.to() : slice.to();
        return Duration.between(from, to).toNanos() / 1e9 / slice.seconds();
    }
}
