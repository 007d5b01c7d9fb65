package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is read of a process only when somebody looks at it. */
class ProcessDetailParsersTest {

    private static final String LIMITS = """
            Limit                     Soft Limit           Hard Limit           Units
            Max cpu time              unlimited            unlimited            seconds
            Max open files            %s                 524288               files
            Max locked memory         8388608              8388608              bytes
            """;

    @ParameterizedTest
    @CsvSource({"1024, 1024", "unlimited, 9223372036854775807", "0, 0", "many, -1", "99999999999999999999, -1"})
    void softLimitOfOpenFiles(String text, long limit) {
        assertEquals(limit < 0 ? OptionalLong.empty() : OptionalLong.of(limit), openFiles(LIMITS.formatted(text)));
    }

    @Test
    void limitThatIsNotThereIsNotTold() {
        assertEquals(OptionalLong.empty(), openFiles(""));
        assertEquals(OptionalLong.empty(), openFiles("Max open files"));
    }

    @ParameterizedTest
    @CsvSource({"34816, pts/0", "34819, pts/3", "1083395, pts/259", "35070, pts/254", "35072, pts/256", "1025, tty1", "1088, ttyS0",
            "0, ''",
            "-1, ''", "1281, ''"})
    void terminalIsNamedAsItsDevice(String number, String name) {
        assertEquals(name, terminal("42 (a) S) S 1 42 42 " + number + " -1 4194304 1 2"));
    }

    @Test
    void oddLinesTellNothing() {
        assertEquals("", terminal(""));
        assertEquals("", terminal("42 (cat"));
        assertEquals("", terminal("42 (cat) S 1"));
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            ControllingTerminal.of(bytes, bytes.length);
            ProcLimits.openFiles(bytes, bytes.length);
        }
    }

    private static OptionalLong openFiles(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ProcLimits.openFiles(bytes, bytes.length);
    }

    private static String terminal(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ControllingTerminal.of(bytes, bytes.length);
    }
}
