package quaywatch.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import quaywatch.model.Protocol;
import quaywatch.model.Snapshot;
import quaywatch.model.SocketState;
import quaywatch.monitor.SamplingLoop;

/** {@code watch --until-free PORT} and {@code --until-open PORT}: waits without a word until nobody holds a TCP port, or somebody listens on it. */
final class UntilCommand {

    private static final Duration USUAL = Duration.ofMillis(500);

    private final Program program;
    private final Console console;

    UntilCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    /**
     * @param open      whether to wait for a listener, else for nobody to hold the port
     * @param interval  the time between two looks; empty for the usual one
     * @param timeout   when to give up; empty for never
     */
    ExitCode run(SourceChoice source, String text, boolean open, Optional<Duration> interval, Optional<Duration> timeout)
            throws UsageException {
        int port = new PortReader(console.words(), program::names).one(List.of(text));
        Complaints complaints = new Complaints(console, source);
        try (SamplingLoop loop = program.open(source)) {
            long begin = program.nanos();
            while (!Thread.currentThread().isInterrupted()) {
                Snapshot snapshot = loop.tickOnce();
                if (!complaints.tell(snapshot)) {
                    return ExitCode.COULD_NOT_READ;
                }
                if (open ? holds(snapshot, port, true) : !holds(snapshot, port, false)) {
                    return ExitCode.DONE;
                }
                if (timeout.isPresent() && Duration.ofNanos(program.nanos() - begin).compareTo(timeout.get()) >= 0) {
                    return ExitCode.TIMEOUT;
                }
                program.pause(interval.orElse(USUAL));
            }
        }
        return ExitCode.CANCELLED;
    }

    private static boolean holds(Snapshot snapshot, int port, boolean listening) {
        return snapshot.rows().stream().filter(row -> !row.isClosed()).map(row -> row.socket())
                .anyMatch(socket -> socket.holdsPort() && socket.protocol() == Protocol.TCP
                        && socket.local().port() == port && (!listening || socket.state() == SocketState.LISTEN));
    }
}
