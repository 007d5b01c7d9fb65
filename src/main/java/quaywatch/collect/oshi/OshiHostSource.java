package quaywatch.collect.oshi;

import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import oshi.hardware.NetworkIF;
import oshi.software.os.OperatingSystem;

import quaywatch.collect.HostSource;
import quaywatch.model.Address;
import quaywatch.model.HostFacts;
import quaywatch.model.PortRange;

/** Host facts as OSHI tells them. */
public final class OshiHostSource implements HostSource {

    private final OshiSystem system;
    private final Supplier<PortRange> ephemeral;

    /** @param ephemeral  reads the range of client ports, which OSHI does not know; asked once a reading */
    public OshiHostSource(OshiSystem system, Supplier<PortRange> ephemeral) {
        this.system = system;
        this.ephemeral = ephemeral;
    }

    @Override
    public HostFacts read() {
        OperatingSystem software = system.software();
        return new HostFacts(text(software.getNetworkParams().getHostName()), name(software), System.getProperty("os.version", ""),
                ephemeral.get(), interfaces());
    }

    /** {@code Debian GNU/Linux 12 (bookworm)}. */
    private static String name(OperatingSystem software) {
        OperatingSystem.OSVersionInfo version = software.getVersionInfo();
        String code = text(version.getCodeName());
        return (software.getFamily() + " " + text(version.getVersion()) + (code.isEmpty() ? "" : " (" + code + ")")).strip();
    }

    private List<HostFacts.Interface> interfaces() {
        List<HostFacts.Interface> interfaces = new ArrayList<>();
        for (NetworkIF one : system.hardware().getNetworkIFs(true)) {
            NetworkInterface network = one.queryNetworkInterface();
            List<Address> addresses = network == null
                    ? List.of()
                    : network.inetAddresses().map(address -> Address.of(address.getAddress())).toList();
            if (!addresses.isEmpty()) {
                interfaces.add(new HostFacts.Interface(one.getName(), addresses));
            }
        }
        return interfaces;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
