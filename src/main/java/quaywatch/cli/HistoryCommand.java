package quaywatch.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import quaywatch.control.Deed;
import quaywatch.control.DeedJson;
import quaywatch.control.Journal;
import quaywatch.control.Journal.Deeds;
import quaywatch.control.words.DeedWords;
import quaywatch.view.Figures;

/** {@code history}: what was stopped, in the window and on the command line, and the commands that were running. */
final class HistoryCommand {

    private static final String INDENT = "    ";

    private final Console console;
    private final Journal journal;
    private final InstantSource clock;
    private final DeedWords words;

    HistoryCommand(Console console, Journal journal, InstantSource clock) {
        this.console = console;
        this.journal = journal;
        this.clock = clock;
        this.words = new DeedWords(console.words());
    }

    ExitCode run(boolean json, boolean erase) throws UsageException {
        if (json && erase) {
            throw new UsageException(console.words().get("cli.history.one"));
        }
        return erase ? erase() : list(json);
    }

    private ExitCode erase() {
        Optional<Journal.Trouble> trouble = journal.erase();
        trouble.map(words::trouble).ifPresentOrElse(console.err()::println,
                () -> console.out().println(console.words().get("cli.history.erased")));
        return trouble.isPresent() ? ExitCode.COULD_NOT_READ : ExitCode.DONE;
    }

    private ExitCode list(boolean json) {
        Deeds deeds = journal.read();
        if (deeds.broken() > 0) {
            console.err().println(words.broken(deeds.broken()));
        }
        if (deeds.trouble() != null) {
            console.err().println(words.trouble(deeds.trouble()));
        }
        if (json) {
            json(deeds.latestFirst(), console.out());
        } else if (deeds.latestFirst().isEmpty() && deeds.trouble() == null) {
            console.out().println(console.words().get("cli.history.empty"));
        } else {
            deeds.latestFirst().forEach(this::tell);
        }
        boolean unread = deeds.trouble() != null && deeds.trouble().kind() == Journal.Trouble.Kind.NOT_READ;
        return unread ? ExitCode.COULD_NOT_READ : ExitCode.DONE;
    }

    private static void json(List<Deed> deeds, PrintWriter out) {
        out.println(deeds.stream().map(DeedJson::text).collect(Collectors.joining(",\n", deeds.isEmpty() ? "[" : "[\n",
                deeds.isEmpty() ? "]" : "\n]")));
    }

    private void tell(Deed deed) {
        String ended = Stream.of(words.result(deed) + ".", words.note(deed)).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        console.out().println(console.words().get("cli.history.line", Figures.moment(deed.at(), ZoneId.systemDefault(), clock.instant()),
                words.what(deed), words.ports(deed), ended));
        if (!DeedWords.again(deed).isEmpty()) {
            console.out().println(INDENT + DeedWords.againInFolder(deed));
        }
    }
}
