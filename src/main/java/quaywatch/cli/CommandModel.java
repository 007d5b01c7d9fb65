package quaywatch.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import quaywatch.control.Way;
import quaywatch.text.Words;

/**
 * All commands and options with everything that can be told of them: the values that options take, and the exit codes of each command. The
 * help, the shells' completions and the manual page are made of it.
 */
public final class CommandModel {

    /** The screens of the window by the names that {@code --screen} has for them, in the order of the rail. */
    public static final List<String> SCREENS = List.of("ports", "connections", "processes", "portmap", "activity", "history", "settings");

    private static final Set<String> PATHS = Set.of("FILE", "DIR");

    private final Words words;

    private CommandModel(Words words) {
        this.words = words;
    }

    /** The command {@code quaywatch} with all others below it. */
    public static CommandSpec of(Words words) {
        CommandModel model = new CommandModel(words);
        return new Syntax(words, new Detail() {
            @Override
            public void add(OptionSpec.Builder option) {
                model.add(option);
            }

            @Override
            public void add(CommandSpec command) {
                command.usageMessage().exitCodeListHeading("%n" + words.get("cli.help.exit") + "%n")
                        .exitCodeList(model.codes(command.name()));
            }
        }).root();
    }

    private void add(OptionSpec.Builder option) {
        String name = option.names()[0];
        List<String> values = switch (name) {
            case "--source" -> names(Arguments.REAL);
            case "--theme" -> names(Screenshot.Theme.values());
            case "--lever" -> names(Way.Kind.values());
            case "--columns", "--sort" -> ColumnReader.names();
            case "--screen" -> SCREENS;
            default -> List.of();
        };
        if (!values.isEmpty()) {
            option.completionCandidates(values);
        }
        if (name.equals("--columns") || name.equals("--screen")) {
            option.description(words.get("cli.help." + name.substring(2), String.join(", ", values)));
        }
        if (PATHS.contains(option.paramLabel())) {
            option.type(Path.class);
        }
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(constant -> StopCodes.word(constant).replace('_', '-')).toList();
    }

    private Map<String, String> codes(String command) {
        Map<String, String> codes = new LinkedHashMap<>();
        ends(command).sorted(Comparator.comparingInt(ExitCode::number))
                .forEach(code -> codes.put(Integer.toString(code.number()), words.of("cli.exit", code)));
        return codes;
    }

    private static Stream<ExitCode> ends(String command) {
        Stream<ExitCode> own = switch (command) {
            case Arguments.LIST, Arguments.WHO -> Stream.of(ExitCode.NOTHING_MATCHED);
            case Arguments.WATCH -> Stream.of(ExitCode.TIMEOUT);
            case Arguments.WHY -> Stream.of(ExitCode.NOT_PERMITTED, ExitCode.STILL_HELD);
            case Arguments.KILL -> Stream.of(ExitCode.NOTHING_MATCHED, ExitCode.NOT_PERMITTED, ExitCode.RESPAWNED, ExitCode.CANCELLED,
                    ExitCode.TIMEOUT);
            case Arguments.HISTORY, Arguments.DOCTOR -> Stream.of();
            default -> Stream.of(ExitCode.values());
        };
        return Stream.concat(Stream.of(ExitCode.DONE, ExitCode.USAGE, ExitCode.COULD_NOT_READ, ExitCode.FAULT), own).distinct();
    }
}
