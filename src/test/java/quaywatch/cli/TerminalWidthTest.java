package quaywatch.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalWidthTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "java, 4", "grün, 4", "日本語コ, 8", "ｺﾝ, 2", "ＡＢ, 4", "한글, 4", "e\u0301t, 2", "a🚢, 3", "…≈, 2", "\ud800, 1"})
    void countsColumns(String text, int columns) {
        assertEquals(columns, TerminalWidth.of(text));
    }
}
