package quaywatch.collect;

import java.util.Optional;

import quaywatch.model.Address;

/** Tells what hosts are called. */
@FunctionalInterface
public interface HostNames {

    /**
     * The name of a host as it was told, which may be any text; empty where it has none. May block for half a minute: never on the sampler's
     * or the toolkit's thread.
     */
    Optional<String> find(Address address);
}
