package quaywatch.ui.table;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import org.jspecify.annotations.Nullable;

import quaywatch.view.Line;

/** The rows of a table that have nodes now: those in sight. Found without a search through the scene. FX thread only. */
final class DrawnRows {

    private final TableView<Line> table;
    private @Nullable VirtualFlow<?> flow;

    DrawnRows(TableView<Line> table) {
        this.table = table;
        table.getColumns().forEach(column -> column.widthProperty().addListener((_, _, _) -> layOut()));
    }

    /** A column has another width. Its cells ask nobody else for a layout, so their rows don't hear of it; nor those kept for later. */
    private void layOut() {
        VirtualFlow<?> drawn = flow();
        IndexedCell<?> first = drawn == null ? null : drawn.getFirstVisibleCell();
        if (first != null && first.getParent() != null) {
            for (Node row : first.getParent().getChildrenUnmodifiable()) {
                if (row instanceof IndexedCell<?> cell) {
                    cell.requestLayout();
                }
            }
        }
    }

    /** What lays the rows out; null before the table has been drawn. */
    @Nullable
    VirtualFlow<?> flow() {
        VirtualFlow<?> known = flow;
        if (known == null || known.getParent() != table) {
            flow = table.getChildrenUnmodifiable().stream().filter(VirtualFlow.class::isInstance).<VirtualFlow<?>>map(
                    node -> (VirtualFlow<?>) node).findFirst().orElse(null);
        }
        return flow;
    }

    /** Top to bottom; empty rows below the last line are not among them. */
    List<IndexedCell<?>> all() {
        List<IndexedCell<?>> rows = new ArrayList<>();
        VirtualFlow<?> drawn = flow();
        IndexedCell<?> first = drawn == null ? null : drawn.getFirstVisibleCell();
        IndexedCell<?> last = drawn == null ? null : drawn.getLastVisibleCell();
        if (drawn != null && first != null && last != null) {
            for (int i = first.getIndex(); i <= last.getIndex(); i++) {
                IndexedCell<?> row = drawn.getVisibleCell(i);
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Says the time again in all cells that tell it, and draws the last minute: it passes for lines that stay as they are, too. */
    void renewTimes() {
        for (IndexedCell<?> row : all()) {
            for (Node node : row.getChildrenUnmodifiable()) {
                if (node instanceof LineCell cell && cell.tellsTime()) {
                    cell.renew();
                } else if (node instanceof SparkCell spark) {
                    spark.renew();
                }
            }
        }
    }
}
