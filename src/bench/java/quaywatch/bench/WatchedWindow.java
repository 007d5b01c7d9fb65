package quaywatch.bench;

import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import javafx.stage.Window;

import quaywatch.Main;

/** The program, which also prints {@code minimised} and {@code back} as its window learns it. Arguments are handed to the program. */
final class WatchedWindow {

    private WatchedWindow() {}

    public static void main(String[] args) {
        Window.getWindows().addListener((ListChangeListener<Window>) _ -> Window.getWindows().forEach(WatchedWindow::watch));
        Main.main(args);
    }

    private static void watch(Window window) {
        if (window instanceof Stage stage && stage.getProperties().putIfAbsent(WatchedWindow.class, true) == null) {
            stage.iconifiedProperty().addListener((_, _, gone) -> System.out.println(gone ? "minimised" : "back"));
        }
    }
}
