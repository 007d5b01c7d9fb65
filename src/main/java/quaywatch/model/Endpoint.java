package quaywatch.model;

import org.jspecify.annotations.Nullable;

/**
 * One end of a socket: an address, the interface a link-local address belongs to, and a port.
 *
 * @param address  the address
 * @param scope    the interface name of a scoped address ({@code eth0} in {@code fe80::1%eth0}); empty where there is none or it is not known
 * @param port     0 to 65535; 0 means none
 */
public record Endpoint(Address address, String scope, int port) {

    public Endpoint {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }

    public Endpoint(Address address, int port) {
        this(address, "", port);
    }

    /** Whether this is the far end of a socket that has no peer. */
    public boolean isNone() {
        return port == 0 && address.isAny();
    }

    /** The address with its scope, in brackets if it is IPv6: the form in front of a port. */
    public String host() {
        String text = scope.isEmpty() ? address.toString() : address + "%" + scope;
        return text.indexOf(':') >= 0 ? "[" + text + "]" : text;
    }

    /** By hand, as in {@link SocketKey}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Endpoint it && port == it.port && address.equals(it.address) && scope.equals(it.scope);
    }

    @Override
    public int hashCode() {
        return (31 * address.hashCode() + scope.hashCode()) * 31 + port;
    }

    @Override
    public String toString() {
        return host() + ":" + port;
    }
}
