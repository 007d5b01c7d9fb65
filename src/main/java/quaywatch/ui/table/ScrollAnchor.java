package quaywatch.ui.table;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import quaywatch.view.Line;

/**
 * Keeps the first line in sight where it is, to the pixel, when the table is given other lines; if that line is gone, the next one that is
 * still there. A table by itself keeps the number of the row. One that is scrolled to the top stays at the top.
 * <p>The nodes go with their lines: a row that has moved down by three lines gets a number higher by three before anything is laid out, so that
 * it is drawn again only where its own line changed.
 */
final class ScrollAnchor {

    /** A line in sight before the change. */
    private record Sighted(Object key, int place, double top) {}

    private final TableView<Line> table;
    private final TableViewModel model;
    private final DrawnRows rows;
    private List<Sighted> before = List.of();

    private ScrollAnchor(TableView<Line> table, TableViewModel model, DrawnRows rows) {
        this.table = table;
        this.model = model;
        this.rows = rows;
    }

    /** To be called when the table has its items. The frame is known before its lines are in the list. */
    static void install(TableView<Line> table, TableViewModel model, DrawnRows rows) {
        ScrollAnchor anchor = new ScrollAnchor(table, model, rows);
        model.frame().addListener((_, _, _) -> anchor.remember());
        model.lines().addListener((ListChangeListener<Line>) _ -> anchor.restore());
    }

    private void remember() {
        before = new ArrayList<>();
        VirtualFlow<?> flow = rows.flow();
        if (flow == null || flow.getPosition() <= 0) {
            return;
        }
        for (IndexedCell<?> row : rows.all()) {
            if (row.getItem() instanceof Line line && row.getLayoutY() + table.getFixedCellSize() > 0) {
                before.add(new Sighted(line.key(), row.getIndex(), row.getLayoutY()));
            }
        }
    }

    private void restore() {
        for (Sighted line : before) {
            int place = model.place(line.key);
            if (place >= 0) {
                move(line, place);
                break;
            }
        }
        before = List.of();
    }

    private void move(Sighted line, int place) {
        VirtualFlow<?> flow = rows.flow();
        if (flow == null) {
            return;
        }
        double height = table.getFixedCellSize();
        double from = line.place * height - line.top;
        double to = Math.max(0, place * height - line.top);
        if (from <= 0) {
            return;
        }
        if (flow.getPosition() * to / from > 1) {
            // Beyond the end of the old length.
            flow.setCellCount(model.lines().size());
        }
        renumber(place - line.place);
        // Of the length that the flow knows; it keeps the pixel when it learns of another one.
        flow.setPosition(flow.getPosition() * to / from);
        flow.setCellCount(model.lines().size());
    }

    private void renumber(int shift) {
        int count = model.lines().size();
        for (IndexedCell<?> row : shift == 0 ? List.<IndexedCell<?>>of() : rows.all()) {
            int number = row.getIndex() + shift;
            int kept = number >= 0 && number < count ? number : -1;
            if (row instanceof LineRow known) {
                known.renumber(kept);
            }
        }
    }
}
