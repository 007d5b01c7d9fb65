package quaywatch.model;

/** Who can reach a held port, as far as the bind address tells. It says nothing about the firewall. */
public enum Exposure {
    THIS_MACHINE, ONE_ADDRESS, EVERY_INTERFACE, NAMESPACE;

    /** The exposure of a socket bound to {@code local}; a namespace that is not ours hides its addresses from us. */
    public static Exposure of(Address local, boolean ownNamespace) {
        if (!ownNamespace) {
            return NAMESPACE;
        }
        if (local.unmapped().isAny()) {
            return EVERY_INTERFACE;
        }
        return local.isLoopback() ? THIS_MACHINE : ONE_ADDRESS;
    }
}
