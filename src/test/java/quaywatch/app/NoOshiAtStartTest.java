package quaywatch.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** OSHI takes half a second to begin. On Linux no look needs it, so none may wait for it. */
@EnabledOnOs(OS.LINUX)
class NoOshiAtStartTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"list --source netlink", "list --source proc", "list", "--screenshot PICTURE"})
    void noLookLoadsOshi(String arguments) throws Exception {
        Path loaded = folder.resolve("loaded");
        List<String> words = new ArrayList<>(
                StartedProgram.command(arguments.replace("PICTURE", folder.resolve("picture.png").toString()).split(" ")));
        words.add(1, "-Xlog:class+load:file=" + loaded);
        Process program = StartedProgram.builder(words).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile()).start();
        assertTrue(program.waitFor(120, TimeUnit.SECONDS));
        assertTrue(program.exitValue() <= 1, () -> "ended with " + program.exitValue());
        try (Stream<String> lines = Files.lines(loaded)) {
            List<String> classes = lines.map(line -> line.replaceFirst("^(\\[[^]]*])+ *", "")).toList();
            assertTrue(classes.stream().anyMatch(line -> line.startsWith("quaywatch.monitor.SamplingLoop ")), "a look was taken");
            assertEquals(List.of(), classes.stream().filter(line -> line.startsWith("oshi.") || line.startsWith("com.sun.jna.")).toList());
        }
    }
}
