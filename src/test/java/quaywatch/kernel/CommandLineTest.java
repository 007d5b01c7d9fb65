package quaywatch.kernel;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The arguments of a process one by one; how they are joined is in {@link SmallParsersTest}. */
class CommandLineTest {

    private static List<String> arguments(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return CommandLine.arguments(all, all.length, false);
    }

    @Test
    void emptyArgumentsCount() {
        assertEquals(List.of("a", "", ""), arguments('a', 0, 0, 0));
        assertEquals(List.of(""), arguments(0));
    }

    @Test
    void bytesThatAreNoTextAreKept() {
        assertEquals(List.of("a\udcffb\udcc3", "ß"), arguments('a', 0xff, 'b', 0xc3, 0, 0xc3, 0x9f, 0));
        assertEquals(List.of("\udcf0\udc9f\udc98"), arguments(0xf0, 0x9f, 0x98, 0));
    }

    @Test
    void whatIsNotAllThereIsNotTold() {
        assertEquals(List.of(), arguments());
        assertEquals(List.of(), arguments('n', 'g', 'i', 'n', 'x', ':'));
        assertEquals(List.of(), CommandLine.arguments(new byte[]{'a', 0}, 2, true));
    }
}
