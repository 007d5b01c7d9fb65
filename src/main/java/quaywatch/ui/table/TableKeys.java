package quaywatch.ui.table;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Navigation;
import quaywatch.view.Entry;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;

/** The keys of a table that act on the row in focus and its cell. */
final class TableKeys {

    /** The parts that the keys act on. */
    record Parts(TableText text, CellCursor cursor, TypeAhead typing, TableMenu menu) {}

    private final TableView<Line> table;
    private final TableViewModel model;
    private final Parts parts;
    private final Navigation navigation;
    private final Map<KeyCode, Runnable> letters = new EnumMap<>(KeyCode.class);

    TableKeys(TableView<Line> table, TableViewModel model, Parts parts, Navigation navigation) {
        this.table = table;
        this.model = model;
        this.parts = parts;
        this.navigation = navigation;
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** A letter that by itself does something, whatever the row. {@link TypeAhead} must know it. */
    void letter(KeyCode letter, Runnable action) {
        letters.put(letter, action);
    }

    private void pressed(KeyEvent event) {
        Line line = table.getSelectionModel().getSelectedItem();
        boolean done = letter(event) || line != null && (shared(event, line) || switch (line) {
            case SocketLine socket -> socket(event, socket) || entry(event, socket);
            case Entry entry -> entry(event, entry);
            case GroupLine group -> group(event, group);
        });
        if (done) {
            event.consume();
        }
    }

    private boolean letter(KeyEvent event) {
        boolean alone = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShiftDown();
        Runnable action = alone && !parts.typing.isActive() ? letters.get(event.getCode()) : null;
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    /** What all lines have in common. */
    private boolean shared(KeyEvent event, Line line) {
        if (Key.MENU.matches(event)) {
            parts.menu.openAtCursor(line);
        } else if (Key.COPY_ROWS.matches(event)) {
            navigation.copy(parts.text.selected());
        } else if (Key.FILTER.matches(event)) {
            parts.text.term(parts.cursor.column(), line).ifPresent(navigation::filter);
        } else if (Key.EXCLUDE.matches(event)) {
            parts.text.term(parts.cursor.column(), line).ifPresent(term -> navigation.filter("!" + term));
        } else {
            return false;
        }
        return true;
    }

    private boolean socket(KeyEvent event, SocketLine line) {
        boolean free = Key.FREE.matches(event) && event.getTarget() == table;
        if (free) {
            navigation.free(line);
        }
        return free;
    }

    private boolean entry(KeyEvent event, Entry line) {
        if (Key.INSPECT.matches(event)) {
            navigation.inspect();
        } else if (Key.COPY_CELL.matches(event)) {
            navigation.copy(parts.text.cell(parts.cursor.column(), line));
        } else if (Key.PREVIOUS.matches(event)) {
            if (!parts.cursor.step(-1) && line.inGroup()) {
                toHead();
            }
        } else if (Key.NEXT.matches(event)) {
            parts.cursor.step(1);
        } else {
            return false;
        }
        return true;
    }

    private static boolean plain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    }

    /** From the first cell of a row it goes on to the left to the head of its group. */
    private void toHead() {
        int at = table.getSelectionModel().getSelectedIndex();
        while (at > 0 && !(table.getItems().get(at) instanceof GroupLine)) {
            at--;
        }
        table.getSelectionModel().clearAndSelect(at);
    }

    private boolean group(KeyEvent event, GroupLine group) {
        boolean closes = Key.PREVIOUS.matches(event) && group.expanded();
        boolean opens = Key.NEXT.matches(event) && !group.expanded();
        boolean turns = Key.INSPECT.matches(event) || event.getCode() == KeyCode.SPACE && plain(event);
        if (closes || opens || turns) {
            model.toggle(group);
        } else if (Key.COPY_CELL.matches(event)) {
            navigation.copy(group.title());
        } else {
            return false;
        }
        return true;
    }
}
