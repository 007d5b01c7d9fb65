package quaywatch.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

import quaywatch.ui.header.HeaderView;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Screen;

/** What the keys do that work everywhere in the window; those of the menu are its accelerators. */
final class Shortcuts {

    private final Map<Key, Runnable> keys = new EnumMap<>(Key.class);
    /** Those that a dialog does not stop: who can't read it needs them most. */
    private final Map<Key, Runnable> always = new EnumMap<>(Key.class);
    private final MainWindow window;

    private Shortcuts(MainWindow window, MainViewModel model, HeaderView header) {
        this.window = window;
        keys.put(Key.KEYS, window::showKeys);
        keys.put(Key.QUERY, header::focusQuery);
        keys.put(Key.PORT, header::focusPort);
        keys.put(Key.PAUSE, () -> model.header().paused().set(!model.header().paused().get()));
        keys.put(Key.EXPORT, window::export);
        keys.put(Key.SAVED, window::savedFilters);
        keys.put(Key.WHY_PORT, window::askWhy);
        keys.put(Key.PORTS, () -> model.screen().set(Screen.PORTS));
        keys.put(Key.CONNECTIONS, () -> model.screen().set(Screen.CONNECTIONS));
        keys.put(Key.PROCESSES, () -> model.screen().set(Screen.PROCESSES));
        keys.put(Key.ACTIVITY, () -> model.screen().set(Screen.ACTIVITY));
        keys.put(Key.HISTORY, () -> model.screen().set(Screen.HISTORY));
        keys.put(Key.PORT_MAP, () -> model.screen().set(Screen.PORT_MAP));
        keys.put(Key.SETTINGS, () -> model.screen().set(Screen.SETTINGS));
        TextSize size = new TextSize(model.textSize());
        always.put(Key.LARGER, size::larger);
        always.put(Key.SMALLER, size::smaller);
        always.put(Key.USUAL, size::usual);
    }

    static void install(MainWindow window, MainViewModel model, HeaderView header) {
        Shortcuts shortcuts = new Shortcuts(window, model, header);
        window.addEventFilter(KeyEvent.KEY_PRESSED, shortcuts::pressed);
        window.addEventFilter(KeyEvent.KEY_TYPED, shortcuts::typed);
        window.addEventHandler(KeyEvent.KEY_PRESSED, shortcuts::escape);
    }

    private void pressed(KeyEvent event) {
        run(always, event);
        if (!window.busy()) {
            run(keys, event);
        }
    }

    private static void run(Map<Key, Runnable> keys, KeyEvent event) {
        keys.forEach((key, action) -> {
            if (key.matches(event)) {
                action.run();
                event.consume();
            }
        });
    }

    /** In a text it is a letter like any other. */
    private void typed(KeyEvent event) {
        if (Key.QUESTION.equals(event.getCharacter()) && !window.busy() && !(event.getTarget() instanceof TextInputControl)) {
            window.showKeys();
            event.consume();
        }
    }

    private void escape(KeyEvent event) {
        if (Key.BACK.matches(event) && window.back()) {
            event.consume();
        }
    }
}
