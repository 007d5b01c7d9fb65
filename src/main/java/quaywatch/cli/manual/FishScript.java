package quaywatch.cli.manual;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish, complete(1). */
final class FishScript {

    private final CommandSpec root;

    FishScript(CommandSpec root) {
        this.root = root;
    }

    String text() {
        List<String> lines = new ArrayList<>(List.of("# Made from the commands of Quaywatch when it was built.", complete("-f")));
        String first = "-n __fish_use_subcommand";
        root.subcommands().forEach((name, command) -> lines.add(complete(
                first + " -a " + name + " -d " + quoted(Kind.brief(command.getCommandSpec().usageMessage().description())))));
        root.options().forEach(option -> lines.add(option(first, option)));
        root.subcommands().forEach((name, command) -> {
            String inside = "-n " + quoted("__fish_seen_subcommand_from " + name);
            for (PositionalParamSpec operand : Kind.operands(command.getCommandSpec())) {
                if (!(Kind.of(operand) instanceof Kind.Free)) {
                    lines.add(complete(inside + values(operand)));
                }
            }
            command.getCommandSpec().options().forEach(option -> lines.add(option(inside, option)));
        });
        return String.join("\n", lines) + "\n";
    }

    private String option(String when, OptionSpec option) {
        String value = Kind.takesValue(option) ? values(option) : "";
        return complete(when + " -l " + option.longestName().substring(2) + value + " -d " + quoted(Kind.brief(option.description())));
    }

    private static String values(ArgSpec value) {
        return switch (Kind.of(value)) {
            case Kind.Folder() -> " -x -a '(__fish_complete_directories)'";
            case Kind.File() -> " -r -F";
            case Kind.ProcessNumber() -> " -x -a '(__fish_complete_pids)'";
            case Kind.Words(List<String> all) -> " -x -a " + quoted(String.join(" ", all));
            case Kind.Free() -> " -x";
        };
    }

    private String complete(String what) {
        return "complete -c " + root.name() + " " + what;
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
