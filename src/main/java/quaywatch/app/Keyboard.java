package quaywatch.app;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import quaywatch.cli.ExitCode;
import quaywatch.cli.Terminal;

/** The terminal that Quaywatch runs in. */
final class Keyboard implements Terminal {

    /** A look may be on its way. */
    private static final long SECONDS_TO_END = 15;

    private final InputStream in;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile @Nullable Runnable cancel;
    private volatile boolean waits;

    Keyboard(InputStream in) {
        this.in = in;
    }

    @Override
    public boolean attended() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public Optional<String> answer() {
        waits = true;
        try {
            return line();
        } catch (IOException _) {
            return Optional.empty();
        } finally {
            waits = false;
        }
    }

    @Override
    public Optional<String> typed() {
        try {
            return in.available() > 0 ? line() : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            bytes.write(next);
        }
        return Optional.of(bytes.toString(Charset.defaultCharset()));
    }

    @Override
    public void onInterrupt(Runnable action) {
        boolean first = cancel == null;
        cancel = action;
        if (first) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "interrupt"));
        }
    }

    /** The command has ended, and everything is written. */
    void ended(int code) {
        ended.complete(code);
    }

    /** Runs whenever the program ends, and as the last thing: the exit code of an interrupted program would be the signal's. */
    private void interrupted() {
        Runnable action = cancel;
        if (ended.isDone() || action == null) {
            return;
        }
        action.run();
        Runtime.getRuntime().halt(waits ? ExitCode.CANCELLED.number() : code());
    }

    private int code() {
        try {
            return ended.get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitCode.CANCELLED.number();
        } catch (ExecutionException | TimeoutException _) {
            return ExitCode.CANCELLED.number();
        }
    }
}
