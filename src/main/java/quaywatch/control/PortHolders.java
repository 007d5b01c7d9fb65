package quaywatch.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import quaywatch.model.Owner;
import quaywatch.model.Protocol;

/** Tells who holds a port now. Looks anew; may block for a scan. */
public interface PortHolders {

    /**
     * Every holder of the port, none twice; empty if none is known.
     *
     * @param namespace  the network namespace that is meant, as {@code Socket#namespace()}: the same number is another port in each
     */
    List<Owner> of(Protocol protocol, int port, long namespace);

    /** Likewise of several ports, in one look where that can be done; each port has an entry, in their order. */
    default Map<Deed.Port, List<Owner>> of(List<Deed.Port> ports, long namespace) {
        Map<Deed.Port, List<Owner>> found = new LinkedHashMap<>();
        ports.forEach(port -> found.put(port, of(port.protocol(), port.port(), namespace)));
        return found;
    }
}
