package quaywatch.ui.table;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import quaywatch.ui.nav.Navigation;
import quaywatch.view.Entry;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.OwnerLine;
import quaywatch.view.Peer;
import quaywatch.view.SocketLine;

/** The keys of a table that act on the row in focus and its cell. */
final class TableKeys {

    private static final KeyCombination COPY_ROWS = KeyCombination.keyCombination("Shortcut+C");
    private static final KeyCombination COPY_CELL = KeyCombination.keyCombination("Shortcut+Shift+C");
    private static final KeyCombination FILTER = KeyCombination.keyCombination("Shortcut+Enter");
    private static final KeyCombination EXCLUDE = KeyCombination.keyCombination("Shortcut+Alt+Enter");
    private static final KeyCombination TO_LEFT = KeyCombination.keyCombination("Shortcut+Shift+Left");
    private static final KeyCombination TO_RIGHT = KeyCombination.keyCombination("Shortcut+Shift+Right");
    private static final KeyCombination NARROWER = KeyCombination.keyCombination("Alt+Shift+Left");
    private static final KeyCombination WIDER = KeyCombination.keyCombination("Alt+Shift+Right");
    private static final KeyCombination MENU = KeyCombination.keyCombination("Shift+F10");

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
        boolean done = letter(event) || column(event) || line != null && (shared(event, line) || switch (line) {
            case SocketLine socket -> socket(event, socket) || entry(event, socket);
            case OwnerLine owner -> owner(event, owner) || entry(event, owner);
            case GroupLine group -> group(event, group);
        });
        if (done) {
            event.consume();
        }
    }

    private boolean letter(KeyEvent event) {
        Runnable action = alone(event) && !parts.typing.isActive() ? letters.get(event.getCode()) : null;
        if (action != null) {
            action.run();
        }
        return action != null;
    }

    /** Place and width of the column that the cursor is in. */
    private boolean column(KeyEvent event) {
        String id = parts.cursor.column().id();
        if (TO_LEFT.match(event) || TO_RIGHT.match(event)) {
            model.columns().movePast(id, TO_LEFT.match(event) ? -1 : 1);
        } else if (NARROWER.match(event) || WIDER.match(event)) {
            model.columns().widen(id, NARROWER.match(event) ? -1 : 1);
        } else {
            return false;
        }
        return true;
    }

    /** What all lines have in common. */
    private boolean shared(KeyEvent event, Line line) {
        if (event.getCode() == KeyCode.CONTEXT_MENU || MENU.match(event)) {
            parts.menu.openAtCursor(line);
        } else if (COPY_ROWS.match(event)) {
            navigation.copy(parts.text.selected());
        } else if (FILTER.match(event)) {
            parts.text.term(parts.cursor.column(), line).ifPresent(navigation::filter);
        } else if (EXCLUDE.match(event)) {
            parts.text.term(parts.cursor.column(), line).ifPresent(term -> navigation.filter("!" + term));
        } else {
            return false;
        }
        return true;
    }

    private boolean socket(KeyEvent event, SocketLine line) {
        Peer peer = line.peer();
        if (event.getCode() == KeyCode.DELETE && event.getTarget() == table) {
            navigation.free(line);
        } else if (event.getCode() == KeyCode.O && alone(event) && !parts.typing.isActive() && peer != null) {
            navigation.goTo(peer.key());
        } else if (event.getCode() == KeyCode.W && alone(event) && !parts.typing.isActive() && line.socket().local().port() > 0) {
            navigation.why(line.socket().protocol(), line.socket().local().port());
        } else {
            return false;
        }
        return true;
    }

    private boolean owner(KeyEvent event, OwnerLine line) {
        boolean go = event.getCode() == KeyCode.ENTER && plain(event);
        if (go) {
            navigation.goTo(line.owner());
        }
        return go;
    }

    private boolean entry(KeyEvent event, Entry line) {
        if (event.getCode() == KeyCode.ENTER && plain(event)) {
            navigation.inspect();
        } else if (COPY_CELL.match(event)) {
            navigation.copy(parts.text.cell(parts.cursor.column(), line));
        } else if (event.getCode() == KeyCode.LEFT && plain(event)) {
            if (!parts.cursor.step(-1) && line.inGroup()) {
                toHead();
            }
        } else if (event.getCode() == KeyCode.RIGHT && plain(event)) {
            parts.cursor.step(1);
        } else {
            return false;
        }
        return true;
    }

    private static boolean alone(KeyEvent event) {
        return !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShiftDown();
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
        boolean closes = event.getCode() == KeyCode.LEFT && group.expanded();
        boolean opens = event.getCode() == KeyCode.RIGHT && !group.expanded();
        boolean turns = (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) && plain(event);
        if (closes || opens || turns) {
            model.toggle(group);
        } else if (COPY_CELL.match(event)) {
            navigation.copy(group.title());
        } else {
            return false;
        }
        return true;
    }
}
