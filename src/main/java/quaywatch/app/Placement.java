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

    static void restore(Stage stage, WindowMemory memory) {
        memory.geometry().ifPresent(geometry -> {
            boolean covered = Screen.getScreens().stream().map(Screen::getVisualBounds)
                    .anyMatch(screen -> screen.contains(new Rectangle2D(geometry.x(), geometry.y(), geometry.width(), geometry.height())));
            if (covered) {
                stage.setX(geometry.x());
                stage.setY(geometry.y());
                stage.setWidth(geometry.width());
                stage.setHeight(geometry.height());
            }
            stage.setMaximized(geometry.maximized());
        });
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
