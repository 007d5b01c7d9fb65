package quaywatch.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SocketTablesTest {

    private static final String HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
    private static final String LINE = "   0: 00000000:%04X 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 %d 1 0 100 0 0 10 0   \n";

    @TempDir
    Path root;

    private final List<String> seen = new ArrayList<>();

    private int read(byte[] table) throws IOException {
        Files.createDirectories(root.resolve("net"));
        Files.write(root.resolve("net/tcp"), table);
        SocketTables tables = new SocketTables(new ProcFs(root));
        assertEquals(Access.DONE, tables.read(SocketFile.TCP, row -> seen.add(row.local() + " " + row.inode())));
        return tables.takeOddLines();
    }

    private int read(String table) throws IOException {
        return read(table.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void rowsComeInOrderWithoutTheHeading() throws IOException {
        assertEquals(0, read(HEAD + LINE.formatted(80, 1) + LINE.formatted(443, 2)));
        assertEquals(List.of("0.0.0.0:80 1", "0.0.0.0:443 2"), seen);
    }

    @Test
    void linesMayEndAsOnWindowsAndTheLastNotAtAll() throws IOException {
        assertEquals(0, read((HEAD + LINE.formatted(80, 1) + LINE.formatted(443, 2).strip()).replace("\n", "\r\n")));
        assertEquals(List.of("0.0.0.0:80 1", "0.0.0.0:443 2"), seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n\n", "  sl  local_address\n"})
    void tableWithoutRowsIsEmptyAndNotOdd(String table) throws IOException {
        assertEquals(0, read(table));
        assertEquals(List.of(), seen);
    }

    @Test
    void oddLinesAreCountedAndTheOthersKept() throws IOException {
        assertEquals(3, read(HEAD + "garbage\n" + LINE.formatted(80, 1) + "   1: 0000\n" + LINE.formatted(443, 2) + "  sl again\n"));
        assertEquals(List.of("0.0.0.0:80 1", "0.0.0.0:443 2"), seen);
    }

    @Test
    void lineOfMegabytesCountsAsOneOddLine() throws IOException {
        assertEquals(1, read(HEAD + LINE.formatted(80, 1) + "7".repeat(3_000_000) + "\n" + LINE.formatted(443, 2)));
        assertEquals(List.of("0.0.0.0:80 1", "0.0.0.0:443 2"), seen);
    }

    @Test
    void endlessLastLineCountsAsOneOddLine() throws IOException {
        assertEquals(1, read(HEAD + LINE.formatted(80, 1) + "7".repeat(700_000)));
        assertEquals(List.of("0.0.0.0:80 1"), seen);
    }

    @Test
    void tableOfManyBuffersLosesNoRow() throws IOException {
        StringBuilder table = new StringBuilder(HEAD);
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 20_000; i++) {
            table.append(LINE.formatted(i, i));
            expected.add("0.0.0.0:" + i + " " + i);
        }
        assertEquals(0, read(table.toString()));
        assertEquals(expected, seen);
    }

    @Test
    void missingTableIsGone() {
        assertEquals(new Access(Access.Kind.GONE, "No such file or directory"),
                new SocketTables(new ProcFs(root)).read(SocketFile.RAW6, _ -> {}));
    }

    @ParameterizedTest
    @EnumSource(SocketFile.class)
    void randomBytesGiveNoRowsAndNoFailure(SocketFile file) throws IOException {
        Files.createDirectories(root.resolve("net"));
        Random random = new Random(20261123);
        SocketTables tables = new SocketTables(new ProcFs(root));
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[random.nextInt(5_000)];
            random.nextBytes(noise);
            Files.write(root.resolve("net").resolve(file.label()), noise);
            assertEquals(Access.DONE, tables.read(file, row -> seen.add(row.toString())));
            assertEquals(true, tables.takeOddLines() <= lines(noise));
        }
        assertEquals(List.of(), seen);
    }

    /** Every line of a damaged table is either a row or counted, whatever was damaged. */
    @Test
    void damagedTableGivesARowOrACountForEachLine() throws IOException {
        Random random = new Random(4711);
        for (int round = 0; round < 500; round++) {
            byte[] table = (LINE.formatted(80, 1) + LINE.formatted(443, 2) + LINE.formatted(22, 3)).getBytes(StandardCharsets.ISO_8859_1);
            for (int hit = random.nextInt(6); hit >= 0; hit--) {
                table[random.nextInt(table.length)] = (byte) random.nextInt(256);
            }
            seen.clear();
            int odd = read(table);
            assertEquals(solid(table), seen.size() + odd);
        }
    }

    private static int lines(byte[] bytes) {
        int count = 1;
        for (byte b : bytes) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Lines that hold anything but their line end. */
    private static int solid(byte[] table) {
        int count = 0;
        for (String line : new String(table, StandardCharsets.ISO_8859_1).split("\n")) {
            count += line.isEmpty() || line.equals("\r") ? 0 : 1;
        }
        return count;
    }
}
