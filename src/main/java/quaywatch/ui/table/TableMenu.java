package quaywatch.ui.table;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;

import quaywatch.text.Words;
import quaywatch.ui.nav.Navigation;
import quaywatch.view.Column;
import quaywatch.view.Line;

/** The context menu of a table, opened for the row and cell it is asked for; what stands in it is made by {@link RowEntries}. */
final class TableMenu {

    private final TableView<Line> table;
    private final TableViewModel model;
    private final CellCursor cursor;
    private final RowEntries entries;
    private final ContextMenu menu = new ContextMenu();

    TableMenu(TableView<Line> table, TableViewModel model, TableText text, CellCursor cursor, Navigation navigation, Words words) {
        this.table = table;
        this.model = model;
        this.cursor = cursor;
        this.entries = new RowEntries(model, text, navigation, words);
        menu.setId("row-menu");
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::open);
    }

    private void open(ContextMenuEvent event) {
        Line line = table.getSelectionModel().getSelectedItem();
        if (line != null && event.isKeyboardTrigger()) {
            openAtCursor(line);
        } else if (line != null) {
            open(line, column(event.getTarget() instanceof Node node ? node : table), event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    /** Opens it for this line, the one in focus, below the cell that the keys are at. */
    void openAtCursor(Line line) {
        Node at = cursor.cell().orElse(table);
        Bounds bounds = at.localToScreen(at.getBoundsInLocal());
        open(line, cursor.column(), bounds.getMinX() + 8, at == table ? bounds.getMinY() : bounds.getMaxY());
    }

    /** Opens it for the selected line below a node that need not be in the table; what it says of one cell is of the one the keys are at. */
    void openBelow(Node at) {
        Line line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            Bounds bounds = at.localToScreen(at.getBoundsInLocal());
            open(line, cursor.column(), bounds.getMinX(), bounds.getMaxY());
        }
    }

    private void open(Line line, Column column, double x, double y) {
        menu.hide();
        menu.getItems().setAll(entries.of(line, column));
        menu.show(table, x, y);
    }

    private Column column(Node from) {
        for (Node node = from; node != null && node != table; node = node.getParent()) {
            if (node instanceof TableCell<?, ?> cell && cell.getTableColumn() != null
                    && cell.getTableColumn().getUserData() instanceof Column column) {
                return column;
            }
        }
        return model.columns().all().getFirst();
    }
}
