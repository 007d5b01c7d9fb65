package quaywatch.cli.manual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

import quaywatch.cli.CommandModel;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The manual page and the completions know all commands and options, and the programs they are for can use them. */
@EnabledOnOs(OS.LINUX)
class ManualTest {

    private static final Path FRAME = Path.of("src/main/manual/quaywatch.1");

    @TempDir
    static Path folder = Path.of("");

    private final CommandSpec root = CommandModel.of(new Words(Locale.ROOT));

    @BeforeAll
    static void write() throws IOException {
        Manual.main(FRAME.toString(), folder.toString(), "1.2.3", "2021-02-28T23:00:00Z");
    }

    private static String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** What a program prints, errors too; its exit code must be 0. */
    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
        return said.strip();
    }

    private static void needs(String program) {
        boolean there = Stream.of(System.getenv("PATH").split(":")).anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
        if (!there) {
            System.out.println("skipped, as " + program + " is not installed");
        }
        assumeTrue(there, program + " is not installed");
    }

    private List<CommandSpec> commands() {
        List<CommandSpec> all = new ArrayList<>(List.of(root));
        root.subcommands().values().forEach(command -> all.add(command.getCommandSpec()));
        return all;
    }

    @ParameterizedTest
    @CsvSource({"quaywatch.1, '', ''", "quaywatch.bash, '''--', ''''", "_quaywatch, '''--', ''", "quaywatch.fish, '-l ', ' '"})
    void everyCommandAndOptionIsIn(String file, String before, String after) throws IOException {
        String text = text(file).replace("\\-", "-");
        for (CommandSpec command : commands()) {
            assertTrue(text.contains(command.name()), () -> command.name() + " is not in " + file);
            command.options().forEach(option -> {
                String name = before.isEmpty() ? option.longestName() : before + option.longestName().substring(2) + after;
                assertTrue(text.contains(name), () -> name + " of " + command.name() + " is not in " + file);
            });
        }
    }

    /** That an option is in the file could be by another command that has one of that name. */
    @Test
    void everyOptionStandsBelowItsCommand() throws IOException {
        String page = text("quaywatch.1").replace("\\-", "-");
        String zsh = text("_quaywatch");
        for (CommandSpec command : commands().subList(1, commands().size())) {
            String section = between(page, ".SS " + command.name() + "\n", "\n.S");
            String branch = between(zsh, "        " + command.name() + ")\n", ";;");
            command.options().forEach(option -> {
                assertTrue(option.inherited() || section.contains("\\fB" + option.longestName() + "\\fR"),
                        () -> option + " in\n" + section);
                assertTrue(branch.contains("'" + option.longestName()), () -> option + " in\n" + branch);
            });
        }
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertTrue(from >= 0, start);
        return text.substring(from, text.indexOf(end, from + start.length()));
    }

    @Test
    void pageHasItsSectionsTheExitCodesAndNothingLeftToFill() throws IOException {
        String page = text("quaywatch.1");
        for (String section : List.of("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "QUERIES", "EXIT STATUS", "ENVIRONMENT",
                "FILES", "EXAMPLES", "SEE ALSO")) {
            assertTrue(page.contains("\n.SH " + section + "\n"), section);
        }
        for (int code : new int[]{0, 1, 2, 3, 4, 5, 6, 7, 70, 124}) {
            assertTrue(page.contains(".TP\n\\fB" + code + "\\fR\n"), () -> "exit code " + code);
        }
        assertTrue(page.startsWith(".TH QUAYWATCH 1 2021-02-28 \"Quaywatch 1.2.3\"") && !page.matches("(?s).*@[A-Z]+@.*"), page);
    }

    @Test
    void synopsisOfTheWindowTakesAQuery() throws IOException {
        assertTrue(text("quaywatch.1").contains(".SH SYNOPSIS\n\\fBquaywatch\\fR\n[\\fIoptions\\fR] [\\fIQUERY\\fR]\n.br\n"));
    }

    @Test
    void mandocFindsNothingToCriticise() throws Exception {
        needs("mandoc");
        assertEquals("", said("mandoc", "-T", "lint", folder.resolve("quaywatch.1").toString()));
    }

    @Test
    void manFormatsItWithoutAWarning() throws Exception {
        needs("man");
        needs("groff");
        String page = said("env", "MAN_KEEP_FORMATTING=", "MANWIDTH=100", "LC_ALL=C.UTF-8", "man", "--warnings", "-l", "-Tutf8", "-P",
                "cat",
                folder.resolve("quaywatch.1").toString());
        assertTrue(page.startsWith("QUAYWATCH(1)"), page);
        assertTrue(page.lines().noneMatch(line -> line.contains("warning")), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash:quaywatch.bash", "zsh:_quaywatch", "fish:quaywatch.fish"})
    void shellsCanReadTheirs(String shellAndFile) throws Exception {
        String[] both = shellAndFile.split(":");
        needs(both[0]);
        assertEquals("", said(both[0], "-n", folder.resolve(both[1]).toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"quaywatch wa | watch", "quaywatch free --dr | --dry-run",
            "quaywatch free --lever ser | service", "quaywatch list --source n | netlink", "quaywatch k | kill",
            "quaywatch list --columns ret | retrans", "quaywatch --screen portm | portmap", "quaywatch --proc src/ma | src/main"})
    void bashCompletes(String line, String completed) throws Exception {
        needs("bash");
        // The words are cut as bash cuts them; compopt works only while bash completes by itself.
        String script = "compopt() { :; }; source \"$1\"; shift; COMP_LINE=\"$*\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1));"
                + " COMP_POINT=${#COMP_LINE}; _complete_quaywatch; printf '%s\\n' \"${COMPREPLY[@]}\"; complete -p quaywatch >/dev/null";
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash", folder.resolve("quaywatch.bash").toString()));
        command.addAll(List.of(line.split(" ")));
        assertEquals(completed, said(command.toArray(String[]::new)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"quaywatch wa | watch", "quaywatch free --dr | free --dry-run",
            "quaywatch free --lever ser | free --lever service", "quaywatch --screen portm | --screen portmap",
            "quaywatch --source netlink list --js | --source netlink list --json"})
    void zshCompletes(String line, String completed) throws Exception {
        needs("zsh");
        assertEquals(completed, said("python3", "src/test/python/completing.py", folder.toString(), line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"quaywatch wa | watch", "quaywatch free --dr | --dry-run",
            "quaywatch free --lever ser | service", "quaywatch list --source n | netlink", "quaywatch --screen portm | portmap"})
    void fishCompletes(String line, String completed) throws Exception {
        needs("fish");
        String said = said("fish", "--no-config", "-c",
                "source " + folder.resolve("quaywatch.fish") + "; complete -C '" + line + "'");
        assertEquals(completed, said.split("\t")[0], said);
        assertEquals(1, said.lines().count(), said);
    }
}
