package quaywatch.model;

import java.util.List;

/**
 * The last hour: the last five minutes about second by second, what is older in slices of about 15 s. The casts say who the numbers in the parts
 * of the slices are.
 *
 * @param slices      oldest first; where the machine slept, or the clock was set, one may not begin where the one before ended
 * @param interfaces  the interfaces that were counted last, loopback never among them
 * @param processes   who held the connections
 * @param services    the ports of the services that were asked, here or elsewhere
 * @param hosts       far ends, whose port is 0 here
 */
public record History(List<Slice> slices, List<String> interfaces, Cast<Owner> processes, Cast<Integer> services, Cast<Endpoint> hosts) {

    public static final History EMPTY = new History(List.of(), List.of(), Cast.none(), Cast.none(), Cast.none());

    public History {
        slices = List.copyOf(slices);
        interfaces = List.copyOf(interfaces);
    }
}
