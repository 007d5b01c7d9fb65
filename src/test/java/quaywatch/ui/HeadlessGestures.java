package quaywatch.ui;

import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Mends three flaws of the robot of JavaFX's Headless platform, for the windows of a test and the popups they open.
 * <p>Every press and release is marked as a popup trigger, without the button flag, so column headers do not sort; and as made from touch,
 * so a right click opens the menu without selecting. They are fired again as a mouse would send them.
 * <p>Scrolling takes the pointer's place on the screen for one in the window, so the window of {@code @Start} is moved to the origin.
 */
public final class HeadlessGestures implements BeforeEachCallback, AfterEachCallback {

    private final EventHandler<MouseEvent> mend = HeadlessGestures::mend;
    private final ListChangeListener<Window> watch = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::watch);
        }
    };

    @Override
    public void beforeEach(ExtensionContext context) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            Window.getWindows().forEach(HeadlessGestures::moveToOrigin);
            Window.getWindows().forEach(this::watch);
            Window.getWindows().addListener(watch);
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            Window.getWindows().removeListener(watch);
            Window.getWindows().forEach(window -> window.removeEventFilter(MouseEvent.ANY, mend));
        });
    }

    private void watch(Window window) {
        window.addEventFilter(MouseEvent.ANY, mend);
    }

    private static void moveToOrigin(Window window) {
        window.setX(0);
        window.setY(0);
    }

    private static void mend(MouseEvent event) {
        boolean press = event.getEventType() == MouseEvent.MOUSE_PRESSED;
        boolean release = event.getEventType() == MouseEvent.MOUSE_RELEASED;
        if ((press || release) && event.isSynthesized()) {
            event.consume();
            Event.fireEvent(event.getTarget(), asFromMouse(event, press));
        }
    }

    private static MouseEvent asFromMouse(MouseEvent event, boolean down) {
        MouseButton button = event.getButton();
        return new MouseEvent(event.getSource(), event.getTarget(), event.getEventType(), event.getX(), event.getY(), event.getScreenX(),
                event.getScreenY(), button, event.getClickCount(), event.isShiftDown(), event.isControlDown(), event.isAltDown(),
                event.isMetaDown(), down && button == MouseButton.PRIMARY, down && button == MouseButton.MIDDLE,
                down && button == MouseButton.SECONDARY, false, button == MouseButton.SECONDARY, event.isStillSincePress(),
                event.getPickResult());
    }
}
