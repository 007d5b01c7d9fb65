package quaywatch.monitor;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;

/** Payload that went through one end of a connection. */
record Flow(Endpoint local, Endpoint remote, long received, long sent) {

    /** Whether both ends are on this machine, as far as the addresses tell. */
    boolean isInside() {
        return remote.address().isLoopback() || remote.address().unmapped().equals(local.address().unmapped());
    }

    /** Whether it is to be counted here; the other end of the same conversation says the contrary. */
    boolean countsHere() {
        if (!isInside() || local.port() != remote.port()) {
            return !isInside() || local.port() < remote.port();
        }
        Address near = local.address().unmapped();
        return near.compareTo(remote.address().unmapped()) <= 0;
    }

    /** The far end without its port. */
    Endpoint host() {
        return new Endpoint(remote.address().unmapped(), remote.scope(), 0);
    }
}
