package quaywatch.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * What the package build runs for the JDK to keep its classes, loaded and linked, in the ahead-of-time cache (JEP 514): lists, then the window,
 * which shows each screen and closes. Nobody else starts it.
 */
final class TrainingRun {

    /** By then there are rows, and they have changed. */
    private static final Duration FIRST = Duration.seconds(4);
    private static final Duration EACH = Duration.millis(1_200);
    private static final List<KeyCode> SCREENS = List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6,
            KeyCode.DIGIT1);

    private boolean walking;

    private TrainingRun() {}

    public static void main(String[] args) throws IOException {
        TrainingRun training = new TrainingRun();
        // There is one port and one connection at least.
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket _ = new Socket(server.getInetAddress(), server.getLocalPort())) {
            Window.getWindows().addListener((ListChangeListener<Window>) _ -> Window.getWindows().forEach(training::shown));
            for (String[] arguments : new String[][]{{"--version"}, {"list", "--json"}, {"list"}, {}}) {
                int code = Quaywatch.run(arguments);
                if (code != 0) {
                    System.exit(code);
                }
            }
        }
        System.exit(training.walking ? 0 : 1);
    }

    private void shown(Window window) {
        if (window instanceof Stage stage && !walking) {
            walking = true;
            Timeline walk = new Timeline();
            Duration at = FIRST;
            for (KeyCode screen : SCREENS) {
                walk.getKeyFrames().add(new KeyFrame(at, _ -> press(stage.getScene(), screen)));
                at = at.add(EACH);
            }
            walk.getKeyFrames().add(new KeyFrame(at, _ -> stage.hide()));
            walk.play();
        }
    }

    private static void press(Scene scene, KeyCode digit) {
        Event.fireEvent(scene.getFocusOwner() == null ? scene : scene.getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, digit.getName(), digit, false, true, false, false));
    }
}
