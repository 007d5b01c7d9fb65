package quaywatch.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.cli.SourceChoice;
import quaywatch.collect.EarlySocketSource;
import quaywatch.collect.FallbackSocketSource;
import quaywatch.collect.HostSource;
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
import quaywatch.kernel.ProcessIdentity;
import quaywatch.kernel.call.SystemCalls;
import quaywatch.model.PortClass;
import quaywatch.model.ProcessFacts;
import quaywatch.model.User;

/** Makes the {@link Machine} that a source choice means on this system: netlink and /proc on Linux, OSHI elsewhere and where those fail. */
final class Machines {

    private static final Path OS_RELEASE = Path.of("/etc/os-release");

    /** The user of the made-up workstation. */
    private static final User MIRA = new User(1_000, "mira");

    private static final String OS = System.getProperty("os.name", "");
    private static final boolean LINUX = OS.equals("Linux");

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
            return madeUp();
        }
        if (choice.proc() != null) {
            return captured(choice, choice.proc());
        }
        return LINUX && choice.kind() != SourceChoice.Kind.OSHI ? linux(choice) : portable(choice);
    }

    private Machine linux(SourceChoice choice) {
        HostSource host = ProcHostSource.live();
        return new Machine(() -> sockets(choice), ProcInterfaceSource::live, () -> events(choice), host,
                () -> host.read().ephemeral(), ProcProcessSource.live(clock), new LinuxLever(ProcessIdentity.ofThisMachine(), rights),
                new LinuxServiceLever(), LinuxSupervisors.ofThisMachine(clock), LinuxLaunches.ofThisMachine(), Machines::journal,
                new LinuxConnectionCloser(rights), new BindProbe(), this::user, new SystemHostNames(), DesktopBrowser.of(OS)::open, clock,
                _ -> {});
    }

    /** Processes and the lever to them are of one kind: start times have other units elsewhere. */
    private Machine portable(SourceChoice choice) {
        return new Machine(() -> sockets(choice), () -> new OshiInterfaceSource(oshi, clock), () -> events(choice),
                new OshiHostSource(oshi, PortClass.DYNAMIC::range), PortClass.DYNAMIC::range, new OshiProcessSource(oshi),
                new HandleLever(),
                ServiceLever.NONE, Supervisors.NONE, Launches.OF_FACTS, Machines::journal, new NoConnectionCloser(), new BindProbe(),
                this::user, new SystemHostNames(), DesktopBrowser.of(OS)::open, clock, _ -> {});
    }

    /**
     * A captured tree is not this machine: nothing in it can be stopped, its addresses mean nothing to the resolver of
     * this one, and what listens in it does not listen here.
     */
    private Machine captured(SourceChoice choice, Path tree) {
        HostSource host = new ProcHostSource(tree, OS_RELEASE);
        return new Machine(() -> sockets(choice), () -> new ProcInterfaceSource(tree), NoSocketEvents::new, host,
                () -> host.read().ephemeral(), ProcProcessSource.captured(tree, clock), _ -> new Lever.Hold.Gone(), ServiceLever.NONE,
                Supervisors.NONE, Launches.OF_FACTS, _ -> Journal.NONE, new NoConnectionCloser(), new BindProbe(), this::user,
                _ -> Optional.empty(), _ -> false, clock, _ -> {});
    }

    private Machine madeUp() {
        Rehearsal rehearsal = new Rehearsal(clock);
        Demo demo = new Demo(rehearsal);
        return new Machine(demo::sockets, demo::interfaces, demo::events, demo.host(), demo::ephemeral, demo.processes(), demo.lever(),
                demo.services(), demo.supervisors(), demo.launches(), _ -> demo.journal(), demo.closer(), demo.probe(),
                () -> Optional.of(MIRA), demo.names(), _ -> false, rehearsal, rehearsal::play);
    }

    private SocketSource sockets(SourceChoice choice) {
        List<SocketSource> sources = each(choice);
        return sources.size() == 1 ? sources.getFirst() : new FallbackSocketSource(sources, clock);
    }

    /** Every source that the choice may come to, the best first. */
    List<SocketSource> each(SourceChoice choice) {
        return switch (choice.kind()) {
            case AUTO -> choice.proc() != null
                    ? List.of(proc(choice))
                    : LINUX ? List.of(netlink(), proc(choice), oshi()) : List.of(oshi());
            case NETLINK -> List.of(netlink());
            case PROC -> List.of(proc(choice));
            case OSHI -> List.of(oshi());
            case DEMO -> List.of(new Demo(clock).sockets());
        };
    }

    private SocketSource proc(SourceChoice choice) {
        return choice.proc() == null ? LinuxSocketSource.proc(clock, BESIDE) : LinuxSocketSource.captured(choice.proc(), clock);
    }

    private SocketSource oshi() {
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

    private static Journal journal(Optional<Path> folder) {
        return folder.<Journal>map(JournalFile::new)
                .orElseGet(() -> new MemoryJournal(List.of(), new Journal.Trouble(Journal.Trouble.Kind.NO_PLACE, "", "")));
    }

    /** Who runs Quaywatch, as the process table tells; empty where it does not. */
    Optional<User> user() {
        ProcessSource processes = LINUX ? ProcProcessSource.live(clock) : new OshiProcessSource(oshi);
        return processes.find(ProcessHandle.current().pid()).map(ProcessFacts::user);
    }
}
