package quaywatch.ui.theme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** From where the fonts are read, and what that leaves among the temporary files; in a process of its own, as a toolkit takes them only once. */
class FontsTest {

    private static final List<String> NAMES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "JetBrainsMonoNL-Regular.ttf",
            "JetBrainsMonoNL-SemiBold.ttf");

    /** Those of Ikonli's handlers, which always come from jars: Material Design, and a small one of Ikonli's own. */
    private static final int ICONS = 2;

    @TempDir
    private Path folder;

    @Test
    void filesOfAPackageAreNotCopied() throws Exception {
        assertEquals("true " + ICONS, loaded(filled("lib")));
    }

    @Test
    void anAddressThatTheToolkitDoesNotUnderstandIsReadAllTheSame() throws Exception {
        assertEquals("true " + (NAMES.size() + ICONS), loaded(filled("a #1 of 100%")));
    }

    @Test
    void whereThereAreNoFilesTheyComeFromTheProgram() throws Exception {
        assertEquals("true " + (NAMES.size() + ICONS), loaded(folder.resolve("none")));
    }

    @Test
    void aFileThatIsNoFontIsSaid() throws Exception {
        Path filled = filled("lib");
        Files.writeString(filled.resolve(NAMES.getFirst()), "no font");
        assertEquals("false " + ICONS, loaded(filled));
    }

    private Path filled(String name) throws IOException {
        Path filled = Files.createDirectory(folder.resolve(name));
        for (String each : NAMES) {
            try (InputStream in = FontsTest.class.getResourceAsStream("/quaywatch/fonts/" + each)) {
                Files.copy(in, filled.resolve(each));
            }
        }
        return filled;
    }

    private String loaded(Path fonts) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"),
                LoadedFonts.class.getName(), fonts.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = process.inputReader()) {
            String said = out.readLine();
            assertEquals(0, process.waitFor());
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
