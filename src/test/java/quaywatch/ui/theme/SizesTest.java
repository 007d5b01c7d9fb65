package quaywatch.ui.theme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SizesTest {

    @ParameterizedTest
    @CsvSource({"100, 26, 26", "80, 26, 21", "125, 26, 32", "150, 1, 2", "80, 1, 1", "80, 0, 0", "200, -7, -14"})
    void lengthsAreWholePixelsAndNeverVanish(int percent, double usual, double drawn) {
        assertEquals(drawn, Sizes.ofPercent(percent).of(usual));
    }

    @Test
    void textNeedsNoWholePixels() {
        assertEquals(15.625, Sizes.ofPercent(125).fine(12.5));
    }

    @Test
    void usualIsTheWayBack() {
        assertEquals(800, Sizes.ofPercent(200).usual(1_600));
    }

    @Test
    void nothingCanBeDrawnWithoutASize() {
        assertThrows(IllegalArgumentException.class, () -> new Sizes(0));
        assertThrows(IllegalArgumentException.class, () -> new Sizes(Double.NaN));
    }
}
