package quaywatch.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ProcFsTest {

    private final Path folder;
    private final ProcFs fs;
    private final ReadBuffer buffer = new ReadBuffer(8);

    ProcFsTest(@TempDir Path folder) {
        this.folder = folder;
        fs = new ProcFs(folder);
    }

    @Test
    void fileIsReadUpToTheBufferAndToldAsCut() throws IOException {
        Files.writeString(folder.resolve("short"), "12345678");
        Files.writeString(folder.resolve("long"), "123456789");
        assertEquals(Access.DONE, fs.read("short", buffer));
        assertEquals("12345678 false", buffer.text() + " " + buffer.cut());
        assertEquals(Access.DONE, fs.read("long", buffer));
        assertEquals("12345678 true", buffer.text() + " " + buffer.cut());
    }

    @Test
    void missingFileLeavesTheBufferEmpty() throws IOException {
        Files.writeString(folder.resolve("short"), "1234");
        fs.read("short", buffer);
        assertEquals(Access.Kind.GONE, fs.read("none", buffer).kind());
        assertEquals("", buffer.text());
    }

    @Test
    void folderInPlaceOfAFileFails() {
        assertEquals(Access.Kind.FAILED, fs.read("", buffer).kind());
    }

    @Test
    void onlyNumbersAreProcesses() throws IOException {
        for (String name : new String[]{"12", "7", "self", "0", "-3", "1a", "99999999999999999999"}) {
            Files.createDirectory(folder.resolve(name));
        }
        long[] pids = fs.pids();
        Arrays.sort(pids);
        assertArrayEquals(new long[]{7, 12}, pids);
    }

    @Test
    void exhaustedDescriptorsAreToldFromMissingFiles() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "this machine has no proc file system");
        Process child = new ProcessBuilder(List.of("sh", "-c", "ulimit -n 60; exec \"$@\"", "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), NoDescriptors.class.getName())).redirectErrorStream(true).start();
        String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), told);
        assertEquals("DONE DONE DONE GONE, then EXHAUSTED EXHAUSTED EXHAUSTED EXHAUSTED", told.strip());
    }

    @Test
    void linesAreHandedOnWithoutTheirEnds() throws IOException {
        Files.writeString(folder.resolve("lines"), "a\nbc\r\n\n123456789\nd");
        List<String> lines = new ArrayList<>();
        fs.lines("lines", buffer, new LineSink() {
            @Override
            public void line(byte[] bytes, int from, int to) {
                lines.add(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
            }

            @Override
            public void overlong() {
                lines.add("overlong");
            }
        });
        assertEquals(List.of("a", "bc", "", "overlong", "d"), lines);
    }
}
