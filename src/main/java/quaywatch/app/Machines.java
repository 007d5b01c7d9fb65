package quaywatch.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import quaywatch.cli.SourceChoice;
import quaywatch.collect.FallbackSocketSource;
import quaywatch.collect.HostSource;
import quaywatch.collect.InterfaceSource;
import quaywatch.collect.ProcessSource;
import quaywatch.collect.SocketSource;
import quaywatch.collect.linux.ProcHostSource;
import quaywatch.collect.linux.ProcInterfaceSource;
import quaywatch.collect.linux.ProcProcessSource;
import quaywatch.collect.linux.ProcSocketSource;
import quaywatch.control.BindProbe;
import quaywatch.control.Lever;
import quaywatch.control.linux.LinuxLever;
import quaywatch.control.portable.HandleLever;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.kernel.Users;
import quaywatch.model.ProcessFacts;
import quaywatch.model.User;

/** Makes the {@link Machine} that a source choice means on this system. */
final class Machines {

    private static final Path OS_RELEASE = Path.of("/etc/os-release");

    private final Clock clock;
    private final boolean linux = System.getProperty("os.name", "").equals("Linux");

    Machines(Clock clock) {
        this.clock = clock;
    }

    Machine of(SourceChoice choice) {
        HostSource host = new ProcHostSource(root(choice), OS_RELEASE);
        return new Machine(() -> sockets(choice), interfaces(choice), host, () -> host.read().ephemeral(), lever(), new BindProbe(), user(),
                clock);
    }

    private SocketSource sockets(SourceChoice choice) {
        Supplier<SocketSource> proc = () -> new ProcSocketSource(root(choice), Users.MACHINE, clock);
        return switch (choice.kind()) {
            case AUTO -> new FallbackSocketSource(List.of(proc.get()), clock);
            case PROC -> proc.get();
            case OSHI -> proc.get();
        };
    }

    /** Every source that the choice may come to, each once. */
    List<SocketSource> each(SourceChoice choice) {
        return List.of(new ProcSocketSource(root(choice), Users.MACHINE, clock));
    }

    /** Who runs Quaywatch, as the process table tells; empty where it does not. */
    Optional<User> user() {
        return processes().find(ProcessHandle.current().pid()).map(ProcessFacts::user);
    }

    private ProcessSource processes() {
        return ProcProcessSource.live(clock);
    }

    private Supplier<InterfaceSource> interfaces(SourceChoice choice) {
        return () -> new ProcInterfaceSource(root(choice));
    }

    private Lever lever() {
        return linux ? new LinuxLever(ProcessIdentity.ofThisMachine()) : new HandleLever();
    }

    private static Path root(SourceChoice choice) {
        return choice.proc() == null ? ProcFs.LIVE_ROOT : choice.proc();
    }
}
