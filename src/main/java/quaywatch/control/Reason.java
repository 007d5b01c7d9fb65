package quaywatch.control;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.PortRange;
import quaywatch.model.Row;

/** Something that explains, wholly or in part, what the test binds of a port said. */
public sealed interface Reason {

    /** The word for this kind in data. */
    String kind();

    /** Whether it keeps a program from the port: the rest is only good to know. */
    default boolean obstacle() {
        return true;
    }

    /** The sockets that are meant; empty where it is not about sockets. */
    default List<Row> rows() {
        return List.of();
    }

    /** Sockets of one owner that listen (TCP) or wait for packets (UDP). */
    record Held(List<Row> rows, Reach reach) implements Reason {

        public Held {
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "held";
        }
    }

    /** Sockets of one owner that are bound, neither listening nor connected: ordinary tools don't list them. */
    record BoundOnly(List<Row> rows, Reach reach) implements Reason {

        public BoundOnly {
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "bound_only";
        }
    }

    /**
     * Connections of one owner that use the port at this end, and nobody listens.
     *
     * @param ephemeral  whether the port lies in the range that clients are given ports from
     * @param blocks     whether even a program with SO_REUSEADDR is kept from it
     */
    record Connected(List<Row> rows, boolean ephemeral, boolean blocks) implements Reason {

        public Connected {
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "connected";
        }

        @Override
        public boolean obstacle() {
            return blocks;
        }
    }

    /**
     * Connections in TIME_WAIT: they keep off programs that don't set SO_REUSEADDR.
     *
     * @param until  when the last of them ends; null where the source does not tell
     */
    record Waiting(List<Row> rows, @Nullable Instant until) implements Reason {

        public Waiting {
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "time_wait";
        }

        @Override
        public boolean obstacle() {
            return false;
        }
    }

    /** Only for this user: the port is for root. @param from the first port for everybody; 0 where not told */
    record Privileged(int from) implements Reason {
        @Override
        public String kind() {
            return "privileged";
        }
    }

    /** In use, and nothing that was listed tells by whom. */
    record Unexplained(List<Address> addresses) implements Reason {

        public Unexplained {
            addresses = List.copyOf(addresses);
        }

        @Override
        public String kind() {
            return "unexplained";
        }
    }

    /** Held in another network namespace, where it is another port. */
    record Elsewhere(List<Row> rows) implements Reason {

        public Elsewhere {
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "other_namespace";
        }

        @Override
        public boolean obstacle() {
            return false;
        }
    }

    /** Kept back from clients: whoever asks for it gets it. */
    record Reserved(PortRange range) implements Reason {
        @Override
        public String kind() {
            return "reserved";
        }

        @Override
        public boolean obstacle() {
            return false;
        }
    }

    /** In the range that clients are given ports from: free now, but any client may get it. */
    record Ephemeral(PortRange range, List<PortRange> reserved) implements Reason {

        public Ephemeral {
            reserved = List.copyOf(reserved);
        }

        @Override
        public String kind() {
            return "ephemeral";
        }

        @Override
        public boolean obstacle() {
            return false;
        }
    }

    /** How far a holder reaches. */
    enum Reach {
        /** {@code ::} takes IPv4 too. */
        BOTH_FAMILIES,
        /** {@code 0.0.0.0} takes every IPv4 address. */
        EVERY_IPV4,
        /** {@code ::} with IPV6_V6ONLY leaves IPv4 alone. */
        EVERY_IPV6,
        /** Only the addresses named, and with them the wildcards. */
        ADDRESSES
    }
}
