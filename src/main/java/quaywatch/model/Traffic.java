package quaywatch.model;

import java.util.List;

/**
 * What went in and out since the first look, and goes at present. TCP payload only. A connection that was there before the first look counts
 * from then on.
 * <p>A conversation of which both ends are on this machine is counted at either end for its owner, its service and its listener, and once, at
 * the end with the lower port, in {@code inside} and for its host.
 *
 * @param network   between this machine and others
 * @param inside    from this machine to itself
 * @param owners    by who holds the connection: by the first process of those that share it
 * @param services  by unit or container; what belongs to none is in none of the shares
 * @param ports     by listener, for what came in through it; what went out is in none of the shares
 * @param hosts     by far end, whose port is 0 here
 */
public record Traffic(Sum network, Sum inside, Shares<Owner> owners, Shares<Belonging> services, Shares<Integer> ports,
        Shares<Endpoint> hosts) {

    public static final Traffic NONE = new Traffic(Sum.NONE, Sum.NONE, Shares.none(), Shares.none(), Shares.none(), Shares.none());

    /**
     * Payload of many connections.
     *
     * @param received  bytes since the first look
     * @param sent      likewise
     * @param now       bytes a second since the look before
     */
    public record Sum(long received, long sent, Rates now) {

        public static final Sum NONE = new Sum(0, 0, Rates.NONE);

        public Sum plus(Sum other) {
            return new Sum(received + other.received, sent + other.sent, now.plus(other.now));
        }
    }

    /** The part of one. The same object while nothing in it changes. */
    public record Share<T>(T of, Sum sum) {}

    /**
     * Who had how much.
     *
     * @param busiest  the 200 with most bytes, ended ones too, most first
     * @param others   all the rest together
     */
    public record Shares<T>(List<Share<T>> busiest, Sum others) {

        public Shares {
            busiest = List.copyOf(busiest);
        }

        public static <T> Shares<T> none() {
            return new Shares<>(List.of(), Sum.NONE);
        }
    }
}
