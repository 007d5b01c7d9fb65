package quaywatch.app;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Locale;

import quaywatch.cli.Commands;
import quaywatch.cli.ExitCode;
import quaywatch.settings.StateFolder;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** The way from arguments to an exit code. */
public final class Quaywatch {

    private Quaywatch() {}

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
            int code = new Commands(new RealProgram(machines, words, crash, keyboard, err), words, out, err).run(args);
            return written(stdout, words, err) ? code : ExitCode.COULD_NOT_READ.number();
        } catch (RuntimeException | Error e) {
            crash.ended(e);
            return ExitCode.FAULT.number();
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
        // Whatever the environment makes of it: an encoding that this Java lacks is no reason to say nothing.
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding, Charset.defaultCharset());
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)));
    }
}
