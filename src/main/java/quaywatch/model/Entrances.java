package quaywatch.model;

import java.util.BitSet;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Which of the sockets that hold a port takes a connection: one rule for whoever asks. For each entrance something of the asker's is kept.
 * Sockets that share address and port (SO_REUSEPORT) are one entrance, as nobody can tell which of them the kernel chose.
 * <p>The rule is the kernel's. The very address goes before the wildcard. A wildcard of IPv6 takes IPv4 too unless IPV6_V6ONLY is told to be
 * set. An IPv6 socket at a v4-mapped address, the wildcard {@code ::ffff:0.0.0.0} included, takes IPv4 alone. What
 * is accepted is of the listener's family, so that the entrances of this family come first, whatever their address; the others follow, as not
 * every system keeps to that.
 * <p>To which interface a socket is bound is known of link-local addresses only. First filled, then asked; from then on any thread.
 *
 * @param <V>  what is kept for an entrance
 */
public final class Entrances<V> {

    private static final int FIRST_SIZE = 16;

    /** A hash table of its own, in which to look for something makes nothing: every connection is looked for at each look. */
    private @Nullable Entrance<V>[] places = places(FIRST_SIZE);
    private int size;
    /** The ports that have an entrance: most connections go out from others. */
    private final BitSet ports = new BitSet();

    private static final class Entrance<V> {

        private final Socket first;
        /** Never v4-mapped; the family of the socket tells what was. */
        private final Address address;
        private final V kept;
        /** Whether IPv4 comes in too, at a wildcard of IPv6. */
        private boolean dual;
        private @Nullable Entrance<V> next;

        Entrance(Socket first, Address address, V kept) {
            this.first = first;
            this.address = address;
            this.kept = kept;
        }

        boolean is(Protocol protocol, long namespace, Endpoint end, Family family, Address wanted) {
            return first.local().port() == end.port() && address.equals(wanted) && first.family() == family
                    && first.protocol() == protocol && first.namespace() == namespace && linked(first.local().scope(), end.scope());
        }

        /** The same address may be on two links; where one is not told it may be either. */
        private static boolean linked(String one, String other) {
            return one.isEmpty() || other.isEmpty() || one.equals(other);
        }
    }

    /** Takes in a socket that holds its port. Gives what is kept for its entrance; {@code made} if it is the first one there. */
    public V open(Socket holder, Supplier<? extends V> made) {
        Address address = holder.local().address().unmapped();
        Entrance<V> here = find(holder.protocol(), holder.namespace(), holder.local(), holder.family(), address);
        if (here == null) {
            here = new Entrance<>(holder, address, made.get());
            add(here);
        }
        here.dual |= !Boolean.TRUE.equals(holder.v6Only());
        return here.kept;
    }

    /** What is kept for the entrance of a socket that holds its port; null if no such socket was taken in. */
    public @Nullable V at(Socket holder) {
        return kept(find(holder.protocol(), holder.namespace(), holder.local(), holder.family(), holder.local().address().unmapped()));
    }

    /** What is kept for the entrance through which a connection came in; null if it came through none. */
    public @Nullable V through(Socket connection) {
        return through(connection.protocol(), connection.namespace(), connection.local(), connection.family());
    }

    /** Likewise by the own end of a connection as the kernel tells it, v4-mapped where its socket is of IPv6. */
    public @Nullable V through(Protocol protocol, long namespace, Endpoint local) {
        return through(protocol, namespace, local, local.address().family());
    }

    private @Nullable V through(Protocol protocol, long namespace, Endpoint local, Family family) {
        if (!ports.get(local.port())) {
            return null;
        }
        Address address = local.address().unmapped();
        Entrance<V> found = best(protocol, namespace, local, family, address);
        return kept(found != null ? found : best(protocol, namespace, local, other(family), address));
    }

    /** Among the entrances of one family. */
    private @Nullable Entrance<V> best(Protocol protocol, long namespace, Endpoint local, Family family, Address address) {
        Entrance<V> exact = find(protocol, namespace, local, family, address);
        if (exact != null) {
            return exact;
        }
        boolean four = address.family() == Family.IPV4;
        Entrance<V> wide = find(protocol, namespace, local, family, four ? Address.ANY_V4 : Address.ANY_V6);
        if (wide != null || !four) {
            return wide;
        }
        Entrance<V> both = find(protocol, namespace, local, family, Address.ANY_V6);
        return both != null && both.dual ? both : null;
    }

    private @Nullable Entrance<V> find(Protocol protocol, long namespace, Endpoint end, Family family, Address address) {
        Entrance<V> each = places[place(end.port(), address)];
        while (each != null && !each.is(protocol, namespace, end, family, address)) {
            each = each.next;
        }
        return each;
    }

    private static <V> @Nullable V kept(@Nullable Entrance<V> entrance) {
        return entrance == null ? null : entrance.kept;
    }

    private static Family other(Family family) {
        return switch (family) {
            case IPV4 -> Family.IPV6;
            case IPV6 -> Family.IPV4;
        };
    }

    private void add(Entrance<V> entrance) {
        if (size == places.length) {
            grow();
        }
        put(entrance);
        size++;
        ports.set(entrance.first.local().port());
    }

    private void put(Entrance<V> entrance) {
        int place = place(entrance.first.local().port(), entrance.address);
        entrance.next = places[place];
        places[place] = entrance;
    }

    private void grow() {
        @Nullable
        Entrance<V>[] before = places;
        places = places(before.length * 2);
        for (Entrance<V> first : before) {
            for (Entrance<V> each = first; each != null;) {
                Entrance<V> next = each.next;
                put(each);
                each = next;
            }
        }
    }

    /** Ports are neighbours, and addresses too: both are spread. */
    private int place(int port, Address address) {
        int hash = (address.hashCode() * 31 + port) * 0x9e37_79b1;
        return (hash ^ hash >>> 16) & places.length - 1;
    }

    @SuppressWarnings("unchecked") // only entrances of V come in
    private static <V> @Nullable Entrance<V>[] places(int count) {
        return (Entrance<V>[]) new Entrance<?>[count];
    }
}
