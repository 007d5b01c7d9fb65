package quaywatch.app;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import quaywatch.cli.Commands;
import quaywatch.cli.Diagnosis;
import quaywatch.cli.Program;
import quaywatch.cli.Screenshot;
import quaywatch.cli.SourceChoice;
import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;
import quaywatch.monitor.SamplingLoop;
import quaywatch.text.Words;

/** The program: what the command line may ask for, and the way from arguments to an exit code. */
public final class Quaywatch implements Program {

    private final Words words = new Words(Locale.getDefault());
    private final Machines machines = new Machines(Clock.systemUTC());

    /** Runs what the arguments ask for and gives the exit code. */
    public static int run(String... args) {
        Quaywatch program = new Quaywatch();
        PrintWriter out = writer(FileDescriptor.out, System.getProperty("stdout.encoding"));
        PrintWriter err = writer(FileDescriptor.err, System.getProperty("stderr.encoding"));
        return new Commands(program, program.words, out, err).run(args);
    }

    private static PrintWriter writer(FileDescriptor stream, String encoding) {
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(new FileOutputStream(stream), charset)));
    }

    @Override
    public String version() {
        Properties build = new Properties();
        try (InputStream in = Quaywatch.class.getResourceAsStream("/quaywatch/build.properties")) {
            build.load(Objects.requireNonNull(in, "build.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }

    @Override
    public SamplingLoop open(SourceChoice source) {
        Machine machine = machines.of(source);
        ScheduledExecutorService scheduler = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sampler").factory());
        return new SamplingLoop(machine.sockets().get(), machine.interfaces().get(), machine.clock(), scheduler);
    }

    @Override
    public Optional<PortRange> ephemeral(SourceChoice source) {
        return Optional.of(machines.of(source).ephemeral().get());
    }

    @Override
    public ServiceNames names() {
        try (InputStream in = Objects.requireNonNull(Quaywatch.class.getResourceAsStream("/quaywatch/ports/names.tsv"), "port names");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return ServiceNames.parse(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Diagnosis diagnose(SourceChoice source) {
        return new Doctor(machines).examine(source);
    }

    @Override
    public int window(SourceChoice source) {
        new WindowProgram(words).run(machines.of(source), names());
        return 0;
    }

    @Override
    public List<String> screens() {
        return Photographer.SCREENS;
    }

    @Override
    public void screenshot(Screenshot request) throws IOException {
        new Photographer(words).take(machines.of(request.source()), names(), request);
    }
}
