package quaywatch.collect.oshi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import oshi.software.os.OSProcess;

import quaywatch.collect.ProcessSource;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.User;

/** Facts of processes as OSHI tells them. The start in {@link ProcessId} is in milliseconds since 1970. */
public final class OshiProcessSource implements ProcessSource {

    /** As documented for {@link ProcessFacts#commandLine()}. */
    private static final int LONGEST_COMMAND = 4_096;
    /** No real line of ancestors is longer; a made-up one may run in a circle. */
    private static final int MOST_ANCESTORS = 64;
    private static final String UNKNOWN = "unknown";

    private final OshiSystem system;

    public OshiProcessSource(OshiSystem system) {
        this.system = system;
    }

    @Override
    public Optional<ProcessFacts> find(long pid) {
        if (pid <= 0 || pid > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.ofNullable(system.software().getProcess((int) pid)).filter(process -> process.getProcessID() == pid)
                .map(OshiProcessSource::facts);
    }

    @Override
    public List<ProcessFacts> ancestors(ProcessId id) {
        List<ProcessFacts> line = new ArrayList<>();
        Optional<ProcessFacts> next = find(id);
        while (next.isPresent() && line.size() < MOST_ANCESTORS && !line.contains(next.get())) {
            line.add(next.get());
            next = find(next.get().parent());
        }
        return line;
    }

    private static ProcessFacts facts(OSProcess process) {
        long start = process.getStartTime();
        return new ProcessFacts(new ProcessId(process.getProcessID(), start), Math.max(0, process.getParentProcessID()),
                text(process.getName()), command(process.getCommandLine()), text(process.getPath()),
                text(process.getCurrentWorkingDirectory()), user(process.getUserID(), process.getUser()),
                start > 0 ? Instant.ofEpochMilli(start) : null, null);
    }

    private static String command(@Nullable String line) {
        String text = text(line).replace('\0', ' ').strip();
        return text.length() > LONGEST_COMMAND ? text.substring(0, LONGEST_COMMAND) : text;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A user by number; of a Windows SID the last part, which is what tells users of one machine apart. Null where OSHI does not know. */
    static @Nullable User user(@Nullable String id, @Nullable String name) {
        if (id == null || id.equals(UNKNOWN)) {
            return null;
        }
        try {
            long uid = Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
            return new User(uid, name == null || name.isEmpty() || name.equals(UNKNOWN) ? Long.toString(uid) : name);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
