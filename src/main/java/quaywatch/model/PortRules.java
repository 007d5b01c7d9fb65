package quaywatch.model;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the system lays down about its ports, and the addresses they can be bound on.
 *
 * @param ephemeral  the range the kernel takes client ports from
 * @param addresses  of this machine, without those of loopback
 * @param limits     what only Linux tells; null elsewhere
 */
public record PortRules(PortRange ephemeral, List<Address> addresses, @Nullable Limits limits) {

    public PortRules {
        addresses = List.copyOf(addresses);
    }

    /** What Linux lets whom bind. */
    public Optional<Limits> told() {
        return Optional.ofNullable(limits);
    }

    /**
     * The limits of Linux (ip-sysctl in the kernel's documentation).
     *
     * @param unprivilegedFrom  the first port that everybody may bind ({@code ip_unprivileged_port_start})
     * @param reserved          ports that are never given to clients of their own accord ({@code ip_local_reserved_ports})
     */
    public record Limits(int unprivilegedFrom, List<PortRange> reserved) {

        public Limits {
            reserved = List.copyOf(reserved);
        }

        /** The reserved stretch a port lies in. */
        public Optional<PortRange> reservedAround(int port) {
            return reserved.stream().filter(range -> range.contains(port)).findFirst();
        }
    }
}
