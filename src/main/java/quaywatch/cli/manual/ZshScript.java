package quaywatch.cli.manual;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh, in its own way ({@code _arguments}, zshcompsys(1)), so that it can say what each word means. */
final class ZshScript {

    private final CommandSpec root;

    ZshScript(CommandSpec root) {
        this.root = root;
    }

    String text() {
        List<String> lines = new ArrayList<>(
                List.of("#compdef " + root.name(), "# Made from the commands of Quaywatch when it was built.", "",
                        "_" + root.name() + "() {", "  local curcontext=$curcontext state line ret=1", "  typeset -A opt_args", "",
                        "  _arguments -C -A '-*' \\"));
        root.options().forEach(option -> lines.add("    " + option(option) + " \\"));
        lines.addAll(List.of("    '1: :->command' \\", "    '*:: :->rest' && ret=0", "", "  case $state in", "    command)",
                "      local -a commands=("));
        root.subcommands().forEach((name, command) -> lines.add("        " + quoted(name + ":" + plain(description(command)))));
        lines.addAll(List.of("      )", "      _describe -t commands command commands && ret=0", "      ;;", "    rest)",
                "      case $line[1] in"));
        root.subcommands().forEach((name, command) -> command(name, command.getCommandSpec(), lines));
        lines.addAll(List.of("      esac", "      ;;", "  esac", "  return ret", "}", "", "_" + root.name() + " \"$@\""));
        return String.join("\n", lines) + "\n";
    }

    private static void command(String name, CommandSpec command, List<String> lines) {
        lines.add("        " + name + ")");
        lines.add("          _arguments \\");
        command.options().forEach(option -> lines.add("            " + option(option) + " \\"));
        for (PositionalParamSpec operand : Kind.operands(command)) {
            lines.add("            " + quoted("*:" + plain(operand.paramLabel()) + ":" + action(Kind.of(operand))) + " \\");
        }
        lines.add("            && ret=0");
        lines.add("          ;;");
    }

    private static String option(OptionSpec option) {
        String said = "[" + inBrackets(Kind.brief(option.description())) + "]";
        String name = option.longestName();
        return quoted(Kind.takesValue(option)
                ? name + "=" + said + ":" + plain(option.paramLabel()) + ":" + action(Kind.of(option))
                : name + said);
    }

    private static String action(Kind kind) {
        return switch (kind) {
            case Kind.Folder() -> "_files -/";
            case Kind.File() -> "_files";
            case Kind.ProcessNumber() -> "_pids";
            case Kind.Words(List<String> all) -> "(" + String.join(" ", all) + ")";
            // A blank would show a message here, and then zsh completes no option either.
            case Kind.Free() -> "()";
        };
    }

    private static String description(CommandLine command) {
        return Kind.brief(command.getCommandSpec().usageMessage().description());
    }

    private static String plain(String text) {
        return text.replace("\\", "\\\\").replace(":", "\\:");
    }

    private static String inBrackets(String text) {
        return plain(text).replace("[", "\\[").replace("]", "\\]");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
