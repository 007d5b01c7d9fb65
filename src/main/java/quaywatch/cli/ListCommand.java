package quaywatch.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import quaywatch.model.Row;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.monitor.SamplingLoop;
import quaywatch.query.Measure;
import quaywatch.query.Query;
import quaywatch.text.Visible;
import quaywatch.view.Column;
import quaywatch.view.Columns;
import quaywatch.view.Line;
import quaywatch.view.Scope;
import quaywatch.view.Shown;
import quaywatch.view.ShownCsv;
import quaywatch.view.SocketJson;
import quaywatch.view.SocketLine;
import quaywatch.view.ViewState;
import quaywatch.view.Viewer;
import quaywatch.view.Wording;

/** {@code list [QUERY]}: the sockets that match, as a table, as CSV or as JSON. */
final class ListCommand {

    /** By their ids; the same in every command that tells of sockets. */
    static final List<String> COLUMNS = List.of("owner", "pid", "proto", "state", "address", "port", "raddr", "rport", "exposure",
            "user");
    /** Shown too where there are two looks to tell them from. */
    private static final List<String> RATES = List.of("in", "out", "rtt");
    /** After how many sockets it is asked whether anyone still reads; asking empties the buffer. */
    private static final int BATCH = 500;

    private final Program program;
    private final Console console;

    ListCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    /** @param interval  the time between two looks; empty for one look */
    ExitCode run(SourceChoice source, String text, ListShape shape, Optional<Duration> interval) throws UsageException {
        Optional<Query> query = new QueryReader(program, console).read(source, text);
        if (query.isEmpty()) {
            return ExitCode.USAGE;
        }
        if ((query.get().asksFor(Measure.RATE) || shape.needsRates()) && interval.isEmpty()) {
            throw new UsageException(console.words().get("cli.rateNeedsInterval"));
        }
        return list(source, query.get(), text, shape, interval);
    }

    /** One look, a second one where it had to leave owners open; or two with a time between them. */
    private Snapshot look(SourceChoice source, Optional<Duration> interval) {
        try (SamplingLoop loop = interval.isPresent() ? program.watch(source) : program.open(source)) {
            if (interval.isEmpty()) {
                return Glance.at(loop);
            }
            loop.tickOnce();
            program.pause(interval.get());
            // Owners that the first look left open have been found by now.
            return loop.tickOnce();
        }
    }

    private ExitCode list(SourceChoice source, Query query, String text, ListShape shape, Optional<Duration> interval) {
        Snapshot snapshot = look(source, interval);
        if (!new Complaints(console, source).tell(snapshot)) {
            return ExitCode.COULD_NOT_READ;
        }
        boolean any = switch (shape.form()) {
            case JSON -> json(snapshot, query);
            case CSV, TABLE -> lines(snapshot, query, shape, interval.isPresent());
        };
        if (!any && shape.form() == ListShape.Form.TABLE) {
            console.complain(text.isBlank() ? "cli.noSockets" : "cli.noMatch", Visible.shortened(text, Console.MOST));
        }
        return any ? ExitCode.DONE : ExitCode.NOTHING_MATCHED;
    }

    private boolean lines(Snapshot snapshot, Query query, ListShape shape, boolean rates) {
        ServiceNames names = program.names();
        List<SocketLine> found = matching(snapshot, query, names);
        List<SocketLine> lines = shape.sort().map(sort -> sort.of(found, names)).orElse(found);
        Wording wording = new Wording(console.words(), names, ZoneId.systemDefault());
        List<Column> columns = shape.columns().isEmpty() ? usual(rates) : shape.columns();
        if (shape.form() == ListShape.Form.CSV) {
            csv(new Shown(columns, List.copyOf(lines), wording, snapshot.taken()), shape.header());
        } else if (!lines.isEmpty()) {
            new TextTable(columns, wording, snapshot.taken()).print(lines, shape.header(), console.out());
        }
        return !lines.isEmpty();
    }

    /** What holds a port first, each with its twin, then the rest. */
    private List<SocketLine> matching(Snapshot snapshot, Query query, ServiceNames names) {
        List<SocketLine> lines = new ArrayList<>();
        for (Scope scope : List.of(Scope.LISTENING, Scope.ALL)) {
            for (Line line : new Viewer(console.words(), names).rows(snapshot, ViewState.of(scope).withQuery(query), snapshot.taken())
                    .lines()) {
                if (line instanceof SocketLine socket && (scope == Scope.LISTENING || !socket.socket().holdsPort())) {
                    lines.add(socket);
                }
            }
        }
        return lines;
    }

    private static List<Column> usual(boolean rates) {
        return Stream.concat(COLUMNS.stream(), rates ? RATES.stream() : Stream.<String>empty()).map(Columns::byId)
                .flatMap(Optional::stream).toList();
    }

    private void csv(Shown shown, boolean header) {
        try {
            ShownCsv.write(shown, header, console.out());
        } catch (IOException _) {
            // Nobody reads any more: a print writer tells of it in another way.
        }
    }

    /** One object for each socket, in the order of the source; an empty array where none matches. */
    private boolean json(Snapshot snapshot, Query query) {
        int written = 0;
        try (SocketJson json = new SocketJson(console.out())) {
            for (Row row : snapshot.rows()) {
                if (query.matches(row, snapshot.taken())) {
                    json.write(row, snapshot.taken());
                    written++;
                    if (written % BATCH == 0 && console.out().checkError()) {
                        return true;
                    }
                }
            }
        } catch (IOException _) {
            // Nobody reads any more: not a failure, and a print writer tells of it in another way anyway.
        }
        console.out().println();
        return written > 0;
    }
}
