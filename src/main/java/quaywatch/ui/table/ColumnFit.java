package quaywatch.ui.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import quaywatch.ui.nav.Screen;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.Line;

/**
 * Makes the columns fill the table: what there is to spare goes to those that are often cut, one takes what is left, and where that is too
 * little, the least important ones leave for as long.
 * What the user chose to see and how wide stands in the view model; this only decides what there is room for.
 */
final class ColumnFit {

    private final TableView<Line> table;
    private final ColumnsViewModel model;
    private final Screen screen;
    private final ObservableValue<Sizes> sizes;
    private boolean fitting;

    ColumnFit(TableView<Line> table, ColumnsViewModel model, Screen screen, ObservableValue<Sizes> sizes) {
        this.sizes = sizes;
        this.table = table;
        this.model = model;
        this.screen = screen;
        table.widthProperty().addListener((_, _, _) -> fit());
        sizes.addListener((_, _, _) -> fit());
        table.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<Line, ?>>) _ -> fit());
    }

    /** Whether widths and visibility change now because of room, not because the user wants it. */
    boolean isFitting() {
        return fitting;
    }

    /** Whether this column has no width of its own. */
    boolean takesTheRest(TableColumn<Line, ?> column) {
        return flexible(table.getVisibleLeafColumns()).equals(column.getId());
    }

    private double scaled(double usual) {
        return sizes.getValue().of(usual);
    }

    /** What a width of the screen is at the usual text size. */
    double usual(double width) {
        return sizes.getValue().usual(width);
    }

    void fit() {
        double room = table.getWidth() - scaled(ColumnWidths.SCROLL_BAR);
        if (room <= 0 || fitting) {
            return;
        }
        fitting = true;
        Set<String> leaving = new HashSet<>();
        for (List<String> next : ColumnWidths.leaving(screen)) {
            if (wanted(leaving) <= room) {
                break;
            }
            leaving.addAll(next);
        }
        for (TableColumn<Line, ?> column : table.getColumns()) {
            column.setVisible(chosen(column) && !leaving.contains(column.getId()));
            // Here, not earlier: a column that its least width makes wider was not dragged by the user.
            column.setMinWidth(scaled(column.isResizable() ? ColumnWidths.NARROWEST : ColumnWidths.MARK));
        }
        List<TableColumn<Line, ?>> shown = List.copyOf(table.getVisibleLeafColumns());
        Map<String, Double> widths = widths(shown, room);
        shown.forEach(column -> resize(column, widths.getOrDefault(column.getId(), own(column))));
        fitting = false;
        leaving.removeIf(id -> !model.isWanted(id));
        widths.replaceAll((_, width) -> usual(width));
        model.fit(new ColumnsViewModel.Room(leaving, flexible(shown), widths));
    }

    private boolean chosen(TableColumn<Line, ?> column) {
        return column.getUserData() == null || model.isWanted(column.getId());
    }

    private double wanted(Set<String> leaving) {
        List<TableColumn<Line, ?>> staying = table.getColumns().stream()
                .filter(column -> chosen(column) && !leaving.contains(column.getId())).toList();
        return taken(staying) + least(staying);
    }

    /** What the columns take that have a width of their own. */
    private double taken(List<TableColumn<Line, ?>> columns) {
        String flexible = flexible(columns);
        return columns.stream().filter(column -> !flexible.equals(column.getId())).mapToDouble(this::own).sum();
    }

    private double own(TableColumn<Line, ?> column) {
        return scaled(column.getUserData() == null ? ColumnWidths.MARK : model.width(column.getId()));
    }

    private double least(List<TableColumn<Line, ?>> columns) {
        String flexible = flexible(columns);
        return flexible.isEmpty() ? 0 : scaled(ColumnWidths.least(flexible));
    }

    private static String flexible(List<TableColumn<Line, ?>> columns) {
        return ColumnWidths.flexible(columns.stream().map(TableColumn::getId).toList());
    }

    /** What is to spare goes to those who can use it, unless the user gave them a width; the rest to the one that takes what is left. */
    private Map<String, Double> widths(List<TableColumn<Line, ?>> shown, double room) {
        String flexible = flexible(shown);
        Map<String, Double> widths = new HashMap<>();
        shown.forEach(column -> widths.put(column.getId(), column.getId().equals(flexible) ? least(shown) : own(column)));
        double spare = Math.max(0, room - taken(shown) - least(shown));
        for (ColumnWidths.Ample ample : ColumnWidths.ample(screen)) {
            Double now = widths.get(ample.id());
            if (now != null && (model.hasUsualWidth(ample.id()) || ample.id().equals(flexible))) {
                double more = Math.clamp(scaled(ample.width()) - now, 0, spare);
                widths.put(ample.id(), now + more);
                spare -= more;
            }
        }
        if (!flexible.isEmpty()) {
            widths.merge(flexible, spare, Double::sum);
        }
        return widths;
    }

    private void resize(TableColumn<Line, ?> column, double width) {
        double preferred = ColumnWidths.preferred(width);
        column.setPrefWidth(preferred);
        // What the user dragged does not follow the width it prefers.
        if (column.getWidth() != preferred) {
            table.resizeColumn(column, preferred - column.getWidth());
        }
    }
}
