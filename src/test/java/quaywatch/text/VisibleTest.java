package quaywatch.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class VisibleTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"java, java", "``, \"\"", "`  `, `\"  \"`", "` a `, ` a `", "`\t`, `\"\\t\"`",
            "abcdefghijk, abcdefg…"})
    void nameIsNeverEmpty(String raw, String shown) {
        assertEquals(shown, Visible.name(raw, 8));
    }
}
