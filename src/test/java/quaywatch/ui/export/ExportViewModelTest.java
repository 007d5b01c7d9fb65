package quaywatch.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.text.Words;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Columns;
import quaywatch.view.Export;
import quaywatch.view.Grouping;
import quaywatch.view.Mark;
import quaywatch.view.Shown;
import quaywatch.view.SocketLine;
import quaywatch.view.Wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@EnabledOnOs(OS.LINUX)
class ExportViewModelTest {

    private final Wording wording = new Wording(new Words(Locale.ENGLISH), ServiceNames.NONE, ZoneOffset.UTC);
    private final List<String> notices = new ArrayList<>();
    private final List<String> offered = new ArrayList<>();
    @TempDir
    private Path folder;

    @Test
    void commandLinesAreTheirOwnersAloneAlsoInPlaceOfAnOpenFile() throws IOException {
        Path file = existing("rw-r--r--");
        ExportViewModel model = model(file);
        model.format().set(Export.Format.JSON);
        model.commandLines().set(true);
        model.save();
        assertEquals("rw-------", rights(file));
        assertTrue(Files.readString(file).contains("--password=x"));
        assertEquals(List.of("quaywatch-ports-2026-03-01-120000.json"), offered);
    }

    @Test
    void whatMayBeReadStaysSoAndTellsNoCommandLines() throws IOException {
        Path file = existing("rw-r-----");
        ExportViewModel model = model(file);
        model.commandLines().set(true);
        model.save();
        assertEquals("rw-r-----", rights(file));
        assertFalse(Files.readString(file).contains("--password=x"));
        assertEquals("1 row is in " + file + ".", model.result().get());
        assertEquals(List.of("export"), names());
    }

    @Test
    void longestNameThatAFileCanHaveIsWritten() throws IOException {
        Path file = folder.resolve("x".repeat(251) + ".csv");
        model(file).save();
        assertEquals(List.of(), notices);
        assertEquals(List.of(file.getFileName().toString()), names());
    }

    @Test
    void linkStaysALink() throws IOException {
        Path file = existing("rw-r--r--");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        model(link).save();
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(file).contains("8080"));
    }

    /** A pipe would be waited for, and a device be replaced. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsNoFileIsLeftAlone() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        ExportViewModel model = model(pipe);
        model.save();
        assertEquals(List.of(pipe + " could not be written: Not a file."), notices);
        assertFalse(model.busy().get());
        assertEquals(List.of("pipe"), names());
    }

    /** As where LANG is not set. */
    @Test
    void nameThatJavaCanNotHaveIsToldInWords() {
        ExportViewModel model = new ExportViewModel(Screen.PORTS, shown(), shown(), desk((_, _) -> {
            throw new InvalidPathException("/home/J\u00fcrgen/a.csv", "Malformed input");
        }), ends());
        model.save();
        assertEquals(
                List.of("/home/J\u00fcrgen/a.csv could not be written: where no language is set (LANG), names can have the letters of ASCII"
                        + " only."),
                notices);
        assertEquals(notices.getFirst(), model.result().get());
    }

    private Path existing(String rights) throws IOException {
        Path file = Files.createFile(folder.resolve("export"));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private ExportViewModel model(Path file) {
        return new ExportViewModel(Screen.PORTS, shown(), shown(), desk((name, _) -> {
            offered.add(name);
            return Optional.of(file);
        }), ends());
    }

    private static ExportDesk desk(SaveDialog dialog) {
        return new ExportDesk(Runnable::run, Runnable::run, dialog, ZoneOffset.UTC);
    }

    private Shown shown() {
        SocketLine line = new SocketLine(
                List.of(SampleRow.listener("0.0.0.0:8080").by(SampleRow.process(42, "java", "java --password=x", null)).row()), 0,
                Grouping.NONE, false, null, Mark.NONE);
        return new Shown(Columns.ports(), List.of(line), wording, SampleRow.START);
    }

    private ExportViewModel.Ends ends() {
        return new ExportViewModel.Ends() {

            @Override
            public void copy(String text) {
                throw new AssertionError("nothing is to be copied");
            }

            @Override
            public void notice(String sentence) {
                notices.add(sentence);
            }
        };
    }
}
