package quaywatch.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import quaywatch.cli.Diagnosis;
import quaywatch.cli.Glance;
import quaywatch.cli.NoWindowException;
import quaywatch.cli.Opening;
import quaywatch.cli.Program;
import quaywatch.cli.Screenshot;
import quaywatch.cli.SourceChoice;
import quaywatch.cli.Terminal;
import quaywatch.cli.Workshop;
import quaywatch.collect.NoSocketEvents;
import quaywatch.collect.SocketEvents;
import quaywatch.control.Deed;
import quaywatch.control.Journal;
import quaywatch.control.Pace;
import quaywatch.control.Patience;
import quaywatch.control.Planner;
import quaywatch.control.PortAnswer;
import quaywatch.control.PortInquiry;
import quaywatch.control.Recorder;
import quaywatch.control.Self;
import quaywatch.control.StopTools;
import quaywatch.control.words.DeedWords;
import quaywatch.model.Protocol;
import quaywatch.model.ServiceNames;
import quaywatch.model.User;
import quaywatch.monitor.SamplingLoop;
import quaywatch.query.Here;
import quaywatch.settings.RuntimeFolder;
import quaywatch.settings.StateFolder;
import quaywatch.text.Words;

/** What the command line needs, on the machine that it runs on. */
final class RealProgram implements Program {

    private final Machines machines;
    private final Words words;
    private final CrashReport crash;
    private final Keyboard keyboard;
    private final PrintWriter err;
    private final Set<String> told = new HashSet<>();

    /** @param err  takes what goes wrong beside a command that goes on */
    RealProgram(Machines machines, Words words, CrashReport crash, Keyboard keyboard, PrintWriter err) {
        this.machines = machines;
        this.words = words;
        this.crash = crash;
        this.keyboard = keyboard;
        this.err = err;
    }

    @Override
    public void tellAll() {
        crash.tellAll();
    }

    @Override
    public String version() {
        return Shipped.version();
    }

    @Override
    public SamplingLoop open(SourceChoice source) {
        return loop(machines.of(source), new NoSocketEvents());
    }

    @Override
    public SamplingLoop watch(SourceChoice source) {
        Machine machine = machines.of(source);
        return loop(machine, machine.events().get());
    }

    private static SamplingLoop loop(Machine machine, SocketEvents events) {
        return new SamplingLoop(machine.sockets().get(), machine.interfaces().get(), events, machine.clock(), Threads.single("sampler"));
    }

    @Override
    public void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Here here(SourceChoice source) {
        Machine machine = machines.of(source);
        return new Here(names(), machine.ephemeral().get(), machine.user().get().orElse(null),
                machine.clock().withZone(ZoneId.systemDefault()));
    }

    @Override
    public ServiceNames names() {
        return Shipped.names();
    }

    @Override
    public PortAnswer why(SourceChoice source, Protocol protocol, int port) {
        Machine machine = machines.of(source);
        try (SamplingLoop loop = loop(machine, new NoSocketEvents())) {
            return new PortInquiry(machine.probe(), () -> Glance.at(loop), machine.host()::rules, machine.user(), machine.clock())
                    .ask(protocol, port);
        }
    }

    @Override
    public Workshop workshop(SourceChoice source, Patience patience) {
        Machine machine = machines.of(source);
        SamplingLoop loop = loop(machine, new NoSocketEvents());
        User me = machine.user().get().orElse(null);
        StopTools tools = new StopTools(machine.lever(), machine.services(), machine.probe(), new Holders(() -> Glance.at(loop)),
                machine.supervisors(), patience, Pace.real(), new Recorder(journal(source), machine.launches(), Deed.Means.COMMAND_LINE,
                        me, machine.clock(), this::tell));
        return new Workshop(loop, machine.processes()::find,
                new Planner(Self.ofThisProcess(me, machine.lever().administrators().isPresent())), tools, machine.clock());
    }

    @Override
    public Journal journal(SourceChoice source) {
        return machines.of(source).journal().apply(StateFolder.of(System.getenv()));
    }

    /** Once: what was done was done all the same. */
    private synchronized void tell(Optional<Journal.Trouble> trouble) {
        trouble.map(new DeedWords(words)::trouble).filter(told::add).ifPresent(sentence -> {
            err.println(sentence);
            err.flush();
        });
    }

    @Override
    public Terminal terminal() {
        return keyboard;
    }

    @Override
    public Diagnosis diagnose(SourceChoice source) {
        return new Doctor(machines).examine(source);
    }

    @Override
    public int window(SourceChoice source, Opening opening) throws NoWindowException {
        Optional<Path> folder = RuntimeFolder.of(System.getenv());
        // Another source is another window.
        if (folder.isEmpty() || !source.equals(SourceChoice.AUTO)) {
            return open(source, opening, _ -> {});
        }
        return switch (OneWindow.claim(folder.get(), OneWindow.display(System.getenv()), opening)) {
            case OneWindow.Claim.First(OneWindow first) -> {
                try (first) {
                    yield open(source, opening, first::serve);
                }
            }
            case OneWindow.Claim.Told _ -> 0;
            case OneWindow.Claim.Unknown _ -> open(source, opening, _ -> {});
        };
    }

    private int open(SourceChoice source, Opening opening, Consumer<Predicate<Opening>> wishes) throws NoWindowException {
        try (var _ = DrawingLibraries.ready(words)) {
            new WindowProgram(words).run(machines.of(source), names(), opening, wishes);
            return 0;
        }
    }

    @Override
    public List<String> places() {
        return Places.names();
    }

    @Override
    public List<String> screens() {
        return Stream.concat(Pose.NAMES.stream(), Stream.of(Photographer.ALL)).toList();
    }

    @Override
    public void screenshot(Screenshot request) throws IOException, NoWindowException {
        try (var _ = DrawingLibraries.ready(words)) {
            new Photographer(words).take(() -> machines.of(request.source()), names(), request);
        }
    }
}
