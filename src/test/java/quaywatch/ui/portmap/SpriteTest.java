package quaywatch.ui.portmap;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.view.PortUse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SpriteTest {

    /** State is never told by colour alone: without colours no two marks are alike. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8, 16, 24})
    void everyUseHasAShapeOfItsOwn(int cell) {
        Set<String> shapes = new HashSet<>();
        for (PortUse use : PortUse.values()) {
            Sprite sprite = Sprite.of(use, cell);
            assertTrue(shapes.add(sprite.side() + Arrays.toString(sprite.mask())), use + " looks like another one");
        }
    }

    @Test
    void theRingIsAsWideAsOnePixelAllRound() {
        Sprite square = Sprite.of(PortUse.EVERY_INTERFACE, 2);
        assertEquals(10, square.side());
        for (int i = 0; i < square.mask().length; i++) {
            int x = i % 10;
            int y = i / 10;
            boolean edge = x == 0 || y == 0 || x == 9 || y == 9;
            assertEquals(edge ? Sprite.RING : Sprite.INK, square.mask()[i]);
        }
    }
}
