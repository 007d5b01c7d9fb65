package quaywatch.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import quaywatch.model.Snapshot;
import quaywatch.monitor.SamplingLoop;
import quaywatch.query.Query;
import quaywatch.view.Following;
import quaywatch.view.HappeningJson;
import quaywatch.view.Wording;

/** {@code watch [QUERY]}: what happens to the sockets that match, line by line, until somebody interrupts or nobody reads any more. */
final class WatchCommand {

    private static final Duration USUAL = Duration.ofSeconds(1);
    /** Of one core, where looks take long: more than for a window that stands open, as somebody waits for the lines. */
    private static final double SHARE = 0.25;

    private final Program program;
    private final Console console;

    WatchCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    /** Writes what one look brought, whole lines only. */
    private interface Listing {
        void write(Following.Step step, Snapshot snapshot) throws IOException;
    }

    /** @param interval  the time between two looks; empty for the usual one */
    ExitCode run(SourceChoice source, String text, boolean json, Optional<Duration> interval) {
        Optional<Query> query = new QueryReader(program, console).read(source, text);
        if (query.isEmpty()) {
            return ExitCode.USAGE;
        }
        try (SamplingLoop loop = program.watch(source)) {
            loop.setInterval(interval.orElse(USUAL));
            loop.setShare(SHARE);
            return watch(loop, Following.of(query.get()), new Complaints(console, source), json ? json() : table());
        } catch (IOException _) {
            // Nobody reads any more: not a failure, and a print writer tells of it in another way anyway.
            return ExitCode.DONE;
        }
    }

    private Listing json() throws IOException {
        HappeningJson json = new HappeningJson(console.out());
        return (step, snapshot) -> json.write(step.happenings(), snapshot.taken());
    }

    private Listing table() {
        EventTable table = new EventTable(new Wording(console.words(), program.names(), ZoneId.systemDefault()), console.out());
        return (step, snapshot) -> table.print(step.happenings(), snapshot.taken());
    }

    private ExitCode watch(SamplingLoop loop, Following start, Complaints complaints, Listing listing) throws IOException {
        Following following = start;
        boolean first = true;
        while (!Thread.currentThread().isInterrupted()) {
            Snapshot snapshot = loop.tickOnce();
            if (!complaints.tell(snapshot) && first) {
                return ExitCode.COULD_NOT_READ;
            }
            complaints.tellLimits(snapshot.report());
            console.err().flush();
            Following.Step step = following.next(snapshot);
            listing.write(step, snapshot);
            if (console.out().checkError()) {
                return ExitCode.DONE;
            }
            following = step.following();
            first = false;
            program.pause(loop.gap());
        }
        return ExitCode.DONE;
    }
}
