package quaywatch.ui.table;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import quaywatch.view.Column;
import quaywatch.view.Line;

/** Which cell of the focused row the keys act on: the one that was clicked, or where Left and Right have led. Only the latter is drawn. */
final class CellCursor {

    /** On the table while the keys lead, and on the column that the cursor is in; the table gives it to the cells. */
    static final String STYLE = "cell-cursor";

    private final TableView<Line> table;
    private @Nullable TableColumn<Line, ?> column;

    CellCursor(TableView<Line> table) {
        this.table = table;
        table.getFocusModel().focusedCellProperty().addListener(_ -> follow(table.getFocusModel().getFocusedCell()));
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> table.getStyleClass().remove(STYLE));
    }

    /** Where a table loses the column it keeps the row, and the cursor stays. */
    @SuppressWarnings("unchecked") // the focus model knows the table's own columns only
    private void follow(@Nullable TablePosition<?, ?> cell) {
        if (cell != null && cell.getTableColumn() != null && cell.getTableColumn().getUserData() instanceof Column) {
            move((TableColumn<Line, ?>) cell.getTableColumn());
        }
    }

    private void move(TableColumn<Line, ?> to) {
        if (column != null) {
            column.getStyleClass().remove(STYLE);
        }
        column = to;
        column.getStyleClass().add(STYLE);
    }

    /** The column the cursor is in; the first one where it has been in none, or in one that has left. */
    Column column() {
        return (Column) cursor().getUserData();
    }

    private TableColumn<Line, ?> cursor() {
        List<TableColumn<Line, ?>> columns = columns();
        return column != null && columns.contains(column) ? column : columns.getFirst();
    }

    /** Moves it by so many columns; false where there are no more. */
    boolean step(int by) {
        List<TableColumn<Line, ?>> columns = columns();
        int to = columns.indexOf(cursor()) + by;
        // The first key shows where the cursor is.
        boolean shown = table.getStyleClass().contains(STYLE);
        if (!shown) {
            table.getStyleClass().add(STYLE);
        }
        if (to < 0 || to >= columns.size()) {
            return false;
        }
        move(columns.get(to));
        table.getFocusModel().focus(table.getFocusModel().getFocusedIndex(), columns.get(to));
        table.scrollToColumn(columns.get(to));
        return true;
    }

    private List<TableColumn<Line, ?>> columns() {
        return table.getVisibleLeafColumns().stream().filter(shown -> shown.getUserData() instanceof Column).toList();
    }

    /** The drawn cell below the cursor; the row's first where the cursor's column is not drawn, empty where the row is not. */
    Optional<Node> cell() {
        return table.lookupAll(".table-row-cell").stream().filter(
                node -> node instanceof TableRow<?> row && !row.isEmpty() && row.getIndex() == table.getFocusModel().getFocusedIndex())
                .flatMap(row -> ((TableRow<?>) row).getChildrenUnmodifiable().stream())
                .filter(node -> node instanceof TableCell<?, ?> cell && cell.getTableColumn() == cursor()).findFirst();
    }
}
