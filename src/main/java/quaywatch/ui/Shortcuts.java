package quaywatch.ui;

import java.util.LinkedHashMap;
import java.util.List;
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
    /** Those that a dialog does not stop: who can't read it needs them most. */
    private final Map<KeyCombination, Runnable> always = new LinkedHashMap<>();
    private final MainWindow window;

    private Shortcuts(MainWindow window, MainViewModel model, HeaderView header) {
        this.window = window;
        key(KeyCode.F, header::focusQuery);
        key(KeyCode.P, header::focusPort);
        key(KeyCode.SPACE, () -> model.header().paused().set(!model.header().paused().get()));
        key(KeyCode.E, window::export);
        key(KeyCode.B, window::savedFilters);
        keys.put(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN), window::askWhy);
        key(KeyCode.DIGIT1, () -> model.screen().set(Screen.PORTS));
        key(KeyCode.DIGIT2, () -> model.screen().set(Screen.CONNECTIONS));
        key(KeyCode.DIGIT3, () -> model.screen().set(Screen.PROCESSES));
        key(KeyCode.COMMA, () -> model.screen().set(Screen.SETTINGS));
        sizes(new TextSize(model.textSize()));
    }

    /** The plus is a key of its own, or the equals sign with Shift, or on the number pad. */
    private void sizes(TextSize size) {
        for (KeyCode plus : List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
            always(plus, size::larger);
        }
        for (KeyCode minus : List.of(KeyCode.MINUS, KeyCode.SUBTRACT)) {
            always(minus, size::smaller);
        }
        for (KeyCode zero : List.of(KeyCode.DIGIT0, KeyCode.NUMPAD0)) {
            always(zero, size::usual);
        }
    }

    private void always(KeyCode code, Runnable action) {
        always.put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY), action);
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
        run(always, event);
        if (!window.busy()) {
            run(keys, event);
        }
    }

    private static void run(Map<KeyCombination, Runnable> keys, KeyEvent event) {
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
