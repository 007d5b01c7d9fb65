package quaywatch.app;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import quaywatch.cli.Commands;
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
import quaywatch.control.DeedWords;
import quaywatch.control.Journal;
import quaywatch.control.Pace;
import quaywatch.control.Patience;
import quaywatch.control.Planner;
import quaywatch.control.PortAnswer;
import quaywatch.control.PortInquiry;
import quaywatch.control.Recorder;
import quaywatch.control.Self;
import quaywatch.control.StopTools;
import quaywatch.model.Protocol;
import quaywatch.model.ServiceNames;
import quaywatch.model.User;
import quaywatch.monitor.SamplingLoop;
import quaywatch.query.Here;
import quaywatch.settings.RuntimeFolder;
import quaywatch.settings.StateFolder;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** The program: what the command line may ask for, and the way from arguments to an exit code. */
public final class Quaywatch implements Program {

    /** What EX_SOFTWARE of sysexits.h says: the fault is the program's. */
    private static final int FAULT = 70;
    /** As for a picture that can't be written. */
    private static final int UNWRITTEN = 3;

    private final Words words;
    private final CrashReport crash;
    private final Machines machines;

    private final Keyboard keyboard;
    private final PrintWriter err;
    private final Set<String> told = new HashSet<>();

    private Quaywatch(Machines machines, Words words, CrashReport crash, Keyboard keyboard, PrintWriter err) {
        this.err = err;
        this.machines = machines;
        this.words = words;
        this.crash = crash;
        this.keyboard = keyboard;
    }

    /** Runs what the arguments ask for and gives the exit code. */
    public static int run(String... args) {
        Keyboard keyboard = new Keyboard(System.in);
        int code = run(keyboard, args);
        keyboard.ended(code);
        return code;
    }

    private static int run(Keyboard keyboard, String... args) {
        Logging.install();
        Machines machines = new Machines(Clock.systemUTC());
        machines.prepare(args);
        Words words = new Words(Locale.getDefault());
        Outlet stdout = new Outlet(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = writer(stdout, System.getProperty("stdout.encoding"));
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err), System.getProperty("stderr.encoding"));
        CrashReport crash = new CrashReport(StateFolder.of(System.getenv()), words, err, InstantSource.system());
        Thread.setDefaultUncaughtExceptionHandler(crash);
        try {
            int code = new Commands(new Quaywatch(machines, words, crash, keyboard, err), words, out, err).run(args);
            return written(stdout, words, err) ? code : UNWRITTEN;
        } catch (RuntimeException | Error e) {
            crash.ended(e);
            return FAULT;
        }
    }

    private static boolean written(Outlet stdout, Words words, PrintWriter err) {
        stdout.lost().ifPresent(cause -> {
            err.println(words.get("app.cannotWrite", Visible.of(cause)));
            err.flush();
        });
        return stdout.lost().isEmpty();
    }

    private static PrintWriter writer(OutputStream stream, String encoding) {
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)));
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

    private int open(SourceChoice source, Opening opening, Consumer<Consumer<Opening>> wishes) throws NoWindowException {
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
