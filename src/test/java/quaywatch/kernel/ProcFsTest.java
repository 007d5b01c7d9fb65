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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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

    /** It begins with less than it may take. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8_191, 8_192, 8_193, 16_384, 50_000, 99_999, 100_000})
    void aBufferGrowsUpToItsSize(int size) throws IOException {
        String text = "x".repeat(size);
        Files.writeString(folder.resolve("file"), text);
        ReadBuffer large = new ReadBuffer(100_000);
        assertEquals(Access.DONE, fs.read("file", large));
        assertEquals(text, large.text());
        assertFalse(large.cut());
        Files.writeString(folder.resolve("file"), text + "x".repeat(100_001 - size));
        fs.read("file", large);
        assertTrue(large.cut());
        assertEquals(100_000, large.length());
    }

    @Test
    void longLinesAndManyLinesComeThroughAGrowingBuffer() throws IOException {
        List<String> written = new ArrayList<>(List.of("x".repeat(20_000), "y".repeat(99_999)));
        for (int i = 0; i < 30_000; i++) {
            written.add("line " + i);
        }
        Files.write(folder.resolve("lines"), written);
        assertEquals(written, lines(new ReadBuffer(100_000)));
        assertEquals("overlong", lines(new ReadBuffer(99_999)).get(1));
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
        assertEquals(List.of("a", "bc", "", "overlong", "d"), lines(buffer));
    }

    private List<String> lines(ReadBuffer into) {
        List<String> lines = new ArrayList<>();
        fs.lines("lines", into, new LineSink() {
            @Override
            public void line(byte[] bytes, int from, int to) {
                lines.add(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
            }

            @Override
            public void overlong() {
                lines.add("overlong");
            }
        });
        return lines;
    }
}
