package quaywatch.ui.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import quaywatch.view.Line;

/**
 * Makes the columns fill the table: one takes what is left, and where that is too little, the least important ones leave for as long.
 * What the user chose to see and how wide stands in the view model; this only decides what there is room for.
 */
final class ColumnFit {

    private final TableView<Line> table;
    private final TableViewModel model;
    private boolean fitting;

    ColumnFit(TableView<Line> table, TableViewModel model) {
        this.table = table;
        this.model = model;
        table.widthProperty().addListener((_, _, _) -> fit());
        table.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<Line, ?>>) _ -> fit());
        model.shownColumns().addListener((_, _, _) -> fit());
    }

    /** Whether widths and visibility change now because of room, not because the user wants it. */
    boolean isFitting() {
        return fitting;
    }

    /** Whether this column has no width of its own. */
    boolean takesTheRest(TableColumn<Line, ?> column) {
        return flexible(table.getVisibleLeafColumns()).equals(column.getId());
    }

    void fit() {
        double room = table.getWidth() - ColumnWidths.SCROLL_BAR;
        if (room <= 0 || fitting) {
            return;
        }
        fitting = true;
        Set<String> leaving = new HashSet<>();
        for (List<String> next : ColumnWidths.leaving(model.screen())) {
            if (wanted(leaving) <= room) {
                break;
            }
            leaving.addAll(next);
        }
        for (TableColumn<Line, ?> column : table.getColumns()) {
            column.setVisible(chosen(column) && !leaving.contains(column.getId()));
        }
        stretch(room);
        fitting = false;
    }

    private boolean chosen(TableColumn<Line, ?> column) {
        return column.getUserData() == null || model.shownColumns().get().contains(column.getId());
    }

    private double wanted(Set<String> leaving) {
        List<TableColumn<Line, ?>> staying = table.getColumns().stream()
                .filter(column -> chosen(column) && !leaving.contains(column.getId())).toList();
        String flexible = flexible(staying);
        return staying.stream().mapToDouble(column -> flexible.equals(column.getId()) ? least(column) : column.getPrefWidth()).sum();
    }

    private static String flexible(List<TableColumn<Line, ?>> columns) {
        return ColumnWidths.flexible(columns.stream().map(TableColumn::getId).toList());
    }

    private static double least(TableColumn<Line, ?> column) {
        return ColumnWidths.least(column.getId());
    }

    private void stretch(double room) {
        double taken = table.getVisibleLeafColumns().stream().filter(column -> !takesTheRest(column)).mapToDouble(TableColumn::getPrefWidth)
                .sum();
        table.getVisibleLeafColumns().stream().filter(this::takesTheRest).findFirst()
                .ifPresent(column -> column.setPrefWidth(Math.max(least(column), room - taken)));
    }
}
