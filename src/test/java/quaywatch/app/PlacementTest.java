package quaywatch.app;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Test;

import quaywatch.settings.Geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PlacementTest {

    /** A notebook below a panel, and a larger screen to the left of it, somewhat higher. */
    private static final Rectangle2D NOTEBOOK = new Rectangle2D(0, 27, 1366, 741);
    private static final Rectangle2D LEFT = new Rectangle2D(-1920, -200, 1920, 1080);

    @Test
    void windowStaysWhereScreensCoverIt() {
        assertEquals(place(-1900, -200, 1200, 760), on(window(-1900, -200, 1200, 760), NOTEBOOK, LEFT));
        assertEquals(place(-600, 27, 1200, 741), on(window(-600, 27, 1200, 741), NOTEBOOK, LEFT), "across both");
    }

    @Test
    void windowThatIsPartlyBesideTheScreenComesBackInItsSize() {
        assertEquals(place(166, 68, 1200, 700), on(window(400, 500, 1200, 700), NOTEBOOK));
        assertEquals(place(0, 27, 1200, 700), on(window(-1100, -600, 1200, 700), NOTEBOOK), "a strip of it is enough");
    }

    @Test
    void windowOfALargerScreenIsMadeToFit() {
        assertEquals(place(0, 27, 1366, 741), on(window(-20, 0, 2500, 1400), NOTEBOOK));
    }

    @Test
    void windowGoesToTheScreenThatHasMostOfIt() {
        assertEquals(place(-1200, -200, 1200, 760), on(window(-700, -900, 1200, 760), NOTEBOOK, LEFT));
        assertEquals(place(0, 27, 1200, 741), on(window(-500, 27, 1200, 900), NOTEBOOK, new Rectangle2D(-1920, -200, 1920, 500)));
    }

    @Test
    void screensThatMirrorEachOtherCoverAPlaceOnce() {
        assertEquals(place(166, 27, 1200, 741), on(window(766, 27, 1200, 741), NOTEBOOK, NOTEBOOK));
    }

    @Test
    void windowOfAScreenThatHasGoneHasNoPlace() {
        assertEquals(Optional.empty(), on(window(-1900, -200, 1200, 760), NOTEBOOK));
        assertEquals(Optional.empty(), on(window(1366, 27, 1200, 760), NOTEBOOK), "side by side is not on it");
        assertEquals(Optional.empty(), on(window(0, 0, 1200, 760)));
    }

    private static Geometry window(int x, int y, int width, int height) {
        return new Geometry(x, y, width, height, false);
    }

    private static Optional<Rectangle2D> place(double x, double y, double width, double height) {
        return Optional.of(new Rectangle2D(x, y, width, height));
    }

    private static Optional<Rectangle2D> on(Geometry window, Rectangle2D... screens) {
        return Placement.on(List.of(screens), window);
    }
}
