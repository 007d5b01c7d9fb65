package quaywatch.app;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import quaywatch.settings.Geometry;
import quaywatch.ui.WindowMemory;

/** Where the window stands: as it was, if a screen still covers it. */
final class Placement {

    private Placement() {}

    /** @param width  of a window of which nothing is remembered; never more than its screen has, and {@code height} likewise */
    static void restore(Stage stage, WindowMemory memory, double width, double height) {
        Optional<Geometry> kept = memory.geometry();
        kept.filter(Placement::isCovered).ifPresentOrElse(geometry -> {
            stage.setX(geometry.x());
            stage.setY(geometry.y());
            stage.setWidth(geometry.width());
            stage.setHeight(geometry.height());
        }, () -> fit(stage, width, height));
        kept.ifPresent(geometry -> stage.setMaximized(geometry.maximized()));
    }

    private static boolean isCovered(Geometry geometry) {
        return Screen.getScreens().stream().map(Screen::getVisualBounds)
                .anyMatch(screen -> screen.contains(new Rectangle2D(geometry.x(), geometry.y(), geometry.width(), geometry.height())));
    }

    /** The toolkit puts a window in the middle of the screen, a larger one too, so that its beginning would lie outside. */
    private static void fit(Stage stage, double width, double height) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        if (now(stage.getWidth(), width) > screen.getWidth()) {
            stage.setX(screen.getMinX());
            stage.setWidth(screen.getWidth());
        }
        if (now(stage.getHeight(), height) > screen.getHeight()) {
            stage.setY(screen.getMinY());
            stage.setHeight(screen.getHeight());
        }
    }

    private static double now(double given, double otherwise) {
        return Double.isNaN(given) ? otherwise : given;
    }

    static void keep(Stage stage, WindowMemory memory) {
        of(stage, memory).ifPresent(memory::keep);
    }

    /** Where it stands; a maximized window keeps the place it goes back to. Empty where that is no place. */
    static Optional<Geometry> of(Stage stage, WindowMemory memory) {
        if (stage.isMaximized() && memory.geometry().isPresent()) {
            Geometry before = memory.geometry().get();
            return Optional.of(new Geometry(before.x(), before.y(), before.width(), before.height(), true));
        }
        return !Double.isNaN(stage.getX()) && stage.getWidth() >= Geometry.SMALLEST && stage.getHeight() >= Geometry.SMALLEST
                ? Optional.of(new Geometry((int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight(),
                        stage.isMaximized()))
                : Optional.empty();
    }
}
