package quaywatch.app;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import quaywatch.model.ServiceNames;
import quaywatch.settings.SettingsFolder;
import quaywatch.text.Words;
import quaywatch.ui.theme.Fonts;

/** Runs the window from its first frame to its end. */
public final class WindowProgram {

    private static final double WIDTH = 1_200;
    private static final double HEIGHT = 760;
    private static final double LEAST_WIDTH = 820;
    private static final double LEAST_HEIGHT = 520;

    private final Words words;

    WindowProgram(Words words) {
        this.words = words;
    }

    /** Opens the window and waits, on the calling thread, until it is closed. */
    void run(Machine machine, ServiceNames names) {
        Groundwork groundwork = new Groundwork(machine, words, names, SettingsFolder.of(System.getenv()));
        CountDownLatch closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> open(machine, groundwork, closed));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private void open(Machine machine, Groundwork groundwork, CountDownLatch closed) {
        Fonts.load();
        Stage stage = new Stage();
        Wiring wiring = new Wiring(machine, groundwork, WIDTH, HEIGHT, stage::close);
        stage.setTitle(words.get("app.name"));
        for (int size : new int[]{16, 32, 48, 128, 256}) {
            stage.getIcons().add(new Image("/quaywatch/icons/quaywatch-" + size + ".png"));
        }
        stage.setScene(wiring.scene());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        Placement.restore(stage, wiring.memory());
        stage.setOnHiding(_ -> {
            Placement.keep(stage, wiring.memory());
            wiring.close();
            hidePopups();
            closed.countDown();
        });
        stage.show();
        wiring.window().focusStart();
        wiring.start();
    }

    /** On GTK the toolkit crashes when it ends while a popup is open. */
    private static void hidePopups() {
        for (Window window : java.util.List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow popup) {
                popup.hide();
            }
        }
    }
}
