package quaywatch.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.app.StartedProgram.Run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Starts where something is missing or set to nonsense: a sentence and a code, never a fault of the program. */
@EnabledOnOs(OS.LINUX)
class HostileStartTest {

    private static final String NOT_ON_PATH = "JavaFX is not on the class path. In a terminal, \"quaywatch list\" shows the same sockets.\n";

    @TempDir
    private Path folder;

    @Test
    void withoutJavaFxTheDoctorSaysSo() throws Exception {
        Run run = run(withoutJavaFx(), Map.of(), "doctor", "--demo");
        assertEquals("", run.err());
        assertTrue(run.out().lines().findFirst().orElse("").endsWith(", no JavaFX: the window can't open"), run.out());
        assertEquals(0, run.code());
    }

    @Test
    void withoutJavaFxNothingOpensAndNothingIsDrawn() throws Exception {
        assertEquals(new Run(3, "", "The window can't open here: " + NOT_ON_PATH), run(withoutJavaFx(), Map.of("DISPLAY", ":0"), "--demo"));
        assertEquals(new Run(3, "", "Nothing can be drawn here: " + NOT_ON_PATH),
                run(withoutJavaFx(), Map.of(), "--demo", "--screenshot", folder.resolve("a.png").toString()));
    }

    @Test
    void encodingThatIsNoneIsNotTakenAtItsWord() throws Exception {
        List<String> command = StartedProgram.command();
        command.add(1, "-Dstdout.encoding=no-such-encoding");
        command.add(1, "-Dstderr.encoding=::");
        Run run = run(command, Map.of(), "list", "port:x");
        assertTrue(run.err().startsWith("\"x\" is no port."), run.err());
        assertEquals(2, run.code());
    }

    /** As over a connection that brings no language along. */
    @Test
    void homeThatJavaCanNotNameKeepsNoWindowFromOpening() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        List<String> command = StartedProgram.command();
        command.add(1, "-Duser.home=" + home + "/J\u00fcrgen");
        Run run = run(command, Map.of("LC_ALL", "C", "DISPLAY", ":65000"), "--demo");
        assertTrue(run.err().startsWith("The window can't open here: Unable to open DISPLAY."), run.err());
        assertEquals(3, run.code());
    }

    /** As {@code quaywatch list | head} has it: in Spanish a broken pipe is no "pipe". */
    @Test
    void readerThatWentAwayIsNoLossInAnyLanguage() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/share/locale/es/LC_MESSAGES/libc.mo")) && Files.exists(Path.of("/usr/bin/localedef")),
                "skipped, as this system has no words in Spanish, or no localedef to make a locale with");
        Process made = new ProcessBuilder("localedef", "-i", "es_ES", "-f", "UTF-8", folder.resolve("es_ES.UTF-8").toString())
                .redirectErrorStream(true).start();
        String trouble = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(made.waitFor() == 0, "skipped, as no Spanish locale could be made: " + trouble);
        ProcessBuilder builder = StartedProgram.builder(StartedProgram.command("list", "--demo"));
        builder.environment().putAll(Map.of("LOCPATH", folder.toString(), "LC_ALL", "es_ES.UTF-8"));
        Process process = builder.start();
        process.getInputStream().close();
        assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
    }

    @Test
    void folderOfPicturesThatCanNotBeOneIsToldInWords() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals(new Run(3, "", "The picture can't be written to " + file + ": File exists. Choose another file.\n"),
                run(StartedProgram.command(), Map.of(), "--demo", "--screen", "all", "--screenshot", file.toString()));
        assertEquals(new Run(3, "", "The picture can't be written to /proc/x: No such file or directory. Choose another file.\n"),
                run(StartedProgram.command(), Map.of(), "--demo", "--screen", "all", "--screenshot", "/proc/x"));
    }

    private static List<String> withoutJavaFx() {
        List<String> command = StartedProgram.command();
        int at = command.indexOf("-cp") + 1;
        command.set(at, Stream.of(command.get(at).split(File.pathSeparator)).filter(jar -> !jar.contains("javafx-"))
                .collect(Collectors.joining(File.pathSeparator)));
        return command;
    }

    private static Run run(List<String> command, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        ProcessBuilder builder = StartedProgram.builder(words);
        builder.environment().putAll(environment);
        return StartedProgram.run(builder);
    }
}
