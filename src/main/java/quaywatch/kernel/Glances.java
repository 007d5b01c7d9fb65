package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Looks at single processes of a proc tree, anew at every call. Blocks for microseconds, for all children for milliseconds. Any thread. */
public final class Glances {

    // Places after the last ')' of stat: field 3 is the first of them, proc_pid_stat(5).
    private static final int STATE = 0;
    private static final int PARENT = 4 - 3;
    private static final int SESSION = 6 - 3;
    private static final int START = 22 - 3;

    private static final int STAT_LIMIT = 4096;
    private static final int ARGUMENTS_LIMIT = 64 * 1024;
    private static final int ENVIRONMENT_LIMIT = 256 * 1024;

    private final ProcFs fs;

    public Glances(ProcFs fs) {
        this.fs = fs;
    }

    /** The process that has this number now; empty if there is none, or it is hidden. */
    public Optional<Glance> at(long pid) {
        return stat(pid).map(stat -> new Glance(pid, stat.start, stat.parent, stat.session, stat.name, stat.zombie, arguments(pid),
                fs.link(pid + "/exe"), fs.link(pid + "/cwd")));
    }

    /** Its effective user; empty where that is hidden. */
    public OptionalLong uid(long pid) {
        ReadBuffer buffer = new ReadBuffer(STAT_LIMIT * 4);
        long uid = fs.read(pid + "/status", buffer).done() ? ProcStatus.effectiveUid(buffer.bytes(), buffer.length()) : -1;
        return uid < 0 ? OptionalLong.empty() : OptionalLong.of(uid);
    }

    /** The environment it was started with; empty where that is hidden. */
    public Map<String, String> environment(long pid) {
        Map<String, String> found = new HashMap<>();
        for (String entry : strings(pid + "/environ", ENVIRONMENT_LIMIT)) {
            int at = entry.indexOf('=');
            if (at > 0) {
                found.putIfAbsent(entry.substring(0, at), entry.substring(at + 1));
            }
        }
        return found;
    }

    /** Every process below these, not these themselves, parents before children; zombies are left out. */
    public List<Long> below(Set<Long> roots) {
        Map<Long, Long> parents = new LinkedHashMap<>();
        for (long pid : fs.pids()) {
            stat(pid).filter(stat -> !stat.zombie).ifPresent(stat -> parents.put(pid, stat.parent));
        }
        List<Long> found = new ArrayList<>();
        Set<Long> level = new HashSet<>(roots);
        while (!level.isEmpty()) {
            Set<Long> above = level;
            List<Long> next = parents.entrySet().stream().filter(entry -> above.contains(entry.getValue())).map(Map.Entry::getKey)
                    .filter(pid -> !roots.contains(pid) && !found.contains(pid)).toList();
            found.addAll(next);
            level = new HashSet<>(next);
        }
        return found;
    }

    private List<String> arguments(long pid) {
        return strings(pid + "/cmdline", ARGUMENTS_LIMIT);
    }

    private List<String> strings(String path, int limit) {
        ReadBuffer buffer = new ReadBuffer(limit);
        if (!fs.read(path, buffer).done() || buffer.length() == 0) {
            return List.of();
        }
        int end = buffer.length();
        while (end > 0 && buffer.bytes()[end - 1] == 0) {
            end--;
        }
        return Arrays.asList(new String(buffer.bytes(), 0, end, StandardCharsets.UTF_8).split("\0", -1));
    }

    private record Stat(String name, boolean zombie, long parent, long session, long start) {}

    private Optional<Stat> stat(long pid) {
        ReadBuffer buffer = new ReadBuffer(STAT_LIMIT);
        if (!fs.read(pid + "/stat", buffer).done()) {
            return Optional.empty();
        }
        String text = new String(buffer.bytes(), 0, buffer.length(), StandardCharsets.UTF_8);
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        String[] fields = text.substring(close + 1).strip().split(" ");
        if (open < 0 || close < open || fields.length <= START) {
            return Optional.empty();
        }
        long parent = Decimal.of(fields[PARENT]);
        long start = Decimal.of(fields[START]);
        return parent < 0 || start < 0
                ? Optional.empty()
                : Optional.of(new Stat(text.substring(open + 1, close), "ZXx".contains(fields[STATE]), parent,
                        Decimal.of(fields[SESSION]), start));
    }
}
