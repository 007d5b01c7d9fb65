package quaywatch.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class VisibleTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"java, java", "``, \"\"", "`  `, `\"  \"`", "` a `, ` a `", "`\t`, `\"\\t\"`",
            "abcdefghijk, abcdefg…"})
    void nameIsNeverEmpty(String raw, String shown) {
        assertEquals(shown, Visible.name(raw, 8));
    }

    /** A process may call itself by letters that nobody can see, or with a blank that is none. */
    @ParameterizedTest
    @ValueSource(ints = {0xa0, 0x34f, 0x115f, 0x1160, 0x1680, 0x17b4, 0x180b, 0x180e, 0x200b, 0x2003, 0x2800, 0x3000, 0x3164, 0xfe0f,
            0xffa0, 0xe0041,
            0xe0100})
    void whatCantBeSeenIsWrittenOut(int point) {
        String hex = Integer.toHexString(point);
        assertEquals((point < 0x100 ? "ssh\\x" : "ssh\\u" + "0".repeat(Math.max(0, 4 - hex.length()))) + hex + "d",
                Visible.of("ssh" + Character.toString(point) + "d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "né", "e\u0301", "\u05e9\u05dc\u05d5\u05dd", "\u65e5\u672c", "\ud83d\udca9", "\u0e01\u0e33"})
    void whatCanBeReadStays(String name) {
        assertEquals(name, Visible.of(name));
    }
}
