package quaywatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CommandsTest {

    private final MadeUpProgram program = new MadeUpProgram();

    @Test
    void withoutACommandTheWindowOpensAndItsCodeIsTheAnswer() {
        assertEquals(42, program.run());
        assertEquals(List.of(SourceChoice.AUTO), program.calls);
        assertSays("", "");
    }

    @Test
    void versionIsOneLine() {
        assertEquals(0, program.run("--version"));
        assertSays("Quaywatch 1.2.3\n", "");
    }

    @ParameterizedTest
    @CsvSource({"'', 0 1 2 3 4 5 6 7 70 124", "list, 0 1 2 3 70", "watch, 0 2 3 70 124", "who, 0 1 2 3 70", "why, 0 2 3 4 5 70",
            "free, 0 1 2 3 4 5 6 7 70 124",
            "kill, 0 1 2 3 4 6 7 70 124", "history, 0 2 3 70", "doctor, 0 2 3 70"})
    void helpNamesTheExitCodes(String command, String codes) {
        assertEquals(0, program.run(command.isEmpty() ? new String[]{"--help"} : new String[]{command, "--help"}));
        String out = program.out.toString();
        assertEquals(codes, String.join(" ", out.substring(out.indexOf("Exit codes:")).lines().skip(1)
                .map(line -> line.strip().split(" ")[0]).filter(word -> word.matches("\\d+")).toList()), out);
    }

    @Test
    void helpOfYesSaysThatItAgreesToWarningsToo() {
        for (String command : List.of("free", "kill")) {
            assertEquals(0, program.run(command, "--help"));
        }
        assertEquals(3, program.out.toString().replaceAll("\\s+", " ").split("even where the plan warns").length, program.out::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list", "watch", "doctor"})
    void helpNamesEveryOptionAndEndsWell(String command) {
        String[] args = command.isEmpty() ? new String[]{"--help"} : new String[]{command, "--help"};
        assertEquals(0, program.run(args));
        assertTrue(program.out.toString().startsWith("Usage: quaywatch"), program.out::toString);
        assertTrue(program.out.toString().contains("--source=SOURCE"), program.out::toString);
        assertEquals("", program.err.toString());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void sourceIsTakenBeforeAndAfterTheCommand(List<String> args, SourceChoice expected) {
        program.listens(80, 1, "web");
        assertEquals(0, program.run(args.toArray(String[]::new)));
        assertEquals(List.of(expected), program.calls);
    }

    static List<Object[]> sources() {
        Path dir = Path.of("captured");
        return List.of( //
                new Object[]{List.of("list"), SourceChoice.AUTO}, //
                new Object[]{List.of("list", "--source", "oshi"), new SourceChoice(SourceChoice.Kind.OSHI, null)}, //
                new Object[]{List.of("--source=proc", "list"), new SourceChoice(SourceChoice.Kind.PROC, null)}, //
                new Object[]{List.of("list", "--proc", "captured"), new SourceChoice(SourceChoice.Kind.AUTO, dir)}, //
                new Object[]{List.of("--proc", "captured", "list", "--source", "proc"), new SourceChoice(SourceChoice.Kind.PROC, dir)});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', textBlock = """
            --colour                        > "quaywatch" has no option "--colour". "quaywatch --help" lists those it has.
            list --colour                   > "quaywatch list" has no option "--colour". "quaywatch list --help" lists those it has.
            lits                            > "quaywatch" has no command "lits". "quaywatch --help" lists those it has.
            doctor 8080                     > "quaywatch doctor" has no command "8080". "quaywatch doctor --help" lists those it has.
            list --source                   > --source needs a value: --source SOURCE.
            list --source dtrace            > --source can be auto, netlink, proc, oshi, not "dtrace".
            list --interval                 > --interval needs a value: --interval SECONDS.
            list --interval soon            > --interval is a number of seconds from 0.5 to 60, such as 1 or 2.5, not "soon".
            list --interval 0.4             > --interval is a number of seconds from 0.5 to 60, such as 1 or 2.5, not "0.4".
            list --interval 60.5            > --interval is a number of seconds from 0.5 to 60, such as 1 or 2.5, not "60.5".
            list --interval -1              > --interval is a number of seconds from 0.5 to 60, such as 1 or 2.5, not "-1".
            watch --interval 0.4            > --interval is a number of seconds from 0.5 to 60, such as 1 or 2.5, not "0.4".
            watch --for 5                   > "quaywatch watch" has no option "--for". "quaywatch watch --help" lists those it has.
            list --json --json              > --json is given twice. Give it once.
            list --source oshi --proc d     > A captured tree (--proc) is read by the source proc only. Leave out --source, or name proc.
            --size 800x600                  > --size belongs to a picture: "quaywatch --screenshot FILE", without a command.
            --screenshot a.png list         > --screenshot belongs to a picture: "quaywatch --screenshot FILE", without a command.
            list --proc=                    > --proc needs a path; "" can't be one.
            --screenshot a.png --theme blue > --theme can be light, dark, contrast, safe-light, safe-dark, not "blue".
            --screenshot a.png --screen map > --screen can be ports, connections, not "map".
            --screenshot a.png --size big   > --size is width x height in pixels, 320x320 to 2560x1440, such as 1200x760, not "big".
            --screenshot a.png --size 10x10 > --size is width x height in pixels, 320x320 to 2560x1440, such as 1200x760, not "10x10".
            --screenshot a.png --size 9000x700 > --size is width x height in pixels, 320x320 to 2560x1440, such as 1200x760, not "9000x700".
            --screenshot a.png --size 1200x > --size is width x height in pixels, 320x320 to 2560x1440, such as 1200x760, not "1200x".
            --screenshot a.png --text-size 79 > --text-size is 80 to 200 percent, such as 125, not "79".
            --text-size 201                 > --text-size is 80 to 200 percent, such as 125, not "201".
            --text-size 12.5                > --text-size is 80 to 200 percent, such as 125, not "12.5".
            --text-size 125 list            > --text-size belongs to the window and to pictures of it: "quaywatch --text-size 125", without a command.
            """)
    void wrongUsageIsOneSentenceAndTwo(String args, String sentence) {
        assertEquals(2, program.run(args.split(" ")));
        assertSays("", sentence + "\n");
        assertEquals(List.of(), program.calls);
    }

    @Test
    void hostileArgumentIsShownEscaped() {
        assertEquals(2, program.run("\u001b[2J"));
        assertSays("", "\"quaywatch\" has no command \"\\x1b[2J\". \"quaywatch --help\" lists those it has.\n");
    }

    @Test
    void pictureIsAskedForWithTheUsualSizeAndTheFirstScreen() {
        assertEquals(0, program.run("--screenshot", "a.png"));
        assertEquals(0,
                program.run("--screenshot", "b.png", "--theme", "dark", "--size", "1000x700", "--screen", "connections", "--text-size",
                        "150",
                        "--proc", "captured"));
        assertEquals(List.of( //
                new Screenshot(Path.of("a.png"), Screenshot.Theme.LIGHT, 1200, 760, "ports", 100, SourceChoice.AUTO), //
                new Screenshot(Path.of("b.png"), Screenshot.Theme.DARK, 1000, 700, "connections", 150,
                        new SourceChoice(SourceChoice.Kind.AUTO, Path.of("captured")))),
                program.calls);
    }

    @Test
    void windowOpensWithAQueryAndAScreen() {
        assertEquals(42, program.run("port:8080", "proto:tcp"));
        assertEquals(42, program.run("3000-3999"));
        assertEquals(42, program.run("--screen", "portmap"));
        assertEquals(List.of(SourceChoice.AUTO, "port:8080 proto:tcp@", SourceChoice.AUTO, "3000-3999@", SourceChoice.AUTO, "@portmap"),
                program.calls);
    }

    @Test
    void aQueryForTheWindowThatCannotBeReadOpensNone() {
        assertEquals(2, program.run("port:99999999"));
        assertEquals(List.of(), program.calls);
    }

    @Test
    void windowOpensWithTheTextSizeAskedFor() {
        assertEquals(42, program.run("--text-size", "125"));
        assertEquals(List.of(SourceChoice.AUTO, 125), program.calls);
    }

    @Test
    void pictureThatCanNotBeWrittenIsASentence() {
        program.pictureFailure = new IOException("No space left on device");
        assertEquals(3, program.run("--screenshot", "a.png"));
        assertSays("", "The picture can't be written to a.png: No space left on device. Choose another file.\n");
    }

    private void assertSays(String out, String err) {
        assertEquals(out, program.out.toString());
        assertEquals(err, program.err.toString());
    }
}
