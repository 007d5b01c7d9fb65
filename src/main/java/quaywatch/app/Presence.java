package quaywatch.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Window;
import org.jspecify.annotations.Nullable;

import quaywatch.kernel.GdkWindows;
import quaywatch.settings.Geometry;
import quaywatch.ui.WindowMemory;

/**
 * Looks every other second whether the window is still there, and where. On X11 any program can destroy the window of another: the toolkit
 * goes on without one, so nothing would end the program, and later starts would hand it what they are asked to show. And where the
 * display goes, the program goes at once, so where the window stands is kept while it stands.
 */
final class Presence {

    private static final Duration EACH = Duration.ofSeconds(2);
    private static final String X11 = "com.sun.glass.ui.gtk.GtkApplication";

    private final Stage stage;
    private final WindowMemory memory;
    private final boolean x11;
    private final long id;
    private @Nullable GdkWindows windows;
    private Optional<Geometry> last = Optional.empty();

    /** Of a stage that shows, on the FX thread; it is closed where its window has gone. */
    Presence(Stage stage, WindowMemory memory) {
        this.stage = stage;
        this.memory = memory;
        x11 = Application.GetApplication().getClass().getName().equals(X11) && !Window.getWindows().isEmpty();
        id = x11 ? Window.getWindows().getLast().getNativeWindow() : 0;
    }

    /**
     * Begins to look.
     *
     * @param later  until it is shut down
     * @param fx     the FX thread
     */
    void follow(ScheduledExecutorService later, Executor fx) {
        later.scheduleWithFixedDelay(() -> fx.execute(this::look), EACH.toMillis(), EACH.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!stage.isShowing()) {
            return;
        }
        if (!isThere()) {
            stage.close();
            return;
        }
        // Twice the same: not one on its way to another.
        Optional<Geometry> now = Placement.of(stage, memory);
        if (now.equals(last)) {
            now.ifPresent(memory::keep);
        }
        last = now;
    }

    /** Asks the library for its functions the first time, which takes longer than a window should be kept from opening. */
    private boolean isThere() {
        if (x11 && windows == null) {
            windows = GdkWindows.ofThisProcess().orElse(null);
        }
        return windows == null || windows.has(id);
    }
}
