package quaywatch.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import quaywatch.model.PortRange;

/** Reads the host facts below {@code sys/} of a proc tree (proc_sys_kernel(5), ip-sysctl in the kernel's documentation). */
public final class HostFiles {

    /** What the kernel starts with; for a tree that does not tell. */
    private static final PortRange KERNEL_DEFAULT = new PortRange(32_768, 60_999);
    private static final int UNPRIVILEGED_DEFAULT = 1_024;
    private static final String PRETTY = "PRETTY_NAME=";

    private final ProcFs fs;
    private final ReadBuffer buffer = new ReadBuffer(4096);

    public HostFiles(ProcFs fs) {
        this.fs = fs;
    }

    /** The host name; empty if the tree does not tell. */
    public String hostName() {
        return text("sys/kernel/hostname");
    }

    /** The kernel's release; empty if the tree does not tell. */
    public String kernel() {
        return text("sys/kernel/osrelease");
    }

    /** The range client ports are taken from; the kernel's default if the tree does not tell. */
    public PortRange ephemeral() {
        return range(text("sys/net/ipv4/ip_local_port_range")).orElse(KERNEL_DEFAULT);
    }

    /** The first port that everybody may bind; the kernel's default if the tree does not tell, as before Linux 4.11. */
    public int unprivilegedFrom() {
        long first = Decimal.of(text("sys/net/ipv4/ip_unprivileged_port_start").strip());
        return first < 0 || first > 65_535 ? UNPRIVILEGED_DEFAULT : (int) first;
    }

    /** The ports that clients are never given; none if the tree does not tell. */
    public List<PortRange> reserved() {
        return ranges(text("sys/net/ipv4/ip_local_reserved_ports"));
    }

    /** {@code 8080,9148-9150}; what has another form is skipped. */
    static List<PortRange> ranges(String text) {
        List<PortRange> ranges = new ArrayList<>();
        for (String part : text.strip().split(",")) {
            range(part.indexOf('-') < 0 ? part + " " + part : part.replace('-', ' ')).ifPresent(ranges::add);
        }
        return ranges;
    }

    private String text(String path) {
        return fs.read(path, buffer).done() ? buffer.text() : "";
    }

    static Optional<PortRange> range(String text) {
        String[] ends = text.strip().split("\\s+");
        long first = Decimal.of(ends[0]);
        long last = ends.length == 2 ? Decimal.of(ends[1]) : -1;
        return first >= 0 && last >= first && last <= 65_535 ? Optional.of(new PortRange((int) first, (int) last)) : Optional.empty();
    }

    /** The line {@code PRETTY_NAME} of an os-release file, without its quotes. */
    public static Optional<String> prettyName(String file) {
        return file.lines().filter(line -> line.startsWith(PRETTY))
                .map(line -> line.substring(PRETTY.length()).replaceAll("^[\"']|[\"']$", ""))
                .findFirst();
    }
}
