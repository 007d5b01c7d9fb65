package quaywatch.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import quaywatch.control.Way;
import quaywatch.model.Protocol;
import quaywatch.monitor.SamplingLoop;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** The arguments of one call, read and checked. */
final class Arguments {

    static final String ROOT = "quaywatch";
    static final String LIST = "list";
    static final String WATCH = "watch";
    static final String WHO = "who";
    static final String WHY = "why";
    static final String FREE = "free";
    static final String KILL = "kill";
    static final String HISTORY = "history";
    static final String DOCTOR = "doctor";

    /** What --source can name; the made-up machine has an option of its own. */
    static final SourceChoice.Kind[] REAL = {SourceChoice.Kind.AUTO, SourceChoice.Kind.NETLINK, SourceChoice.Kind.PROC,
            SourceChoice.Kind.OSHI};

    private static final List<String> NOT_OF_JSON = List.of("--csv", "--columns", "--sort", "--no-header");

    private final Words words;
    private final ParseResult root;
    private final ParseResult last;
    private final Given given;

    private Arguments(Words words, ParseResult root) {
        this.words = words;
        this.root = root;
        this.last = root.hasSubcommand() ? root.subcommand() : root;
        this.given = new Given(words, root, last);
    }

    /** Reads the arguments; what can't be read is a {@link CommandLine.ParameterException}. */
    static Arguments parse(Words words, String... args) {
        CommandLine line = new CommandLine(new Syntax(words, Detail.NONE).root());
        // A query may begin with an @ or hold a ${}: it is text, never a file name or a variable.
        line.setExpandAtFiles(false).setInterpolateVariables(false);
        // A screen may be called as a command is.
        line.setAllowSubcommandsAsOptionParameters(true);
        return new Arguments(words, line.parseArgs(args));
    }

    /** Those that open the window or draw it. */
    WindowArguments window() {
        return new WindowArguments(words, given);
    }

    String commandName() {
        return last.commandSpec().name();
    }

    boolean asksForHelp() {
        return last.isUsageHelpRequested() || root.isUsageHelpRequested();
    }

    boolean asksForVersion() {
        return root.isVersionHelpRequested();
    }

    boolean verbose() {
        return given.hasAnywhere("--verbose");
    }

    boolean json() {
        return given.has("--json");
    }

    /** In which form to list. JSON has every field of every socket, so what chooses some of them is wrong beside it. */
    ListShape listShape() throws UsageException {
        for (String option : NOT_OF_JSON) {
            if (json() && given.has(option)) {
                throw new UsageException(words.get("cli.jsonHasAll", option));
            }
        }
        ListShape.Form form = json() ? ListShape.Form.JSON : given.has("--csv") ? ListShape.Form.CSV : ListShape.Form.TABLE;
        ColumnReader reader = new ColumnReader(words);
        String columns = given.value("--columns");
        String sort = given.value("--sort");
        return new ListShape(form, !given.has("--no-header"), columns == null ? List.of() : reader.columns(columns),
                sort == null ? Optional.empty() : Optional.of(reader.sort(sort)));
    }

    /** What a command was given that takes ports or processes, as it stands. */
    List<String> numbers() {
        return given.rest();
    }

    Protocol protocol() {
        return given.has("--udp") ? Protocol.UDP : Protocol.TCP;
    }

    /** The time between two looks; empty where none was given. */
    Optional<Duration> interval() throws UsageException {
        String text = given.value("--interval");
        if (text == null) {
            return Optional.empty();
        }
        if (text.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            Duration time = Duration.ofMillis(Math.round(Double.parseDouble(text) * 1_000));
            if (time.compareTo(SamplingLoop.SHORTEST) >= 0 && time.compareTo(SamplingLoop.LONGEST) <= 0) {
                return Optional.of(time);
            }
        }
        throw new UsageException(words.get("cli.wrongInterval", Visible.of(text)));
    }

    /** Whether all processes below are meant too. */
    boolean tree() {
        return given.has("--tree");
    }

    /** How something is to be stopped. */
    StopWishes stopWishes() throws UsageException {
        Optional<Way.Kind> lever = given.value("--lever") == null
                ? Optional.empty()
                : Optional.of(given.chosen("--lever", Way.Kind.values(), Way.Kind.PROCESS));
        return new StopWishes(lever, given.has("--yes"), given.has("--dry-run"), json(),
                !given.has("--no-watch"), !given.has("--no-force"), given.seconds("--force-after"), timeout());
    }

    /** Whether what is kept shall be forgotten. */
    boolean erase() {
        return given.has("--erase");
    }

    /** After how long to give up; empty where nothing was said. */
    Optional<Duration> timeout() throws UsageException {
        return given.seconds("--timeout");
    }

    @Nullable
    String untilFree() {
        return given.value("--until-free");
    }

    @Nullable
    String untilOpen() {
        return given.value("--until-open");
    }

    /** The words of the query joined by blanks; empty for everything. */
    String query() {
        return String.join(" ", given.rest());
    }

    SourceChoice source() throws UsageException {
        String proc = given.value("--proc");
        if (given.hasAnywhere("--demo")) {
            if (proc != null || given.value("--source") != null) {
                throw new UsageException(words.get("cli.demoAlone"));
            }
            return new SourceChoice(SourceChoice.Kind.DEMO, null);
        }
        SourceChoice.Kind kind = given.chosen("--source", REAL, SourceChoice.Kind.AUTO);
        if (proc != null && kind != SourceChoice.Kind.AUTO && kind != SourceChoice.Kind.PROC) {
            throw new UsageException(words.get("cli.procNeedsProc"));
        }
        return new SourceChoice(kind, proc == null ? null : given.path("--proc", proc));
    }
}
