package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.PortRange;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;

/** What each of the 65,536 ports of this machine is used for at a moment. Immutable; any thread. */
public final class PortMap {

    /** How many ports there are. */
    public static final int PORTS = 65_536;
    private static final PortUse[] USES = PortUse.values();
    /** In which nothing is used. */
    public static final PortMap NONE = new PortMap(List.of());

    /** A bit of {@link PortUse} for each use of a port. */
    private final byte[] uses = new byte[PORTS];
    /** Where the rows of each port begin in {@link #rows}; one more than there are ports. */
    private final int[] begins = new int[PORTS + 1];
    private final Row[] rows;
    private final int[] counts = new int[USES.length];

    private PortMap(List<Row> all) {
        for (Row row : all) {
            int port = row.socket().local().port();
            begins[port + 1]++;
            uses[port] |= (byte) use(row).bit();
        }
        for (int port = 0; port < PORTS; port++) {
            begins[port + 1] += begins[port];
            PortUse strongest = use(port);
            if (strongest != null) {
                counts[strongest.ordinal()]++;
            }
        }
        rows = new Row[all.size()];
        int[] next = Arrays.copyOf(begins, PORTS);
        for (Row row : all) {
            rows[next[row.socket().local().port()]++] = row;
        }
    }

    private static PortUse use(Row row) {
        return row.isClosed() ? PortUse.RECENT : PortUse.of(row.socket());
    }

    /**
     * The ports of a snapshot, as far as protocols and query go. Raw sockets have no port.
     *
     * @param now  the moment that ages in the query are counted to
     */
    public static PortMap of(Snapshot snapshot, ViewState state, Instant now) {
        Filtering filter = new Filtering(state.protocols(), state.query(), now);
        List<Row> fitting = new ArrayList<>(snapshot.rows().size());
        take(snapshot.rows(), filter, fitting);
        take(snapshot.closed().rows(), filter, fitting);
        return new PortMap(fitting);
    }

    private static void take(List<Row> from, Filtering filter, List<Row> into) {
        for (Row row : from) {
            if (row.socket().protocol() != Protocol.RAW && row.socket().local().port() != 0 && filter.fits(row)) {
                into.add(row);
            }
        }
    }

    /** The strongest use of a port; null if it has none. */
    public @Nullable PortUse use(int port) {
        return use(port, 0);
    }

    /**
     * The strongest of those uses of a port that are not left out.
     *
     * @param without  as {@link #mask} makes it
     */
    public @Nullable PortUse use(int port, int without) {
        int left = uses[port] & 0xff & ~without;
        return left == 0 ? null : USES[Integer.numberOfTrailingZeros(left)];
    }

    /** Some uses as one number, for {@link #use(int, int)}. */
    public static int mask(Iterable<PortUse> some) {
        int mask = 0;
        for (PortUse use : some) {
            mask |= use.bit();
        }
        return mask;
    }

    /** Ports of which this is the strongest use. */
    public int count(PortUse use) {
        return counts[use.ordinal()];
    }

    /** Ports of a range that are used now. */
    public int used(PortRange range) {
        int count = 0;
        for (int port = range.first(); port <= range.last(); port++) {
            count += (uses[port] & 0xff & ~PortUse.RECENT.bit()) == 0 ? 0 : 1;
        }
        return count;
    }

    /** All sockets of a port: open ones first, those that hold it before the others. */
    public List<Row> at(int port) {
        List<Row> found = new ArrayList<>(Arrays.asList(rows).subList(begins[port], begins[port + 1]));
        found.sort(Comparator.comparing(PortMap::use));
        return found;
    }

    /** The ports of which some use has come or gone since another map, in order. */
    public int[] changes(PortMap before) {
        int[] changed = new int[16];
        int count = 0;
        int at = Arrays.mismatch(uses, before.uses);
        while (at >= 0) {
            if (count == changed.length) {
                changed = Arrays.copyOf(changed, count * 2);
            }
            changed[count++] = at;
            int next = Arrays.mismatch(uses, at + 1, PORTS, before.uses, at + 1, PORTS);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return Arrays.copyOf(changed, count);
    }
}
