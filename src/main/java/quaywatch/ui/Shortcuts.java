package quaywatch.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import quaywatch.ui.header.HeaderView;
import quaywatch.ui.nav.Screen;

/** The keys that work everywhere in the window; those of the menu are its accelerators. */
final class Shortcuts {

    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    private final MainWindow window;

    private Shortcuts(MainWindow window, MainViewModel model, HeaderView header) {
        this.window = window;
        key(KeyCode.F, header::focusQuery);
        key(KeyCode.P, header::focusPort);
        key(KeyCode.SPACE, () -> model.header().paused().set(!model.header().paused().get()));
        key(KeyCode.E, window::export);
        key(KeyCode.DIGIT1, () -> model.screen().set(Screen.PORTS));
        key(KeyCode.DIGIT2, () -> model.screen().set(Screen.CONNECTIONS));
        key(KeyCode.DIGIT3, () -> model.screen().set(Screen.PROCESSES));
        key(KeyCode.COMMA, () -> model.screen().set(Screen.SETTINGS));
    }

    static void install(MainWindow window, MainViewModel model, HeaderView header) {
        Shortcuts shortcuts = new Shortcuts(window, model, header);
        window.addEventFilter(KeyEvent.KEY_PRESSED, shortcuts::pressed);
        window.addEventHandler(KeyEvent.KEY_PRESSED, shortcuts::escape);
    }

    private void key(KeyCode code, Runnable action) {
        keys.put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
    }

    private void pressed(KeyEvent event) {
        if (window.busy()) {
            return;
        }
        keys.forEach((key, action) -> {
            if (key.match(event)) {
                action.run();
                event.consume();
            }
        });
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && window.back()) {
            event.consume();
        }
    }
}
