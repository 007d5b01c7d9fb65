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
        VirtualFlow<?> flow = rows.flow();
        if (flow != null && !before.isEmpty()) {
            before.stream().filter(line -> model.place(line.key) >= 0).findFirst()
                    .ifPresentOrElse(line -> follow(flow, line, model.place(line.key)), () -> stay(flow, before.getFirst()));
        }
        before = List.of();
    }

    private void follow(VirtualFlow<?> flow, Sighted line, int place) {
        double to = Math.max(0, place * table.getFixedCellSize() - line.top);
        if (offset(line) > 0) {
            scroll(flow, offset(line), to, () -> renumber(place - line.place));
        }
    }

    /** Nothing that was in sight is left. A flow that looks beyond the end of its rows fills up with thousands of empty ones, and says so. */
    private void stay(VirtualFlow<?> flow, Sighted line) {
        double last = Math.max(0, model.lines().size() * table.getFixedCellSize() - flow.getHeight());
        if (offset(line) > last) {
            scroll(flow, offset(line), last, () -> {});
        }
    }

    /** How many pixels of rows were above what was in sight. */
    private double offset(Sighted line) {
        return line.place * table.getFixedCellSize() - line.top;
    }

    private void scroll(VirtualFlow<?> flow, double from, double to, Runnable then) {
        if (flow.getPosition() * to / from > 1) {
            // Beyond the end of the old length.
            flow.setCellCount(model.lines().size());
        }
        then.run();
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
