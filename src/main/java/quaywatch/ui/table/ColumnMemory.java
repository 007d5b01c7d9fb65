package quaywatch.ui.table;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import quaywatch.settings.ColumnChoice;
import quaywatch.view.Column;
import quaywatch.view.Line;

/** Carries order and width of columns between the table and its view model, both ways. */
final class ColumnMemory {

    private final TableView<Line> table;
    private final ColumnsViewModel model;
    private final ColumnFit fit;
    private boolean following;

    ColumnMemory(TableView<Line> table, ColumnsViewModel model, ColumnFit fit) {
        this.table = table;
        this.model = model;
        this.fit = fit;
        table.getColumns().forEach(column -> column.widthProperty().addListener((_, _, width) -> dragged(column, width.doubleValue())));
        table.getColumns().addListener((ListChangeListener<TableColumn<Line, ?>>) _ -> dragged());
        model.choices().subscribe(this::follow);
    }

    private void follow(List<ColumnChoice> choices) {
        if (following) {
            return;
        }
        following = true;
        List<TableColumn<Line, ?>> order = new ArrayList<>();
        table.getColumns().stream().filter(column -> !isChosen(column)).forEach(order::add);
        for (ColumnChoice choice : choices) {
            table.getColumns().stream().filter(column -> isChosen(column) && choice.id().equals(column.getId())).forEach(order::add);
        }
        if (!order.equals(table.getColumns())) {
            table.getColumns().setAll(order);
        }
        fit.fit();
        following = false;
    }

    private void dragged(TableColumn<Line, ?> column, double width) {
        if (isChosen(column) && column.isVisible() && !following && !fit.isFitting() && !fit.takesTheRest(column)) {
            following = true;
            model.resize(column.getId(), fit.usual(width));
            following = false;
        }
    }

    private void dragged() {
        if (!following && !fit.isFitting()) {
            following = true;
            model.order(table.getColumns().stream().filter(ColumnMemory::isChosen).map(TableColumn::getId).toList());
            following = false;
        }
    }

    /** All but the mark at the beginning. */
    private static boolean isChosen(TableColumn<Line, ?> column) {
        return column.getUserData() instanceof Column;
    }
}
