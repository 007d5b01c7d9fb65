package quaywatch.control;

import java.util.List;

import quaywatch.model.Address;
import quaywatch.model.Protocol;

/** Tells whether a port can be bound, by binding it. Blocks for a moment; safe to use from several threads. */
public interface PortProbe {

    /** Binds {@code port} once for each address and lets go at once. */
    Result test(Protocol protocol, int port, List<Address> addresses);

    /** As {@link #test}, but as a program does that does not set SO_REUSEADDR; the same where that makes no difference. */
    default Result testAlone(Protocol protocol, int port, List<Address> addresses) {
        return test(protocol, port, addresses);
    }

    /**
     * What the test binds said.
     *
     * @param binds  one for each address, in the order asked
     */
    record Result(List<Bind> binds) {

        public Result {
            binds = List.copyOf(binds);
        }

        /** Whether a bind was refused because the address is in use. */
        public boolean held() {
            return binds.stream().anyMatch(bind -> bind.verdict() == Verdict.IN_USE);
        }

        /** Whether the port was bound, and no bind was refused because the address is in use. */
        public boolean free() {
            return !held() && binds.stream().anyMatch(bind -> bind.verdict() == Verdict.FREE);
        }
    }

    /** One test bind. */
    record Bind(Address address, Verdict verdict) {}

    /** What the kernel answered to a bind. */
    enum Verdict {
        FREE,
        /** EADDRINUSE. */
        IN_USE,
        /** EACCES: the port is privileged. */
        NOT_PERMITTED,
        /** EADDRNOTAVAIL or no such family: the address is not one of this machine. */
        NOT_AVAILABLE,
        /** The test itself failed, for want of descriptors for instance. */
        NOT_TESTED
    }
}
