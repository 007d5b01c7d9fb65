package quaywatch.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.text.Visible;
import quaywatch.view.Column;
import quaywatch.view.Columns;
import quaywatch.view.Scope;
import quaywatch.view.SocketJson;
import quaywatch.view.SocketLine;
import quaywatch.view.ViewState;
import quaywatch.view.Viewer;
import quaywatch.view.Wording;

/** {@code who PORT...}: who holds the ports, every process of each. */
final class WhoCommand {

    private static final List<String> COLUMNS = List.of("owner", "pid", "user", "proto", "port", "state", "address", "exposure",
            "belongs");
    private static final int NAME = 40;

    private final Program program;
    private final Console console;

    WhoCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    ExitCode run(SourceChoice source, List<String> texts, boolean json) throws UsageException {
        Set<Integer> ports = new PortReader(console.words(), program::names).several(Arguments.WHO, texts);
        Snapshot snapshot = new Glance(program).at(source);
        if (!new Complaints(console, source).tell(snapshot)) {
            return ExitCode.COULD_NOT_READ;
        }
        List<Row> rows = snapshot.rows().stream()
                .filter(row -> !row.isClosed() && row.socket().holdsPort() && ports.contains(row.socket().local().port())).toList();
        if (json) {
            json(rows, snapshot);
        } else if (rows.isEmpty()) {
            console.complain("cli.nobodyHolds", Visible.shortened(String.join(", ", texts), Console.MOST));
        } else {
            table(snapshot, ports);
            rows.stream().map(row -> row.live().owner()).distinct().forEach(this::sharers);
        }
        return rows.isEmpty() ? ExitCode.NOTHING_MATCHED : ExitCode.DONE;
    }

    private void table(Snapshot snapshot, Set<Integer> ports) {
        ServiceNames names = program.names();
        List<SocketLine> lines = new Viewer(console.words(), names).rows(snapshot, ViewState.of(Scope.LISTENING), snapshot.taken()).lines()
                .stream().filter(SocketLine.class::isInstance).map(SocketLine.class::cast)
                .filter(line -> ports.contains(line.socket().local().port())).toList();
        List<Column> columns = COLUMNS.stream().map(Columns::byId).flatMap(Optional::stream).toList();
        new TextTable(columns, new Wording(console.words(), names, ZoneId.systemDefault()), snapshot.taken()).print(lines, console.out());
    }

    /** A table has room for one process a line; a shared socket has more. */
    private void sharers(Owner owner) {
        if (owner instanceof Owner.Processes(var holders) && holders.size() > 1) {
            console.out().println(console.words().get("cli.who.shared", Visible.name(holders.getFirst().name(), NAME),
                    holders.stream().map(holder -> Long.toString(holder.id().pid())).collect(Collectors.joining(", "))));
        }
    }

    private void json(List<Row> rows, Snapshot snapshot) {
        try (SocketJson json = new SocketJson(console.out())) {
            for (Row row : rows) {
                json.write(row, snapshot.taken());
            }
        } catch (IOException _) {
            // Nobody reads any more: a print writer tells of it in another way.
        }
        console.out().println();
    }
}
