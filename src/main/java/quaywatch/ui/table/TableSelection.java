package quaywatch.ui.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import quaywatch.view.Line;

/**
 * Keeps the selection, one line or several, and the focus with it, on its sockets when rows move; a table by itself leaves both at their
 * places.
 */
final class TableSelection {

    private final TableView<Line> table;
    private final TableView.TableViewSelectionModel<Line> selection;
    private final TableViewModel model;
    private boolean following;

    private TableSelection(TableView<Line> table, TableViewModel model) {
        this.table = table;
        this.selection = table.getSelectionModel();
        this.model = model;
    }

    /** To be called when the table has its items: what it makes of a change must have happened before this follows. */
    static void install(TableView<Line> table, TableViewModel model) {
        TableSelection selection = new TableSelection(table, model);
        selection.selection.setSelectionMode(SelectionMode.MULTIPLE);
        selection.selection.getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> selection.take());
        selection.selection.selectedItemProperty().addListener((_, _, _) -> selection.take());
        table.getFocusModel().focusedIndexProperty().addListener((_, _, _) -> selection.take());
        model.lines().addListener((ListChangeListener<Line>) _ -> selection.follow());
        model.selected().addListener((_, _, _) -> selection.follow());
        model.chosen().addListener((_, _, _) -> selection.follow());
    }

    /** The user's choice. A table that loses its selection for a moment, as when it is given other lines, does not mean it. */
    private void take() {
        List<Integer> places = selection.getSelectedIndices();
        int lead = selection.isSelected(table.getFocusModel().getFocusedIndex())
                ? table.getFocusModel().getFocusedIndex()
                : selection.getSelectedIndex();
        if (following || places.isEmpty() || lead < 0 || lead >= model.lines().size()) {
            return;
        }
        following = true;
        Set<Object> keys = HashSet.newHashSet(places.size());
        for (Integer place : places) {
            if (place >= 0 && place < model.lines().size()) {
                keys.add(model.lines().get(place).key());
            }
        }
        model.choose(keys, model.lines().get(lead));
        following = false;
    }

    private void follow() {
        Line lead = model.selected().get();
        Set<Object> keys = model.chosen().get();
        // One of the two has changed and the other one will.
        boolean between = lead == null ? !keys.isEmpty() : !keys.contains(lead.key());
        if (following || between) {
            return;
        }
        int[] places = keys.stream().mapToInt(model::place).filter(place -> place >= 0).sorted().toArray();
        int place = lead == null ? -1 : model.place(lead.key());
        int at = place >= 0 || places.length == 0 ? place : places[0];
        if (!isAt(places, at)) {
            following = true;
            go(places, at);
            following = false;
        }
    }

    private void go(int[] places, int lead) {
        if (places.length == 0) {
            selection.clearSelection();
            return;
        }
        TableColumn<Line, ?> column = focusedColumn();
        selection.clearAndSelect(lead);
        if (places.length > 1) {
            selection.selectIndices(lead, places);
            selection.select(lead);
        }
        table.getFocusModel().focus(lead, column);
    }

    private boolean isAt(int[] places, int lead) {
        if (lead != selection.getSelectedIndex() || places.length != selection.getSelectedIndices().size()) {
            return false;
        }
        for (int place : places) {
            if (!selection.isSelected(place)) {
                return false;
            }
        }
        // The keys can take the focus to a row that is not selected.
        int focused = table.getFocusModel().getFocusedIndex();
        return lead < 0
                || (lead == focused || !selection.isSelected(focused)) && selection.getSelectedItem() == model.lines().get(lead);
    }

    @SuppressWarnings("unchecked") // the focus model knows the table's own columns only
    private @Nullable TableColumn<Line, ?> focusedColumn() {
        return (TableColumn<Line, ?>) table.getFocusModel().getFocusedCell().getTableColumn();
    }
}
