package quaywatch.model;

import java.util.List;

/**
 * What hardly ever changes about the machine.
 *
 * @param name        host name
 * @param system      operating system and version
 * @param kernel      kernel version
 * @param ephemeral   the range the kernel takes client ports from
 * @param interfaces  interfaces with an address, in the system's order
 */
public record HostFacts(String name, String system, String kernel, PortRange ephemeral, List<Interface> interfaces) {

    public HostFacts {
        interfaces = List.copyOf(interfaces);
    }

    /** An interface and its addresses. */
    public record Interface(String name, List<Address> addresses) {

        public Interface {
            addresses = List.copyOf(addresses);
        }
    }
}
