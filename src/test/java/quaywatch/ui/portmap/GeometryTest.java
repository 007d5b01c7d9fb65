package quaywatch.ui.portmap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GeometryTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8, 16, 24})
    void everyPortIsWhereItsPixelsAre(int cell) {
        Geometry whole = Geometry.of(cell, -100, -100, 10_000, 10_000);
        for (int port = 0; port < 65_536; port += 97) {
            assertEquals(port, whole.port(whole.x(port), whole.y(port)));
            assertEquals(port, whole.port(whole.x(port) + cell - 0.01, whole.y(port) + cell - 0.01));
        }
    }

    @Test
    void aPointBesideThePictureMeansTheNearestPort() {
        Geometry whole = Geometry.of(2, -Geometry.MARGIN, -Geometry.MARGIN, 1_000, 1_000);
        assertEquals(0, whole.port(-50, -50));
        assertEquals(255, whole.port(9_999, 0));
        assertEquals(65_535, whole.port(9_999, 9_999));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 8_080, 65_280, 65_535})
    void theWindowMovesToAPort(int port) {
        Geometry small = Geometry.of(16, 0, 0, 300, 200);
        Geometry moved = small.showing(port);
        assertTrue(moved.shows(port), moved::toString);
        assertTrue(moved.x(port) + 16 <= 300 && moved.y(port) + 16 <= 200, moved::toString);
        assertEquals(moved, moved.showing(port));
    }

    @Test
    void theWindowNeverLeavesThePicture() {
        Geometry far = Geometry.of(4, 1_000_000, 1_000_000, 300, 200);
        assertEquals(65_535, far.port(299, 199));
        assertEquals(-Geometry.MARGIN, Geometry.of(4, -1_000, -1_000, 300, 200).left());
    }
}
