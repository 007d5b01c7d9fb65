package quaywatch.collect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

import quaywatch.model.Address;

/**
 * Host names as the user's own resolver tells them: whatever the system is set up to ask, its hosts file included. Nobody else is asked.
 * <p>A name counts only if it leads back to its address, as anybody may claim any name for an address of his. Addresses that mean another host
 * on each network are not asked for.
 */
public final class SystemHostNames implements HostNames {

    @Override
    public Optional<String> find(Address address) {
        InetAddress asked = inet(address.unmapped());
        if (asked.isAnyLocalAddress() || asked.isLinkLocalAddress() || asked.isMulticastAddress()) {
            return Optional.empty();
        }
        String told = asked.getCanonicalHostName();
        return told.equals(asked.getHostAddress()) ? Optional.empty() : Optional.of(withoutLastDot(told));
    }

    private static InetAddress inet(Address address) {
        try {
            return InetAddress.getByAddress(address.bytes());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** The dot that says that nothing is to follow. */
    private static String withoutLastDot(String name) {
        return name.length() > 1 && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
