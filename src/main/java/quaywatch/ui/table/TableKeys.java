package quaywatch.ui.table;

import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import quaywatch.ui.nav.Navigation;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;

/** The keys of a table. */
final class TableKeys {

    private static final KeyCombination COPY_ROW = KeyCombination.keyCombination("Shortcut+C");
    private static final KeyCombination COPY_CELL = KeyCombination.keyCombination("Shortcut+Shift+C");

    private final TableView<Line> table;
    private final TableViewModel model;
    private final TableText text;
    private final Navigation navigation;

    private TableKeys(TableView<Line> table, TableViewModel model, TableText text, Navigation navigation) {
        this.table = table;
        this.model = model;
        this.text = text;
        this.navigation = navigation;
    }

    static void install(TableView<Line> table, TableViewModel model, TableText text, Navigation navigation) {
        TableKeys keys = new TableKeys(table, model, text, navigation);
        table.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private void pressed(KeyEvent event) {
        switch (table.getSelectionModel().getSelectedItem()) {
            case SocketLine line when event.getCode() == KeyCode.DELETE && event.getTarget() == table -> {
                navigation.free(line);
                event.consume();
            }
            case Entry line -> entry(event, line);
            case GroupLine group -> group(event, group);
            case null -> {
                // No row is selected, so no key has a meaning of ours.
            }
        }
    }

    private void entry(KeyEvent event, Entry line) {
        if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
            navigation.inspect();
        } else if (COPY_CELL.match(event)) {
            navigation.copy(text.cell(focusedColumn(), line));
        } else if (COPY_ROW.match(event)) {
            navigation.copy(text.row(visible(), line));
        } else if (event.getCode() == KeyCode.ENTER) {
            text.term(focusedColumn(), line).ifPresent(navigation::filter);
        } else {
            return;
        }
        event.consume();
    }

    private void group(KeyEvent event, GroupLine group) {
        boolean closes = event.getCode() == KeyCode.LEFT && group.expanded();
        boolean opens = event.getCode() == KeyCode.RIGHT && !group.expanded();
        if (closes || opens || event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            model.toggle(group);
            event.consume();
        }
    }

    private Column focusedColumn() {
        Object column = table.getFocusModel().getFocusedCell().getTableColumn() == null
                ? null
                : table.getFocusModel().getFocusedCell().getTableColumn().getUserData();
        return column instanceof Column known ? known : model.columns().getFirst();
    }

    private List<Column> visible() {
        return TableText.columns(table);
    }
}
