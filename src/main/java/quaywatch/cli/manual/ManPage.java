package quaywatch.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual page, man(7): a frame that is written by hand, in which four lines stand for what the program itself knows, {@code @VERSION@}
 * and {@code @DATE@} aside: {@code @SYNOPSIS@}, {@code @COMMANDS@}, {@code @OPTIONS@} and {@code @EXIT@}.
 */
final class ManPage {

    /** Characters in a line, as mandoc(1) likes it. */
    private static final int LONGEST = 79;

    private final CommandSpec root;
    private final String version;
    private final String day;

    /** @param day  the day of that version, as ISO 8601 has it */
    ManPage(CommandSpec root, String version, String day) {
        this.root = root;
        this.version = version;
        this.day = day;
    }

    /** The frame, filled. */
    String in(String frame) {
        Map<String, List<String>> parts = Map.of("@SYNOPSIS@", synopsis(), "@COMMANDS@", commands(), "@OPTIONS@", options(root),
                "@EXIT@", exit());
        return frame.lines().flatMap(line -> parts.getOrDefault(line, List.of(filled(line))).stream())
                .flatMap(ManPage::wrapped).collect(Collectors.joining("\n")) + "\n";
    }

    private String filled(String line) {
        return line.replace("@VERSION@", escaped(version)).replace("@DATE@", day);
    }

    /** Text in lines that an editor has room for; requests are left as they are. */
    private static Stream<String> wrapped(String text) {
        return text.lines().flatMap(line -> {
            int blank = line.lastIndexOf(' ', LONGEST);
            return line.length() <= LONGEST || line.startsWith(".") || blank < 0
                    ? Stream.of(line)
                    : Stream.concat(Stream.of(line.substring(0, blank)), wrapped(plain(line.substring(blank + 1))));
        });
    }

    private List<String> synopsis() {
        List<String> lines = new ArrayList<>(call(root.name(), root));
        root.subcommands().forEach((name, command) -> {
            lines.add(".br");
            lines.addAll(call(root.name() + " " + name, command.getCommandSpec()));
        });
        return lines;
    }

    private static List<String> call(String words, CommandSpec command) {
        String operands = Kind.operands(command).stream().map(operand -> italic(operand.paramLabel())).collect(Collectors.joining(" "));
        String given = operands.contains("QUERY") ? "[" + operands + "]" : operands;
        return List.of(bold(words), ("[" + italic("options") + "] " + given).strip());
    }

    private List<String> commands() {
        List<String> lines = new ArrayList<>();
        root.subcommands().forEach((name, command) -> {
            CommandSpec spec = command.getCommandSpec();
            lines.add(".SS " + name);
            lines.add(text(spec.usageMessage().description()));
            Kind.operands(spec).forEach(operand -> item(italic(operand.paramLabel()), operand.description(), lines));
            lines.addAll(options(spec));
        });
        return lines;
    }

    /** Those that it does not share with every other command. */
    private static List<String> options(CommandSpec command) {
        List<String> lines = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            if (!option.inherited()) {
                item(bold(option.longestName()) + (Kind.takesValue(option) ? " " + italic(option.paramLabel()) : ""), option.description(),
                        lines);
            }
        }
        return lines;
    }

    private List<String> exit() {
        List<String> lines = new ArrayList<>();
        root.usageMessage().exitCodeList().forEach((code, meaning) -> item(bold(code), new String[]{meaning}, lines));
        return lines;
    }

    private static void item(String head, String[] description, List<String> lines) {
        lines.add(".TP");
        lines.add(head);
        lines.add(text(description));
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    private static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /** A sentence a line, as the formatter likes it. */
    private static String text(String... description) {
        return String.join(" ", description).lines().flatMap(line -> List.of(line.split("(?<=[a-z0-9)\"]\\.) (?=[A-Z])")).stream())
                .map(ManPage::escaped).map(ManPage::plain).collect(Collectors.joining("\n"));
    }

    /** A line that is no request. */
    private static String plain(String line) {
        return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
    }

    /** Nothing in it acts on the formatter, and a hyphen can be copied as one. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("~", "\\(ti").replace("^", "\\(ha")
                .replace("`", "\\(ga");
    }
}
