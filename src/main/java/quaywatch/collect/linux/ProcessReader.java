package quaywatch.collect.linux;

import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.BootClock;
import quaywatch.kernel.Cgroup;
import quaywatch.kernel.CommandLine;
import quaywatch.kernel.ControllingTerminal;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.ProcLimits;
import quaywatch.kernel.ProcStat;
import quaywatch.kernel.ProcStatus;
import quaywatch.kernel.ReadBuffer;
import quaywatch.kernel.Users;
import quaywatch.model.Belonging;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.User;

/** Reads the facts of one process. Keeps nothing but buffers. Used by one thread at a time. */
final class ProcessReader {

    private static final long FIRST_PROCESS = 1;

    private final ProcFs fs;
    private final Users users;
    private final BootClock boot;
    private final ReadBuffer small = new ReadBuffer(16 * 1024);
    private final ReadBuffer command = new ReadBuffer(CommandLine.LIMIT);

    ProcessReader(ProcFs fs, Users users, BootClock boot) {
        this.fs = fs;
        this.users = users;
        this.boot = boot;
    }

    /** What stat tells; empty if the process is gone. */
    Optional<ProcStat> stat(long pid) {
        return fs.read(pid + "/stat", small).done() ? ProcStat.parse(small.bytes(), small.length()) : Optional.empty();
    }

    /** Whether the number is that of a thread: the tree answers for those too, though it does not list them. */
    boolean isThread(long pid) {
        long process = fs.read(pid + "/status", small).done() ? ProcStatus.process(small.bytes(), small.length()) : -1;
        return process > 0 && process != pid;
    }

    /** The rest of the facts; parts that the process took with it are empty. */
    ProcessFacts facts(long pid, ProcStat stat) {
        return new ProcessFacts(new ProcessId(pid, stat.start()), stat.parent(), stat.name(), commandLine(pid), fs.link(pid + "/exe"),
                fs.link(pid + "/cwd"), user(pid), boot.at(stat.start()).orElse(null), belonging(pid, stat));
    }

    /** The terminal it was started in; empty where there is none. */
    String terminal(long pid) {
        return fs.read(pid + "/stat", small).done() ? ControllingTerminal.of(small.bytes(), small.length()) : "";
    }

    /** How many descriptors are open; null where that is hidden. */
    @Nullable
    Long openFiles(long pid) {
        OptionalLong count = fs.openDescriptors(pid);
        return count.isPresent() ? (Long) count.getAsLong() : null;
    }

    /** How many may be; null where that is not told. */
    @Nullable
    Long mostFiles(long pid) {
        OptionalLong most = fs.read(pid + "/limits", small).done()
                ? ProcLimits.openFiles(small.bytes(), small.length())
                : OptionalLong.empty();
        return most.isPresent() ? (Long) most.getAsLong() : null;
    }

    private String commandLine(long pid) {
        return fs.read(pid + "/cmdline", command).done()
                ? CommandLine.of(command.bytes(), command.length(), command.cut())
                : "";
    }

    private @Nullable User user(long pid) {
        long uid = effectiveUid(Long.toString(pid));
        return uid < 0 ? null : users.of(uid);
    }

    /** The effective uid of a process, or of {@code self}; -1 where it is not told. */
    long effectiveUid(String process) {
        return fs.read(process + "/status", small).done() ? ProcStatus.effectiveUid(small.bytes(), small.length()) : -1;
    }

    /** The path of its group in the unified hierarchy; empty where that is not told. */
    String controlGroup(long pid) {
        return fs.read(pid + "/cgroup", small).done() ? Cgroup.unified(small.bytes(), small.length()) : "";
    }

    private @Nullable Belonging belonging(long pid, ProcStat stat) {
        if (stat.kernelThread()) {
            return null;
        }
        Optional<Belonging> told = fs.read(pid + "/cgroup", small).done()
                ? Cgroup.belonging(small.bytes(), small.length())
                : Optional.empty();
        return told.orElseGet(() -> startedBy(stat.parent()));
    }

    /** Orphans are handed to the first process, so that one says nothing about who started them. */
    private @Nullable Belonging startedBy(long parent) {
        return parent <= FIRST_PROCESS ? null : stat(parent).<Belonging>map(it -> new Belonging.StartedBy(it.name())).orElse(null);
    }
}
