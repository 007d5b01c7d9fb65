package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import quaywatch.model.Belonging;

/**
 * Reads {@code /proc/pid/cgroup} (cgroups(7)): lines of {@code number:controllers:path}. The unified hierarchy ({@code 0::}) is asked first, then
 * systemd's own of version 1, then the others: on hybrid machines a container may stand in any of them.
 */
public final class Cgroup {

    private static final String UNIFIED = "0::";
    private static final String SYSTEMD = ":name=systemd:";

    private Cgroup() {}

    /** The container or unit that the file tells; empty if it tells none. */
    public static Optional<Belonging> belonging(byte[] bytes, int length) {
        String[] lines = new String(bytes, 0, length, StandardCharsets.UTF_8).split("\n", 64);
        Optional<Belonging> found = first(lines, UNIFIED, true);
        found = found.isPresent() ? found : first(lines, SYSTEMD, false);
        return found.isPresent() ? found : first(lines, ":", false);
    }

    /** The path in the unified hierarchy; empty where the machine has none. */
    public static String unified(byte[] bytes, int length) {
        for (String line : new String(bytes, 0, length, StandardCharsets.UTF_8).split("\n", 64)) {
            if (line.startsWith(UNIFIED)) {
                return line.substring(UNIFIED.length());
            }
        }
        return "";
    }

    private static Optional<Belonging> first(String[] lines, String mark, boolean atStart) {
        for (String line : lines) {
            int at = line.indexOf(mark);
            int path = line.indexOf('/');
            if (at >= 0 && at < path && (!atStart || at == 0)) {
                Optional<Belonging> found = CgroupPath.belonging(line.substring(path).strip());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
