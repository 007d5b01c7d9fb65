package quaywatch.app;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;
import quaywatch.text.Words;
import quaywatch.ui.theme.Fonts;
import quaywatch.ui.theme.Look;

/** Runs the window from its first frame to its end. */
public final class WindowProgram {

    private static final double WIDTH = 1_200;
    private static final double HEIGHT = 760;

    private final Words words;

    WindowProgram(Words words) {
        this.words = words;
    }

    /** Opens the window and waits, on the calling thread, until it is closed. */
    void run(Machine machine, ServiceNames names) {
        PortRange ephemeral = machine.ephemeral().get();
        CountDownLatch closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> open(machine, names, ephemeral, closed));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private void open(Machine machine, ServiceNames names, PortRange ephemeral, CountDownLatch closed) {
        Fonts.load();
        Stage stage = new Stage();
        Wiring wiring = new Wiring(machine, words, names, ephemeral, Look.ofSystem(), WIDTH, HEIGHT, stage::close);
        stage.setTitle(words.get("app.name"));
        for (int size : new int[]{16, 32, 48, 128, 256}) {
            stage.getIcons().add(new Image("/quaywatch/icons/quaywatch-" + size + ".png"));
        }
        stage.setScene(wiring.scene());
        stage.setMinWidth(820);
        stage.setMinHeight(520);
        stage.setOnHiding(_ -> {
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
