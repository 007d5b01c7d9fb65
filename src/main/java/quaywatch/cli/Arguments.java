package quaywatch.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

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

    private static final List<String> OF_A_PICTURE = List.of("--screenshot", "--theme", "--size", "--screen");

    private static final List<String> NOT_OF_JSON = List.of("--csv", "--columns", "--sort", "--no-header");

    private final Words words;
    private final ParseResult root;
    private final ParseResult last;

    private Arguments(Words words, ParseResult root) {
        this.words = words;
        this.root = root;
        this.last = root.hasSubcommand() ? root.subcommand() : root;
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
        return last.hasMatchedOption("--verbose") || root.hasMatchedOption("--verbose");
    }

    boolean json() {
        return last.hasMatchedOption("--json");
    }

    /** In which form to list. JSON has every field of every socket, so what chooses some of them is wrong beside it. */
    ListShape listShape() throws UsageException {
        for (String option : NOT_OF_JSON) {
            if (json() && last.hasMatchedOption(option)) {
                throw new UsageException(words.get("cli.jsonHasAll", option));
            }
        }
        ListShape.Form form = json() ? ListShape.Form.JSON : last.hasMatchedOption("--csv") ? ListShape.Form.CSV : ListShape.Form.TABLE;
        ColumnReader reader = new ColumnReader(words);
        String columns = value("--columns");
        String sort = value("--sort");
        return new ListShape(form, !last.hasMatchedOption("--no-header"), columns == null ? List.of() : reader.columns(columns),
                sort == null ? Optional.empty() : Optional.of(reader.sort(sort)));
    }

    /** What a command was given that takes ports or processes, as it stands. */
    List<String> numbers() {
        return List.of(last.matchedPositionalValue(0, new String[0]));
    }

    Protocol protocol() {
        return last.hasMatchedOption("--udp") ? Protocol.UDP : Protocol.TCP;
    }

    /** The time between two looks; empty where none was given. */
    Optional<Duration> interval() throws UsageException {
        String text = value("--interval");
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
        return last.hasMatchedOption("--tree");
    }

    /** How something is to be stopped. */
    StopWishes stopWishes() throws UsageException {
        Optional<Way.Kind> lever = value("--lever") == null
                ? Optional.empty()
                : Optional.of(chosen("--lever", Way.Kind.values(), Way.Kind.PROCESS));
        return new StopWishes(lever, last.hasMatchedOption("--yes"), last.hasMatchedOption("--dry-run"), json(),
                !last.hasMatchedOption("--no-watch"), !last.hasMatchedOption("--no-force"), seconds("--force-after"), timeout());
    }

    /** Whether what is kept shall be forgotten. */
    boolean erase() {
        return last.hasMatchedOption("--erase");
    }

    /** After how long to give up; empty where nothing was said. */
    Optional<Duration> timeout() throws UsageException {
        return seconds("--timeout");
    }

    @Nullable
    String untilFree() {
        return value("--until-free");
    }

    @Nullable
    String untilOpen() {
        return value("--until-open");
    }

    private Optional<Duration> seconds(String option) throws UsageException {
        String text = value(option);
        if (text == null) {
            return Optional.empty();
        }
        if (text.matches("\\d{1,6}(\\.\\d{1,3})?")) {
            return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(text) * 1_000)));
        }
        throw new UsageException(words.get("cli.wrongSeconds", option, Visible.shortened(text, Console.MOST)));
    }

    /** The words of the query joined by blanks; empty for everything. */
    String query() {
        return String.join(" ", last.matchedPositionalValue(0, new String[0]));
    }

    SourceChoice source() throws UsageException {
        String proc = value("--proc");
        if (last.hasMatchedOption("--demo") || root.hasMatchedOption("--demo")) {
            if (proc != null || value("--source") != null) {
                throw new UsageException(words.get("cli.demoAlone"));
            }
            return new SourceChoice(SourceChoice.Kind.DEMO, null);
        }
        SourceChoice.Kind kind = chosen("--source", REAL, SourceChoice.Kind.AUTO);
        if (proc != null && kind != SourceChoice.Kind.AUTO && kind != SourceChoice.Kind.PROC) {
            throw new UsageException(words.get("cli.procNeedsProc"));
        }
        return new SourceChoice(kind, proc == null ? null : path("--proc", proc));
    }

    /** Whether a picture is wanted; what only a picture has is wrong beside a command or without a file. */
    boolean wantsPicture() throws UsageException {
        textSize();
        if (last == root && value("--screenshot") != null) {
            query(false);
            return true;
        }
        for (String option : OF_A_PICTURE) {
            if (value(option) != null && !(last == root && option.equals("--screen"))) {
                throw new UsageException(words.get("cli.pictureOnly", option));
            }
        }
        return false;
    }

    /** How the window shall open. */
    Opening opening(List<String> places) throws UsageException {
        String screen = value("--screen");
        if (screen != null && !places.contains(screen)) {
            throw wrong("--screen", String.join(", ", places), screen);
        }
        return new Opening(textSize(), query(true), screen == null ? "" : screen);
    }

    /** The words without a command. What has neither a field nor a port is no query but a command that does not exist. */
    private String query(boolean belongs) throws UsageException {
        String text = query();
        if (!text.isEmpty() && !(belongs && text.matches("(?s)\\d.*|.*[:<>=].*"))) {
            throw new UsageException(words.get("cli.noCommand", Visible.shortened(text, Console.MOST), ROOT));
        }
        return text;
    }

    Screenshot screenshot(List<String> screens) throws UsageException {
        String file = value("--screenshot");
        String screen = value("--screen");
        if (screen != null && !screens.contains(screen)) {
            throw wrong("--screen", String.join(", ", screens), screen);
        }
        int[] size = size(value("--size"));
        return new Screenshot(path("--screenshot", file == null ? "" : file),
                chosen("--theme", Screenshot.Theme.values(), Screenshot.Theme.LIGHT), size[0], size[1],
                screen == null ? screens.getFirst() : screen, textSize().orElse(Screenshot.USUAL_TEXT), source());
    }

    /** How large text shall be, in percent; empty where nothing was said. Wrong beside a command: a terminal has its own. */
    OptionalInt textSize() throws UsageException {
        String text = value("--text-size");
        if (text == null) {
            return OptionalInt.empty();
        }
        if (last != root) {
            throw new UsageException(words.get("cli.windowOnly", "--text-size"));
        }
        if (text.matches("\\d{2,3}") && Screenshot.canHaveText(Integer.parseInt(text))) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        throw new UsageException(words.get("cli.wrongTextSize", Visible.shortened(text, Console.MOST), Screenshot.SMALLEST_TEXT,
                Screenshot.LARGEST_TEXT));
    }

    private int[] size(@Nullable String text) throws UsageException {
        String given = text == null ? Screenshot.USUAL_SIZE : text;
        int x = given.indexOf('x');
        try {
            int width = Integer.parseInt(given.substring(0, Math.max(x, 0)));
            int height = Integer.parseInt(given.substring(x + 1));
            if (Screenshot.canBe(width, height)) {
                return new int[]{width, height};
            }
        } catch (NumberFormatException _) {
            // Told below, together with sizes out of range.
        }
        throw new UsageException(
                words.get("cli.wrongSize", Visible.shortened(given, Console.MOST), Screenshot.SMALLEST + "x" + Screenshot.SMALLEST,
                        Screenshot.WIDEST + "x" + Screenshot.HIGHEST));
    }

    private <E extends Enum<E>> E chosen(String option, E[] choices, E usual) throws UsageException {
        String text = value(option);
        if (text == null) {
            return usual;
        }
        StringBuilder names = new StringBuilder();
        for (E choice : choices) {
            String name = StopCodes.word(choice).replace('_', '-');
            if (name.equals(text)) {
                return choice;
            }
            names.append(names.isEmpty() ? "" : ", ").append(name);
        }
        throw wrong(option, names.toString(), text);
    }

    private UsageException wrong(String option, String choices, String given) {
        return new UsageException(words.get("cli.wrongChoice", option, choices, Visible.shortened(given, Console.MOST)));
    }

    private Path path(String option, String text) throws UsageException {
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException _) {
            // Told below.
        }
        throw new UsageException(words.get("cli.wrongPath", option, Visible.shortened(text, Console.MOST)));
    }

    /** What an option was given, before or after the command's name. */
    private @Nullable String value(String option) {
        String inner = last.matchedOptionValue(option, null);
        return inner == null ? root.matchedOptionValue(option, null) : inner;
    }
}
