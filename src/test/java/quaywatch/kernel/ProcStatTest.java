package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProcStatTest {

    private static final String REST = " S 17 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 3 0 123456 9 10\n";

    private static Optional<ProcStat> parse(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        return ProcStat.parse(bytes, bytes.length);
    }

    @Test
    void factsAreRead() {
        assertEquals(Optional.of(new ProcStat("orders-api", 'S', 17, false, 3, 123_456)), parse("42 (orders-api)" + REST));
    }

    @Test
    void kernelThreadIsToldByItsFlag() {
        assertEquals(Optional.of(new ProcStat("kworker/0:1", 'I', 2, true, 1, 55)),
                parse("9 (kworker/0:1) I 2 0 0 0 -1 69238880 0 0 0 0 0 0 0 0 20 0 1 0 55 0 0\n"));
    }

    @Test
    void nameEndsAtTheLastBracket() {
        assertEquals(") R 1\n \u001b[31m \ufffd", parse("42 () R 1\n \u001b[31m \u00ff)" + REST).orElseThrow().name());
    }

    @Test
    void zombieWithLiveThreadsIsTold() {
        ProcStat stat = parse("42 (db)" + REST.replace(" S ", " Z ")).orElseThrow();
        assertTrue(stat.leaderEnded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "42 (", "42 (a", "42 (a)", "42 (a) ", "42 (a) S", ")42 (", "42 (a) S 17 42",
            "42 (a) S x 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 3 0 123456 9",
            "42 (a) S 17 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 3 0 9999999999999999999999 9"})
    void oddLineIsEmpty(String line) {
        assertEquals(Optional.empty(), parse(line));
    }

    @Test
    void damagedLinesNeverFail() {
        Random random = new Random(7);
        byte[] whole = ("42 (orders-api)" + REST).getBytes(StandardCharsets.ISO_8859_1);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] line = whole.clone();
            for (int hit = random.nextInt(4); hit >= 0; hit--) {
                line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            }
            read += ProcStat.parse(line, random.nextInt(line.length + 1)).isPresent() ? 1 : 0;
        }
        assertTrue(read > 0 && read < 20_000);
    }
}
