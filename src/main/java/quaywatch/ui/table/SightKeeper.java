package quaywatch.ui.table;

import javafx.beans.Observable;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import quaywatch.view.Line;

/** Tells the view model which rows are scrolled into sight. */
final class SightKeeper {

    private final TableView<Line> table;
    private final TableViewModel model;

    private SightKeeper(TableView<Line> table, TableViewModel model) {
        this.table = table;
        this.model = model;
    }

    static void install(TableView<Line> table, TableViewModel model) {
        SightKeeper keeper = new SightKeeper(table, model);
        table.skinProperty().addListener(_ -> keeper.begin());
        table.heightProperty().addListener(keeper::look);
    }

    private void begin() {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.positionProperty().addListener(this::look);
        }
    }

    private void look(Observable what) {
        IndexedCell<?> first = table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow.getFirstVisibleCell() : null;
        int rows = (int) Math.ceil(table.getHeight() / table.getFixedCellSize());
        model.sight().set(new Sight(first == null ? 0 : Math.max(0, first.getIndex()), rows));
    }
}
