package quaywatch.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.cli.SourceChoice;
import quaywatch.collect.EarlySocketSource;
import quaywatch.collect.FallbackSocketSource;
import quaywatch.collect.HostNames;
import quaywatch.collect.HostSource;
import quaywatch.collect.InterfaceSource;
import quaywatch.collect.NoSocketEvents;
import quaywatch.collect.ProcessSource;
import quaywatch.collect.SocketEvents;
import quaywatch.collect.SocketSource;
import quaywatch.collect.SystemHostNames;
import quaywatch.collect.linux.DestroyEvents;
import quaywatch.collect.linux.LinuxSocketSource;
import quaywatch.collect.linux.ProcHostSource;
import quaywatch.collect.linux.ProcInterfaceSource;
import quaywatch.collect.linux.ProcProcessSource;
import quaywatch.collect.oshi.OshiHostSource;
import quaywatch.collect.oshi.OshiInterfaceSource;
import quaywatch.collect.oshi.OshiProcessSource;
import quaywatch.collect.oshi.OshiSocketSource;
import quaywatch.collect.oshi.OshiSystem;
import quaywatch.control.BindProbe;
import quaywatch.control.ConnectionCloser;
import quaywatch.control.Journal;
import quaywatch.control.JournalFile;
import quaywatch.control.Launches;
import quaywatch.control.Lever;
import quaywatch.control.MemoryJournal;
import quaywatch.control.ServiceLever;
import quaywatch.control.Supervisors;
import quaywatch.control.linux.LinuxConnectionCloser;
import quaywatch.control.linux.LinuxLaunches;
import quaywatch.control.linux.LinuxLever;
import quaywatch.control.linux.LinuxServiceLever;
import quaywatch.control.linux.LinuxSupervisors;
import quaywatch.control.portable.HandleLever;
import quaywatch.control.portable.NoConnectionCloser;
import quaywatch.demo.Demo;
import quaywatch.demo.Rehearsal;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.kernel.call.SystemCalls;
import quaywatch.model.PortClass;
import quaywatch.model.PortRange;
import quaywatch.model.ProcessFacts;
import quaywatch.model.User;

/** Makes the {@link Machine} that a source choice means on this system: netlink and /proc on Linux, OSHI elsewhere and where those fail. */
final class Machines {

    private static final Path OS_RELEASE = Path.of("/etc/os-release");

    /** The user of the made-up workstation. */
    private static final User MIRA = new User(1_000, "mira");

    private static final boolean LINUX = System.getProperty("os.name", "").equals("Linux");

    private static final Executor BESIDE = task -> Threads.background("first look", task);

    private final Clock clock;
    /** Loads OSHI when first asked, which on Linux is only after the proc file system failed. */
    private final OshiSystem oshi = new OshiSystem();
    private final Rights rights = new Rights(this::user);
    private @Nullable SocketSource begun;

    Machines(Clock clock) {
        this.clock = clock;
    }

    /** Begins with what takes long and will be needed, while the arguments are still to be read. */
    void prepare(String... args) {
        if (!LINUX || args.length > 0 && !args[0].equals("list")) {
            return;
        }
        // With no other option it is this machine that is looked at, and once.
        if (args.length > 0 && Stream.of(args).allMatch(arg -> arg.equals("--json") || !arg.startsWith("-"))) {
            begun = new EarlySocketSource(() -> LinuxSocketSource.netlink(clock, BESIDE), task -> Threads.background("early look", task));
        } else {
            Threads.background("prepare", SystemCalls::prepare);
        }
    }

    /** The source that has already begun goes to the first who asks. */
    private SocketSource netlink() {
        SocketSource early = begun;
        begun = null;
        return early == null ? LinuxSocketSource.netlink(clock, BESIDE) : early;
    }

    Machine of(SourceChoice choice) {
        if (choice.kind() == SourceChoice.Kind.DEMO) {
            Rehearsal rehearsal = new Rehearsal(clock);
            Demo demo = new Demo(rehearsal);
            return new Machine(demo::sockets, demo::interfaces, demo::events, demo.host(), demo::ephemeral, demo.processes(), demo.lever(),
                    demo.services(), demo.supervisors(), demo.launches(), _ -> demo.journal(), demo.closer(), demo.probe(),
                    () -> Optional.of(MIRA), demo.names(), _ -> false, rehearsal,
                    rehearsal::play);
        }
        return new Machine(() -> sockets(choice), () -> interfaces(choice), () -> events(choice), host(choice), () -> ephemeral(choice),
                processes(choice),
                lever(choice), services(choice), supervisors(choice), launches(choice), folder -> journal(choice, folder),
                closer(choice), new BindProbe(), this::user, names(choice), browser(choice),
                clock, _ -> {});
    }

    private SocketSource sockets(SourceChoice choice) {
        List<SocketSource> sources = each(choice);
        return sources.size() == 1 ? sources.getFirst() : new FallbackSocketSource(sources, clock);
    }

    /** Every source that the choice may come to, the best first. */
    List<SocketSource> each(SourceChoice choice) {
        return switch (choice.kind()) {
            case AUTO -> !LINUX
                    ? List.of(portable())
                    : choice.proc() == null
                            ? List.of(netlink(), proc(choice), portable())
                            : List.of(proc(choice));
            case NETLINK -> List.of(netlink());
            case PROC -> List.of(proc(choice));
            case OSHI -> List.of(portable());
            case DEMO -> List.of(new Demo(clock).sockets());
        };
    }

    private SocketSource proc(SourceChoice choice) {
        return choice.proc() == null ? LinuxSocketSource.proc(clock, BESIDE) : LinuxSocketSource.captured(choice.proc(), clock);
    }

    private SocketSource portable() {
        return new OshiSocketSource(oshi, clock);
    }

    /** Only netlink knows sockets by the cookies by which their ends are told. */
    private SocketEvents events(SourceChoice choice) {
        return asksKernel(choice) ? new DestroyEvents(clock, task -> Threads.background("socket events", task)) : new NoSocketEvents();
    }

    /** Whether the source that is asked first is told by the kernel what happens between two looks. */
    static boolean asksKernel(SourceChoice choice) {
        return switch (choice.kind()) {
            case AUTO -> LINUX && choice.proc() == null;
            case NETLINK -> true;
            case PROC, OSHI, DEMO -> false;
        };
    }

    private InterfaceSource interfaces(SourceChoice choice) {
        return readsProc(choice) ? new ProcInterfaceSource(root(choice)) : new OshiInterfaceSource(oshi, clock);
    }

    private HostSource host(SourceChoice choice) {
        return readsProc(choice) ? new ProcHostSource(root(choice), OS_RELEASE) : new OshiHostSource(oshi, PortClass.DYNAMIC::range);
    }

    private PortRange ephemeral(SourceChoice choice) {
        return readsProc(choice) ? host(choice).read().ephemeral() : PortClass.DYNAMIC.range();
    }

    private boolean readsProc(SourceChoice choice) {
        return LINUX && choice.kind() != SourceChoice.Kind.OSHI;
    }

    /** Told as the lever for the same choice compares them: start times have other units elsewhere. */
    private ProcessSource processes(SourceChoice choice) {
        if (choice.proc() != null) {
            return ProcProcessSource.captured(choice.proc(), clock);
        }
        return readsProc(choice) ? ProcProcessSource.live(clock) : new OshiProcessSource(oshi);
    }

    /** A captured tree is not this machine: nothing in it can be stopped, and {@link HandleLever} would compare other start times. */
    private Lever lever(SourceChoice choice) {
        if (choice.proc() != null) {
            return _ -> new Lever.Hold.Gone();
        }
        return readsProc(choice) ? new LinuxLever(ProcessIdentity.ofThisMachine(), rights) : new HandleLever();
    }

    private ServiceLever services(SourceChoice choice) {
        return readsProc(choice) && choice.proc() == null ? new LinuxServiceLever() : ServiceLever.NONE;
    }

    private Supervisors supervisors(SourceChoice choice) {
        return readsProc(choice) && choice.proc() == null ? LinuxSupervisors.ofThisMachine(clock) : Supervisors.NONE;
    }

    private ConnectionCloser closer(SourceChoice choice) {
        return readsProc(choice) && choice.proc() == null ? new LinuxConnectionCloser(rights) : new NoConnectionCloser();
    }

    private Launches launches(SourceChoice choice) {
        return readsProc(choice) && choice.proc() == null ? LinuxLaunches.ofThisMachine() : Launches.OF_FACTS;
    }

    /** Nothing is done to a captured tree. */
    private static Journal journal(SourceChoice choice, Optional<Path> folder) {
        if (choice.proc() != null) {
            return Journal.NONE;
        }
        return folder.<Journal>map(JournalFile::new)
                .orElseGet(() -> new MemoryJournal(List.of(), new Journal.Trouble(Journal.Trouble.Kind.NO_PLACE, "", "")));
    }

    /** The addresses of a captured tree mean nothing to the resolver of this machine. */
    private static HostNames names(SourceChoice choice) {
        return choice.proc() == null ? new SystemHostNames() : _ -> Optional.empty();
    }

    /** What listens in a captured tree does not listen here. */
    private static Predicate<String> browser(SourceChoice choice) {
        return choice.proc() == null ? DesktopBrowser.of(System.getProperty("os.name", ""))::open : _ -> false;
    }

    /** Who runs Quaywatch, as the process table tells; empty where it does not. */
    Optional<User> user() {
        ProcessSource processes = LINUX ? ProcProcessSource.live(clock) : new OshiProcessSource(oshi);
        return processes.find(ProcessHandle.current().pid()).map(ProcessFacts::user);
    }

    private static Path root(SourceChoice choice) {
        return choice.proc() == null ? ProcFs.LIVE_ROOT : choice.proc();
    }
}
