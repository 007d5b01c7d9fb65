package quaywatch.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import quaywatch.settings.Geometry;
import quaywatch.ui.WindowMemory;

/** Where the window stands: as it was, as far as there are screens below it. FX thread only. */
final class Placement {

    /** Room for the title that the desktop puts above the window. */
    private static final double TITLE = 40;

    private Placement() {}

    /** Puts a stage that has its scene and does not show yet where the window was, or sees to it that it fits on the screen. */
    static void restore(Stage stage, WindowMemory memory) {
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        memory.geometry().flatMap(geometry -> on(screens, geometry)).ifPresentOrElse(place -> put(stage, place),
                () -> fit(stage, Screen.getPrimary().getVisualBounds()));
        stage.setMaximized(memory.geometry().filter(Geometry::maximized).isPresent());
    }

    /**
     * The place of a window on the screens that there are now: where it was if they cover all of it, one or several together; else all of it on the
     * one that has most of it, smaller if need be. Empty where none has any.
     */
    static Optional<Rectangle2D> on(List<Rectangle2D> screens, Geometry was) {
        Rectangle2D window = new Rectangle2D(was.x(), was.y(), was.width(), was.height());
        ToDoubleFunction<Rectangle2D> shared = screen -> shared(screen, window);
        // Screens that mirror each other cover a place once.
        if (screens.stream().distinct().mapToDouble(shared).sum() >= window.getWidth() * window.getHeight()) {
            return Optional.of(window);
        }
        return screens.stream().filter(screen -> shared.applyAsDouble(screen) > 0).max(Comparator.comparingDouble(shared))
                .map(screen -> within(screen, window));
    }

    private static double shared(Rectangle2D screen, Rectangle2D window) {
        double width = Math.min(screen.getMaxX(), window.getMaxX()) - Math.max(screen.getMinX(), window.getMinX());
        double height = Math.min(screen.getMaxY(), window.getMaxY()) - Math.max(screen.getMinY(), window.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    private static Rectangle2D within(Rectangle2D screen, Rectangle2D window) {
        double width = Math.min(window.getWidth(), screen.getWidth());
        double height = Math.min(window.getHeight(), screen.getHeight());
        return new Rectangle2D(Math.clamp(window.getMinX(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(window.getMinY(), screen.getMinY(), screen.getMaxY() - height), width, height);
    }

    private static void put(Stage stage, Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
    }

    /**
     * Else a window that is new reaches beyond the edges of a small screen. Its place is told too: put in the middle, the toolkit would count the title
     * twice. A stage that has a size already keeps it.
     */
    private static void fit(Stage stage, Rectangle2D screen) {
        double wider = stage.getScene().getWidth() - screen.getWidth();
        double higher = stage.getScene().getHeight() + TITLE - screen.getHeight();
        if (!Double.isNaN(stage.getWidth()) || wider <= 0 && higher <= 0) {
            return;
        }
        stage.setX(screen.getMinX() + Math.floor(Math.max(0, -wider) / 2));
        stage.setY(screen.getMinY() + Math.floor(Math.max(0, -higher) / 2));
        if (wider > 0) {
            stage.setWidth(screen.getWidth());
        }
        if (higher > 0) {
            stage.setHeight(screen.getHeight());
        }
    }

    static void keep(Stage stage, WindowMemory memory) {
        of(stage, memory).ifPresent(memory::keep);
    }

    /** Where it stands; a maximized window keeps the place it goes back to. Empty where that is no place to go back to. */
    static Optional<Geometry> of(Stage stage, WindowMemory memory) {
        if (stage.isMaximized() && memory.geometry().isPresent()) {
            Geometry before = memory.geometry().get();
            return Optional.of(new Geometry(before.x(), before.y(), before.width(), before.height(), true));
        }
        return isPlace(stage)
                ? Optional.of(new Geometry((int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight(),
                        stage.isMaximized()))
                : Optional.empty();
    }

    /** Other programs can put it anywhere, and before it has been shown it is nowhere: NaN is no number to compare. */
    private static boolean isPlace(Stage stage) {
        return Math.abs(stage.getX()) <= Geometry.LARGEST && Math.abs(stage.getY()) <= Geometry.LARGEST
                && Math.min(stage.getWidth(), stage.getHeight()) >= Geometry.SMALLEST
                && Math.max(stage.getWidth(), stage.getHeight()) <= Geometry.LARGEST;
    }
}
