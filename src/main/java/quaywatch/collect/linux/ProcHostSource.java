package quaywatch.collect.linux;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import quaywatch.collect.HostSource;
import quaywatch.kernel.HostFiles;
import quaywatch.kernel.ProcFs;
import quaywatch.model.Address;
import quaywatch.model.HostFacts;
import quaywatch.model.HostFacts.Interface;
import quaywatch.model.PortRules;

/** Reads host facts out of a proc tree and an os-release file (os-release(5)); interfaces from the runtime, and none for a captured tree. */
public final class ProcHostSource implements HostSource {

    private static final Path OS_RELEASE = Path.of("/etc/os-release");

    private final ProcFs fs;
    private final Path osRelease;

    public ProcHostSource(Path root, Path osRelease) {
        this.fs = new ProcFs(root);
        this.osRelease = osRelease;
    }

    /** The source for the machine we run on. */
    public static ProcHostSource live() {
        return new ProcHostSource(ProcFs.LIVE_ROOT, OS_RELEASE);
    }

    @Override
    public HostFacts read() {
        HostFiles files = new HostFiles(fs);
        return new HostFacts(files.hostName(), system(), files.kernel(), files.ephemeral(), fs.live() ? interfaces() : List.of());
    }

    @Override
    public PortRules rules() {
        HostFiles files = new HostFiles(fs);
        List<Address> addresses = fs.live() ? interfaces().stream().flatMap(it -> it.addresses().stream()).toList() : List.of();
        return new PortRules(files.ephemeral(), addresses, new PortRules.Limits(files.unprivilegedFrom(), files.reserved()));
    }

    private String system() {
        try {
            return HostFiles.prettyName(Files.readString(osRelease)).orElse("Linux");
        } catch (IOException _) {
            return "Linux";
        }
    }

    private static List<Interface> interfaces() {
        try {
            return NetworkInterface.networkInterfaces().map(ProcHostSource::named).filter(it -> !it.addresses().isEmpty()).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Interface named(NetworkInterface from) {
        return new Interface(from.getName(), from.inetAddresses().map(address -> Address.of(address.getAddress())).toList());
    }
}
