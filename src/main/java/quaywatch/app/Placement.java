package quaywatch.app;

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

    /** A maximized window keeps the place it goes back to. */
    static void keep(Stage stage, WindowMemory memory) {
        if (stage.isMaximized() && memory.geometry().isPresent()) {
            Geometry before = memory.geometry().get();
            memory.keep(new Geometry(before.x(), before.y(), before.width(), before.height(), true));
        } else if (!Double.isNaN(stage.getX()) && stage.getWidth() >= Geometry.SMALLEST && stage.getHeight() >= Geometry.SMALLEST) {
            memory.keep(new Geometry((int) stage.getX(), (int) stage.getY(), (int) stage.getWidth(), (int) stage.getHeight(),
                    stage.isMaximized()));
        }
    }
}
