package quaywatch.control;

import java.util.List;

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
}
