package quaywatch.collect.linux;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import quaywatch.collect.ProcessSource;
import quaywatch.kernel.BootClock;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.Users;
import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;

/** Reads process facts out of a proc tree, afresh at each question. */
public final class ProcProcessSource implements ProcessSource {

    /** More than any real chain; a tree that was captured badly might hold a ring. */
    private static final int MOST_ANCESTORS = 256;

    private final Users users;
    private final ProcessReader reader;

    /** Reads a live or captured tree, whose users a file of the form of passwd(5) names. */
    public ProcProcessSource(Path root, Path passwd, Clock clock) {
        ProcFs fs = new ProcFs(root);
        this.users = new Users(passwd);
        this.reader = new ProcessReader(fs, users, new BootClock(fs, clock));
    }

    /** The source for the machine we run on. */
    public static ProcProcessSource live(Clock clock) {
        return new ProcProcessSource(ProcFs.LIVE_ROOT, Users.MACHINE, clock);
    }

    /** The source for a captured tree; the file {@code passwd} at its root, if there is one, names its users. */
    public static ProcProcessSource captured(Path tree, Clock clock) {
        return new ProcProcessSource(tree, tree.resolve("passwd"), clock);
    }

    @Override
    public synchronized Optional<ProcessFacts> find(long pid) {
        if (pid <= 0) {
            return Optional.empty();
        }
        users.refresh();
        return reader.stat(pid).filter(_ -> !reader.isThread(pid)).map(stat -> reader.facts(pid, stat));
    }

    @Override
    public Optional<ProcessDetail> detail(ProcessId id) {
        List<ProcessFacts> line = ancestors(id);
        return line.isEmpty() ? Optional.empty() : Optional.of(detail(id.pid(), line));
    }

    private synchronized ProcessDetail detail(long pid, List<ProcessFacts> line) {
        return new ProcessDetail(line, reader.terminal(pid), reader.openFiles(pid), reader.mostFiles(pid));
    }

    @Override
    public List<ProcessFacts> ancestors(ProcessId id) {
        List<ProcessFacts> line = new ArrayList<>();
        Optional<ProcessFacts> next = find(id);
        while (next.isPresent() && line.size() < MOST_ANCESTORS) {
            line.add(next.get());
            next = find(next.get().parent());
        }
        return line;
    }
}
