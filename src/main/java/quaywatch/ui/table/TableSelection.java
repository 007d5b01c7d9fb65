package quaywatch.ui.table;

import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import quaywatch.view.Line;

/** Keeps the selection, and the focus with it, on its socket when rows move; a table by itself leaves both at their index. */
final class TableSelection {

    private final TableView<Line> table;
    private final TableViewModel model;
    private boolean following;

    private TableSelection(TableView<Line> table, TableViewModel model) {
        this.table = table;
        this.model = model;
    }

    /** To be called when the table has its items: what it makes of a change must have happened before this follows. */
    static void install(TableView<Line> table, TableViewModel model) {
        TableSelection selection = new TableSelection(table, model);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> {
            if (!selection.following && line != null) {
                model.select(line);
            }
        });
        model.lines().addListener((ListChangeListener<Line>) _ -> selection.follow());
        model.selected().addListener((_, _, _) -> selection.follow());
    }

    private void follow() {
        int index = place(model.selected().get());
        if (isAt(index)) {
            return;
        }
        following = true;
        if (index < 0) {
            table.getSelectionModel().clearSelection();
        } else {
            TableColumn<Line, ?> column = focusedColumn();
            table.getSelectionModel().clearAndSelect(index);
            table.getFocusModel().focus(index, column);
        }
        following = false;
    }

    private boolean isAt(int index) {
        TableView.TableViewSelectionModel<Line> selection = table.getSelectionModel();
        boolean alone = index == selection.getSelectedIndex() && selection.getSelectedIndices().size() <= 1;
        return alone && (index < 0
                || index == table.getFocusModel().getFocusedIndex() && selection.getSelectedItem() == model.lines().get(index));
    }

    private int place(@Nullable Line wanted) {
        for (int i = 0; wanted != null && i < model.lines().size(); i++) {
            if (model.lines().get(i).key().equals(wanted.key())) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked") // the focus model knows the table's own columns only
    private @Nullable TableColumn<Line, ?> focusedColumn() {
        return (TableColumn<Line, ?>) table.getFocusModel().getFocusedCell().getTableColumn();
    }
}
