package quaywatch.bench;

import java.time.Duration;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;

import quaywatch.Main;

/**
 * Starts the program as a user does and ends it, with 0, as soon as a frame has been drawn that shows rows of sockets: whoever started it measures
 * the time. Arguments are handed to the program.
 */
final class FirstRows {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private int frames;

    private FirstRows() {}

    public static void main(String[] args) {
        FirstRows bench = new FirstRows();
        Thread.ofPlatform().daemon().start(FirstRows::giveUp);
        Window.getWindows().addListener((ListChangeListener<Window>) _ -> Window.getWindows().forEach(bench::watch));
        Main.main(args);
    }

    /** Called as a window is about to show: before its first layout. */
    private void watch(Window window) {
        if (window instanceof Stage stage && stage.getProperties().putIfAbsent(FirstRows.class, true) == null) {
            Scene scene = stage.getScene();
            scene.addPostLayoutPulseListener(() -> laidOut(scene));
        }
    }

    /** What was laid out in one pulse has been drawn when the next one comes. */
    private void laidOut(Scene scene) {
        if (scene.lookup("#ports-table") instanceof TableView<?> table && !table.getItems().isEmpty()
                && table.lookup(".table-row-cell:filled .table-cell:filled") != null) {
            frames++;
        }
        if (frames == 2) {
            Runtime.getRuntime().halt(0);
        }
        Platform.requestNextPulse();
    }

    private static void giveUp() {
        try {
            Thread.sleep(LIMIT);
        } catch (InterruptedException e) {
            return;
        }
        System.err.println("no rows within " + LIMIT.toSeconds() + " s");
        Runtime.getRuntime().halt(3);
    }
}
