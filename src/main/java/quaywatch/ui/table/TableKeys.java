package quaywatch.ui.table;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Navigation;
import quaywatch.view.CellText;
import quaywatch.view.Entry;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.OwnerLine;
import quaywatch.view.Peer;
import quaywatch.view.SocketLine;

/** The keys of a table that act on the row in focus and its cell. */
final class TableKeys {

    /** The parts that the keys act on. */
    record Parts(TableText text, CellCursor cursor, TypeAhead typing, TableMenu menu) {}

    private final TableView<Line> table;
    private final TableViewModel model;
    private final Parts parts;
    private final Navigation navigation;
    private final Map<Key, Runnable> letters = new EnumMap<>(Key.class);

    TableKeys(TableView<Line> table, TableViewModel model, Parts parts, Navigation navigation) {
        this.table = table;
        this.model = model;
        this.parts = parts;
        this.navigation = navigation;
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** A letter that by itself does something, whatever the row. {@link TypeAhead} must know it. */
    void letter(Key letter, Runnable action) {
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
        Optional<Key> letter = parts.typing.isActive()
                ? Optional.empty()
                : letters.keySet().stream().filter(key -> key.matches(event)).findFirst();
        letter.map(letters::get).ifPresent(Runnable::run);
        return letter.isPresent();
    }

    /** Place and width of the column that the cursor is in. */
    private boolean column(KeyEvent event) {
        String id = parts.cursor.column().id();
        if (Key.MOVE_LEFT.matches(event) || Key.MOVE_RIGHT.matches(event)) {
            model.columns().movePast(id, Key.MOVE_LEFT.matches(event) ? -1 : 1);
        } else if (Key.NARROWER.matches(event) || Key.WIDER.matches(event)) {
            model.columns().widen(id, Key.NARROWER.matches(event) ? -1 : 1);
        } else {
            return false;
        }
        return true;
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
        Peer peer = line.peer();
        if (Key.FREE.matches(event) && event.getTarget() == table) {
            navigation.free(line);
        } else if (Key.CLOSE_CONNECTION.matches(event) && event.getTarget() == table) {
            navigation.closeConnection(line);
        } else if (Key.OPEN.matches(event)) {
            navigation.browse(line);
        } else if (Key.OTHER_END.matches(event) && !parts.typing.isActive() && peer != null) {
            navigation.goTo(peer.key());
        } else if (Key.WHY.matches(event) && !parts.typing.isActive() && line.socket().local().port() > 0) {
            navigation.why(line.socket().protocol(), line.socket().local().port());
        } else {
            return false;
        }
        return true;
    }

    private boolean owner(KeyEvent event, OwnerLine line) {
        boolean go = Key.INSPECT.matches(event);
        if (go) {
            navigation.goTo(line.owner());
        }
        return go;
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
        boolean turns = Key.INSPECT.matches(event) || Key.FOLD.matches(event);
        if (closes || opens || turns) {
            model.toggle(group);
        } else if (Key.COPY_CELL.matches(event)) {
            navigation.copy(CellText.safe(group.title()));
        } else {
            return false;
        }
        return true;
    }
}
