package quaywatch.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.junit.jupiter.api.Assertions.assertEquals;

@EnabledOnOs(OS.LINUX)
class StartScriptTest {

    @Test
    void tooFewOpenFilesForJavaIsASentenceAndThree() throws IOException, InterruptedException {
        Process script = new ProcessBuilder("sh", "-c", "ulimit -n 20; exec sh src/main/scripts/quaywatch.sh list")
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("quaywatch: only 20 files may be open at once, and 64 are needed; raise the limit: ulimit -n 1024\n", said);
        assertEquals(3, script.waitFor());
    }
}
