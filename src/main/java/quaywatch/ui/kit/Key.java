package quaywatch.ui.kit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Every key that does something of ours. Whoever acts on a key asks here, and the list of keys shows this, so that it can't lie. */
public enum Key {
    KEYS(Place.EVERYWHERE, plain(KeyCode.F1)), //
    QUERY(Place.EVERYWHERE, shortcut(KeyCode.F)), //
    PORT(Place.EVERYWHERE, shortcut(KeyCode.P)), //
    PORTS(Place.EVERYWHERE, shortcut(KeyCode.DIGIT1)), //
    CONNECTIONS(Place.EVERYWHERE, shortcut(KeyCode.DIGIT2)), //
    PROCESSES(Place.EVERYWHERE, shortcut(KeyCode.DIGIT3)), //
    SETTINGS(Place.EVERYWHERE, shortcut(KeyCode.COMMA)), //
    SCAN(Place.EVERYWHERE, plain(KeyCode.F5)), //
    PAUSE(Place.EVERYWHERE, shortcut(KeyCode.SPACE)), //
    EXPORT(Place.EVERYWHERE, shortcut(KeyCode.E)), //
    THEME(Place.EVERYWHERE, shortcut(KeyCode.T)), //
    /** The plus is a key of its own, or the equals sign with Shift, or on the number pad. */
    LARGER(Place.EVERYWHERE, any(KeyCode.PLUS), any(KeyCode.EQUALS), any(KeyCode.ADD)), //
    SMALLER(Place.EVERYWHERE, any(KeyCode.MINUS), any(KeyCode.SUBTRACT)), //
    USUAL(Place.EVERYWHERE, any(KeyCode.DIGIT0), any(KeyCode.NUMPAD0)), //
    BACK(Place.EVERYWHERE, plain(KeyCode.ESCAPE)), //
    QUIT(Place.EVERYWHERE, shortcut(KeyCode.Q)), //

    INSPECT(Place.TABLE, plain(KeyCode.ENTER)), //
    FREE(Place.TABLE, plain(KeyCode.DELETE)), //
    NEXT(Place.TABLE, plain(KeyCode.RIGHT)), //
    PREVIOUS(Place.TABLE, plain(KeyCode.LEFT)), //
    FILTER(Place.TABLE, shortcut(KeyCode.ENTER)), //
    EXCLUDE(Place.TABLE, new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN)), //
    COPY_ROWS(Place.TABLE, shortcut(KeyCode.C)), //
    COPY_CELL(Place.TABLE, new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)), //
    GROUPS(Place.TABLE, plain(KeyCode.G)), //
    MENU(Place.TABLE, new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN), plain(KeyCode.CONTEXT_MENU)), //

    TO_ROWS(Place.HEADER, plain(KeyCode.ENTER), plain(KeyCode.DOWN)), //
    FREE_FIRST(Place.HEADER, plain(KeyCode.DELETE)), //
    FINISH(Place.HEADER, plain(KeyCode.ENTER)), //
    LAST_CHIP(Place.HEADER, plain(KeyCode.BACK_SPACE)), //

    DOWN(Place.DIALOG, plain(KeyCode.PAGE_DOWN)), //
    UP(Place.DIALOG, plain(KeyCode.PAGE_UP));

    /** What is typed where no text is, for {@link #KEYS}: it lies on another key of each keyboard. */
    public static final String QUESTION = "?";

    /** Where a key works, in the order of the list. */
    public enum Place {
        EVERYWHERE, TABLE, HEADER, DIALOG
    }

    private final Place place;
    private final List<KeyCodeCombination> combinations;

    Key(Place place, KeyCodeCombination... combinations) {
        this.place = place;
        this.combinations = List.of(combinations);
    }

    private static KeyCodeCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCodeCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCodeCombination any(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    }

    /** Those of a place, in order. */
    public static List<Key> of(Place place) {
        return Arrays.stream(values()).filter(key -> key.place == place).toList();
    }

    /** Whether it was pressed, whatever has the focus. */
    public boolean matches(KeyEvent event) {
        return combinations.stream().anyMatch(combination -> combination.match(event));
    }

    /** The one that stands for all. */
    public KeyCodeCombination first() {
        return combinations.getFirst();
    }

    /** As it stands on the keyboard: {@code Ctrl+F}, or {@code F1} and {@code ?}. */
    public List<String> names() {
        String name = first().getDisplayText();
        return this == KEYS ? List.of(name, QUESTION) : List.of(name);
    }

    /** All keys that may be pressed for it. */
    public Stream<KeyCodeCombination> combinations() {
        return combinations.stream();
    }
}
