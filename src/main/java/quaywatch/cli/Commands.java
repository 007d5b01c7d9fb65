package quaywatch.cli;

import java.io.IOException;
import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

import quaywatch.text.Visible;
import quaywatch.text.Words;

/** The command line: reads the arguments and runs what they ask for. The results go to the writers handed in, nothing else is written. */
public final class Commands {

    private final Program program;
    private final Console console;

    /**
     * @param program  does what needs the machine or a window
     * @param words    the texts
     * @param out      results; flushed at the end, best buffered
     * @param err      what went wrong, one sentence each
     */
    public Commands(Program program, Words words, PrintWriter out, PrintWriter err) {
        this.program = program;
        this.console = new Console(out, err, words);
    }

    /**
     * Runs the command and gives the exit code: 0 done, 1 nothing matched, 2 wrong usage, 3 could not read, 4 not permitted
     * or refused, 5 still held, 6 started again, 7 cancelled, 124 time is over.
     */
    public int run(String... args) {
        try {
            return dispatch(Arguments.parse(console.words(), args));
        } catch (ParameterException e) {
            return usage(Misuse.sentence(e, console.words()));
        } catch (UsageException e) {
            return usage(e.sentence());
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    private int dispatch(Arguments arguments) throws UsageException {
        if (arguments.verbose()) {
            program.tellAll();
        }
        if (arguments.asksForHelp()) {
            help(arguments.commandName());
            return ExitCode.DONE.number();
        }
        if (arguments.asksForVersion()) {
            console.out().println(console.words().get("cli.version", program.version()));
            return ExitCode.DONE.number();
        }
        SourceChoice source = arguments.source();
        if (arguments.window().wantsPicture()) {
            return picture(arguments.window().screenshot(source, program.screens()));
        }
        return switch (arguments.commandName()) {
            case Arguments.LIST ->
                new ListCommand(program, console).run(source, arguments.query(), arguments.listShape(), arguments.interval()).number();
            case Arguments.WATCH ->
                watch(arguments, source).number();
            case Arguments.WHO -> new WhoCommand(program, console).run(source, arguments.numbers(), arguments.json()).number();
            case Arguments.WHY ->
                new WhyCommand(program, console).run(source, arguments.numbers(), arguments.protocol(), arguments.json()).number();
            case Arguments.FREE ->
                new FreeCommand(program, console).run(source, arguments.numbers(), arguments.protocol(), arguments.stopWishes()).number();
            case Arguments.KILL ->
                new KillCommand(program, console).run(source, arguments.numbers(), arguments.tree(), arguments.stopWishes()).number();
            case Arguments.HISTORY ->
                new HistoryCommand(console, program.journal(source), program.clock()).run(arguments.json(), arguments.erase()).number();
            case Arguments.DOCTOR -> new DoctorCommand(console).run(program.diagnose(source), program.version()).number();
            default -> window(source, arguments);
        };
    }

    private void help(String name) {
        CommandLine all = new CommandLine(CommandModel.of(console.words())).setInterpolateVariables(false);
        all.getSubcommands().getOrDefault(name, all).usage(console.out(), Ansi.OFF);
    }

    private ExitCode watch(Arguments arguments, SourceChoice source) throws UsageException {
        String free = arguments.untilFree();
        String open = arguments.untilOpen();
        if (free == null && open == null) {
            if (arguments.timeout().isPresent()) {
                throw new UsageException(console.words().get("cli.until"));
            }
            return new WatchCommand(program, console).run(source, arguments.query(), arguments.json(), arguments.interval());
        }
        if (free != null && open != null || !arguments.query().isEmpty()) {
            throw new UsageException(console.words().get("cli.until"));
        }
        return new UntilCommand(program, console).run(source, free == null ? String.valueOf(open) : free, open != null,
                arguments.interval(), arguments.timeout());
    }

    private int window(SourceChoice source, Arguments arguments) throws UsageException {
        Opening opening = arguments.window().opening(program.places());
        if (new QueryReader(program, console).read(source, opening.query()).isEmpty()) {
            return ExitCode.USAGE.number();
        }
        try {
            return program.window(source, opening);
        } catch (NoWindowException e) {
            console.complain("cli.noWindow", Visible.of(String.valueOf(e.getMessage())));
            return ExitCode.COULD_NOT_READ.number();
        }
    }

    private int picture(Screenshot request) {
        try {
            program.screenshot(request);
            return ExitCode.DONE.number();
        } catch (IOException e) {
            console.complain("cli.noPicture", Visible.of(request.file().toString()), Visible.of(String.valueOf(e.getMessage())));
            return ExitCode.COULD_NOT_READ.number();
        } catch (NoWindowException e) {
            console.complain("cli.noDrawing", Visible.of(String.valueOf(e.getMessage())));
            return ExitCode.COULD_NOT_READ.number();
        }
    }

    private int usage(String sentence) {
        console.err().println(sentence);
        return ExitCode.USAGE.number();
    }
}
