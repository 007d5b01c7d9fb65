package quaywatch.ui.plot;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScaleTest {

    @Test
    void hasRoomForAllValuesAndAFewRoundLines() {
        Random random = new Random(4);
        for (int round = 0; round < 5_000; round++) {
            double highest = random.nextInt(4) == 0 ? 0 : Math.pow(10, 9 * random.nextDouble());
            double lowest = random.nextInt(4) == 0 ? 0 : Math.pow(10, 9 * random.nextDouble());
            Scale scale = Scale.of(highest, lowest, 1_000);
            String told = highest + " and " + lowest + ": " + scale;
            assertTrue(scale.above() * scale.step() >= highest * (1 - 1e-9), told);
            assertTrue(scale.below() * scale.step() >= lowest * (1 - 1e-9), told);
            assertTrue(scale.above() + scale.below() <= 7, told);
            double digit = scale.step() / Math.pow(10, Math.floor(Math.log10(scale.step()) + 1e-9));
            assertTrue(Math.abs(digit - 1) < 1e-6 || Math.abs(digit - 2) < 1e-6 || Math.abs(digit - 5) < 1e-6, told);
        }
    }

    @Test
    void littleStaysLittle() {
        assertEquals(new Scale(200, 5, 0), Scale.of(0, 0, 1_000));
        assertEquals(new Scale(200, 4, 2), Scale.of(3, 300, 1_000));
    }

    @Test
    void valuesStandBetweenTopAndBottom() {
        Scale scale = Scale.of(80, 20, 1);
        assertEquals(0, scale.y(80, 100), 1e-9);
        assertEquals(80, scale.y(0, 100), 1e-9);
        assertEquals(100, scale.y(-20, 100), 1e-9);
    }
}
