package quaywatch.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

import quaywatch.text.Words;

/** The commands and options there are. Described in code, not by annotations: that spares reflection at each start. */
final class Syntax {

    private final Words words;
    private final Detail detail;

    Syntax(Words words, Detail detail) {
        this.words = words;
        this.detail = detail;
    }

    CommandSpec root() {
        CommandSpec root = command(Arguments.ROOT);
        root.addOption(everywhere("--source", "SOURCE").build());
        root.addOption(everywhere("--proc", "DIR").build());
        root.addOption(flag("--demo").scopeType(ScopeType.INHERIT).build());
        root.addOption(value("--screenshot", "FILE").build());
        root.addOption(value("--theme", "THEME").build());
        root.addOption(value("--size", "WxH").build());
        root.addOption(value("--text-size", "PERCENT").build());
        root.addOption(value("--screen", "SCREEN").build());
        root.addPositional(query("cli.help.window.QUERY"));
        root.addOption(flag("--verbose").scopeType(ScopeType.INHERIT).build());
        root.addOption(flag("--version").versionHelp(true).build());
        root.addOption(flag("--help").scopeType(ScopeType.INHERIT).usageHelp(true).build());
        root.addSubcommand(Arguments.LIST, list());
        root.addSubcommand(Arguments.WATCH, watch());
        root.addSubcommand(Arguments.WHO, who());
        root.addSubcommand(Arguments.WHY, why());
        root.addSubcommand(Arguments.FREE, free());
        root.addSubcommand(Arguments.KILL, kill());
        root.addSubcommand(Arguments.HISTORY, history());
        root.addSubcommand(Arguments.DOCTOR, command(Arguments.DOCTOR));
        return root;
    }

    private CommandSpec list() {
        CommandSpec list = command(Arguments.LIST);
        list.addOption(flag("--json").build());
        list.addOption(flag("--csv").build());
        list.addOption(value("--columns", "COLUMN,...").build());
        list.addOption(value("--sort", "COLUMN[:desc]").build());
        list.addOption(flag("--no-header").build());
        list.addOption(value("--interval", "SECONDS").build());
        list.addPositional(query("cli.help.QUERY"));
        return list;
    }

    private CommandSpec watch() {
        CommandSpec watch = command(Arguments.WATCH);
        watch.addOption(flag("--json").description(words.get("cli.help.watch.json")).build());
        watch.addOption(value("--interval", "SECONDS").description(words.get("cli.help.watch.interval")).build());
        watch.addOption(value("--until-free", "PORT").build());
        watch.addOption(value("--until-open", "PORT").build());
        watch.addOption(value("--timeout", "SECONDS").description(words.get("cli.help.watch.timeout")).build());
        watch.addPositional(query("cli.help.QUERY"));
        return watch;
    }

    private CommandSpec history() {
        CommandSpec history = command(Arguments.HISTORY);
        history.addOption(flag("--json").build());
        history.addOption(flag("--erase").build());
        return history;
    }

    private CommandSpec who() {
        CommandSpec who = command(Arguments.WHO);
        who.addOption(flag("--json").build());
        who.addPositional(numbers("PORT...", "cli.help.who.PORT"));
        return who;
    }

    private CommandSpec why() {
        CommandSpec why = command(Arguments.WHY);
        why.addOption(flag("--udp").build());
        why.addOption(flag("--json").build());
        why.addPositional(numbers("PORT", "cli.help.why.PORT"));
        return why;
    }

    private CommandSpec free() {
        CommandSpec free = command(Arguments.FREE);
        free.addOption(flag("--udp").description(words.get("cli.help.free.udp")).build());
        free.addOption(value("--lever", "LEVER").build());
        stopping(free);
        free.addPositional(numbers("PORT...", "cli.help.who.PORT"));
        return free;
    }

    private CommandSpec kill() {
        CommandSpec kill = command(Arguments.KILL);
        kill.addOption(flag("--tree").build());
        stopping(kill);
        kill.addPositional(numbers("PID...", "cli.help.kill.PID"));
        return kill;
    }

    private void stopping(CommandSpec command) {
        command.addOption(flag("--dry-run").build());
        command.addOption(flag("--yes").build());
        command.addOption(value("--force-after", "SECONDS").build());
        command.addOption(flag("--no-force").build());
        command.addOption(value("--timeout", "SECONDS").build());
        command.addOption(flag("--json").build());
        command.addOption(flag("--no-watch").build());
    }

    private PositionalParamSpec numbers(String label, String key) {
        return PositionalParamSpec.builder().paramLabel(label).arity("0..*").hideParamSyntax(true).type(String[].class)
                .description(words.get(key)).build();
    }

    private PositionalParamSpec query(String key) {
        return PositionalParamSpec.builder().paramLabel("QUERY").arity("0..*").type(String[].class).description(words.get(key)).build();
    }

    private CommandSpec command(String name) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(words.get("cli.help." + name)).sortOptions(false);
        detail.add(spec);
        return spec;
    }

    private OptionSpec.Builder everywhere(String name, String label) {
        return value(name, label).scopeType(ScopeType.INHERIT);
    }

    private OptionSpec.Builder value(String name, String label) {
        OptionSpec.Builder option = described(name).paramLabel(label).arity("1").type(String.class);
        detail.add(option);
        return option;
    }

    private OptionSpec.Builder flag(String name) {
        return described(name).arity("0").type(boolean.class);
    }

    private OptionSpec.Builder described(String name) {
        return OptionSpec.builder(name).description(words.get("cli.help." + name.substring(2)));
    }
}
