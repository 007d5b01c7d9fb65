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
    PORT_MAP(Place.EVERYWHERE, shortcut(KeyCode.DIGIT4)), //
    ACTIVITY(Place.EVERYWHERE, shortcut(KeyCode.DIGIT5)), //
    HISTORY(Place.EVERYWHERE, shortcut(KeyCode.DIGIT6)), //
    SETTINGS(Place.EVERYWHERE, shortcut(KeyCode.COMMA)), //
    SCAN(Place.EVERYWHERE, plain(KeyCode.F5)), //
    PAUSE(Place.EVERYWHERE, shortcut(KeyCode.SPACE)), //
    EXPORT(Place.EVERYWHERE, shortcut(KeyCode.E)), //
    SAVED(Place.EVERYWHERE, shortcut(KeyCode.B)), //
    WHY_PORT(Place.EVERYWHERE, with(KeyCode.W, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)), //
    THEME(Place.EVERYWHERE, shortcut(KeyCode.T)), //
    /** The plus is a key of its own, or the equals sign with Shift, or on the number pad. */
    LARGER(Place.EVERYWHERE, any(KeyCode.PLUS), any(KeyCode.EQUALS), any(KeyCode.ADD)), //
    SMALLER(Place.EVERYWHERE, any(KeyCode.MINUS), any(KeyCode.SUBTRACT)), //
    USUAL(Place.EVERYWHERE, any(KeyCode.DIGIT0), any(KeyCode.NUMPAD0)), //
    BACK(Place.EVERYWHERE, plain(KeyCode.ESCAPE)), //
    QUIT(Place.EVERYWHERE, shortcut(KeyCode.Q)), //

    INSPECT(Place.TABLE, plain(KeyCode.ENTER)), //
    FREE(Place.TABLE, plain(KeyCode.DELETE)), //
    CLOSE_CONNECTION(Place.TABLE, with(KeyCode.DELETE, KeyCombination.SHIFT_DOWN)), //
    NEXT(Place.TABLE, plain(KeyCode.RIGHT)), //
    PREVIOUS(Place.TABLE, plain(KeyCode.LEFT)), //
    FILTER(Place.TABLE, shortcut(KeyCode.ENTER)), //
    EXCLUDE(Place.TABLE, with(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN)), //
    COPY_ROWS(Place.TABLE, shortcut(KeyCode.C)), //
    COPY_CELL(Place.TABLE, with(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)), //
    FOLD(Place.TABLE, plain(KeyCode.SPACE)), //
    WHY(Place.TABLE, plain(KeyCode.W)), //
    OTHER_END(Place.TABLE, plain(KeyCode.O)), //
    OPEN(Place.TABLE, shortcut(KeyCode.O)), //
    GROUPS(Place.TABLE, plain(KeyCode.G)), //
    MENU(Place.TABLE, with(KeyCode.F10, KeyCombination.SHIFT_DOWN), plain(KeyCode.CONTEXT_MENU)), //
    /** By the sign that is typed, not by the key: it lies elsewhere on other keyboards. */
    FIND(Place.TABLE, plain(KeyCode.SLASH)), //
    FIND_SHORTER(Place.TABLE, plain(KeyCode.BACK_SPACE)), //
    MOVE_LEFT(Place.TABLE, with(KeyCode.LEFT, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)), //
    MOVE_RIGHT(Place.TABLE, with(KeyCode.RIGHT, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)), //
    NARROWER(Place.TABLE, with(KeyCode.LEFT, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN)), //
    WIDER(Place.TABLE, with(KeyCode.RIGHT, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN)), //

    TO_ROWS(Place.HEADER, plain(KeyCode.ENTER), plain(KeyCode.DOWN)), //
    FREE_FIRST(Place.HEADER, plain(KeyCode.DELETE)), //
    WHY_TYPED(Place.HEADER, with(KeyCode.ENTER, KeyCombination.SHIFT_DOWN)), //
    FINISH(Place.HEADER, plain(KeyCode.ENTER)), //
    LAST_CHIP(Place.HEADER, plain(KeyCode.BACK_SPACE), plain(KeyCode.LEFT)), //
    EDIT_CHIP(Place.HEADER, plain(KeyCode.ENTER)), //
    DROP_CHIP(Place.HEADER, plain(KeyCode.DELETE)), //
    SUGGEST(Place.HEADER, plain(KeyCode.DOWN)), //

    BRUSH_EARLIER(Place.ACTIVITY, plain(KeyCode.LEFT)), //
    BRUSH_LATER(Place.ACTIVITY, plain(KeyCode.RIGHT)), //
    BRUSH_SHORTER(Place.ACTIVITY, with(KeyCode.LEFT, KeyCombination.SHIFT_DOWN)), //
    BRUSH_LONGER(Place.ACTIVITY, with(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN)), //

    RANK_NEXT(Place.RANKS, plain(KeyCode.DOWN)), //
    RANK_PREVIOUS(Place.RANKS, plain(KeyCode.UP)), //
    RANK_SHOW(Place.RANKS, plain(KeyCode.ENTER)), //
    RANK_COPY(Place.RANKS, shortcut(KeyCode.C)), //

    SAVED_NEXT(Place.SAVED, plain(KeyCode.DOWN)), //
    SAVED_PREVIOUS(Place.SAVED, plain(KeyCode.UP)), //
    SAVED_USE(Place.SAVED, plain(KeyCode.ENTER)), //
    SAVED_BESIDES(Place.SAVED, with(KeyCode.ENTER, KeyCombination.SHIFT_DOWN)), //
    SAVED_EARLIER(Place.SAVED, with(KeyCode.UP, KeyCombination.ALT_DOWN)), //
    SAVED_LATER(Place.SAVED, with(KeyCode.DOWN, KeyCombination.ALT_DOWN)), //
    SAVED_RENAME(Place.SAVED, plain(KeyCode.F2)), //
    SAVED_DELETE(Place.SAVED, plain(KeyCode.DELETE)), //

    COLUMN_EARLIER(Place.COLUMNS, with(KeyCode.UP, KeyCombination.ALT_DOWN)), //
    COLUMN_LATER(Place.COLUMNS, with(KeyCode.DOWN, KeyCombination.ALT_DOWN)), //
    COLUMN_NARROWER(Place.COLUMNS, with(KeyCode.LEFT, KeyCombination.ALT_DOWN)), //
    COLUMN_WIDER(Place.COLUMNS, with(KeyCode.RIGHT, KeyCombination.ALT_DOWN)), //

    MAP_PORT(Place.MAP, plain(KeyCode.LEFT), plain(KeyCode.RIGHT)), //
    MAP_ROW(Place.MAP, plain(KeyCode.UP), plain(KeyCode.DOWN)), //
    MAP_PAGE(Place.MAP, plain(KeyCode.PAGE_UP), plain(KeyCode.PAGE_DOWN)), //
    MAP_SELECT(Place.MAP, with(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN), with(KeyCode.LEFT, KeyCombination.SHIFT_DOWN),
            with(KeyCode.UP, KeyCombination.SHIFT_DOWN), with(KeyCode.DOWN, KeyCombination.SHIFT_DOWN),
            with(KeyCode.PAGE_UP, KeyCombination.SHIFT_DOWN), with(KeyCode.PAGE_DOWN, KeyCombination.SHIFT_DOWN)), //
    MAP_FILTER(Place.MAP, shortcut(KeyCode.ENTER)), //
    MAP_SHOW(Place.MAP, plain(KeyCode.ENTER)), //
    MAP_FREE(Place.MAP, plain(KeyCode.DELETE)), //
    MAP_NEARER(Place.MAP, with(KeyCode.PLUS, KeyCombination.SHIFT_ANY), with(KeyCode.EQUALS, KeyCombination.SHIFT_ANY),
            plain(KeyCode.ADD)), //
    MAP_FARTHER(Place.MAP, plain(KeyCode.MINUS), plain(KeyCode.SUBTRACT)), //
    MAP_FIT(Place.MAP, plain(KeyCode.DIGIT0), plain(KeyCode.NUMPAD0)), //

    DOWN(Place.DIALOG, plain(KeyCode.PAGE_DOWN)), //
    UP(Place.DIALOG, plain(KeyCode.PAGE_UP));

    /** What is typed where no text is, for {@link #KEYS}: it lies on another key of each keyboard. */
    public static final String QUESTION = "?";
    /** What is typed for {@link #FIND}. */
    public static final String START = "/";

    /** Where a key works, in the order of the list. */
    public enum Place {
        EVERYWHERE, TABLE, HEADER, MAP, ACTIVITY, RANKS, SAVED, COLUMNS, DIALOG
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

    private static KeyCodeCombination with(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    private static KeyCodeCombination any(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    }

    /** Those of a place, in order. */
    public static List<Key> of(Place place) {
        return Arrays.stream(values()).filter(key -> key.place == place).toList();
    }

    /** Whether what is typed is one of a table's keys, a letter by itself: it does something else than to begin a name. */
    public static boolean isLetter(String typed) {
        return of(Place.TABLE).stream().flatMap(Key::combinations).filter(combination -> combination.getCode().isLetterKey())
                .anyMatch(combination -> combination.equals(plain(combination.getCode()))
                        && combination.getCode().getName().equalsIgnoreCase(typed));
    }

    /** Whether it was pressed, whatever has the focus. */
    public boolean matches(KeyEvent event) {
        return combinations.stream().anyMatch(combination -> combination.match(event));
    }

    /** The one that stands for all. */
    public KeyCodeCombination first() {
        return combinations.getFirst();
    }

    /** The same, to stand beside an entry of a menu under the name that it has everywhere. */
    public KeyCombination ofEntry() {
        return new KeyOfEntry(first(), name(first()));
    }

    /** As it stands on the keyboard: {@code Ctrl+F}, or {@code F1} and {@code ?}. */
    public List<String> names() {
        String name = name(first());
        return switch (this) {
            case KEYS -> List.of(name, QUESTION);
            case FIND -> List.of(START);
            case MAP_PORT, MAP_ROW, MAP_PAGE -> combinations.stream().map(Key::name).toList();
            default -> List.of(name);
        };
    }

    /** JavaFX has a sign for one and longer names for two than every text and tooltip. */
    private static String name(KeyCodeCombination combination) {
        return combination.getDisplayText().replace("↵", "Enter").replace("Escape", "Esc").replace("Back Space", "Backspace");
    }

    /** All keys that may be pressed for it. */
    public Stream<KeyCodeCombination> combinations() {
        return combinations.stream();
    }
}
