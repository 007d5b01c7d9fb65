package quaywatch.control;

import java.util.List;

import quaywatch.model.Owner;
import quaywatch.model.Protocol;

/** Tells who holds a port now. Looks anew; may block for a scan. */
public interface PortHolders {

    /** Every holder of the port, none twice; empty if none is known. */
    List<Owner> of(Protocol protocol, int port);
}
