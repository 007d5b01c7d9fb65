package quaywatch.ui.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import quaywatch.settings.ColumnChoice;
import quaywatch.view.Column;
import quaywatch.view.Line;

/** Carries order and width of columns between the table and its view model, both ways. */
final class ColumnMemory {

    private final TableView<Line> table;
    private final TableViewModel model;
    private final ColumnFit fit;
    private boolean restoring;

    ColumnMemory(TableView<Line> table, TableViewModel model, ColumnFit fit) {
        this.table = table;
        this.model = model;
        this.fit = fit;
        restore(model.columnChoices().get());
        table.getColumns().addListener((ListChangeListener<TableColumn<Line, ?>>) _ -> remember());
        table.getColumns().forEach(column -> column.widthProperty().addListener((_, _, _) -> {
            if (!fit.isFitting() && !fit.takesTheRest(column)) {
                remember();
            }
        }));
        model.shownColumns().addListener((_, _, _) -> remember());
    }

    private void restore(List<ColumnChoice> choices) {
        if (choices.isEmpty()) {
            return;
        }
        restoring = true;
        List<TableColumn<Line, ?>> order = new ArrayList<>();
        Set<String> shown = new HashSet<>(model.shownColumns().get());
        order.add(table.getColumns().getFirst());
        for (ColumnChoice choice : choices) {
            table.getColumns().stream().filter(column -> choice.id().equals(column.getId()) && column.getUserData() instanceof Column)
                    .findFirst()
                    .ifPresent(column -> {
                        order.add(column);
                        if (choice.width() > 0) {
                            column.setPrefWidth(choice.width());
                        }
                        if (choice.visible()) {
                            shown.add(choice.id());
                        } else {
                            shown.remove(choice.id());
                        }
                    });
        }
        table.getColumns().stream().filter(column -> !order.contains(column)).forEach(order::add);
        table.getColumns().setAll(order);
        model.shownColumns().set(Set.copyOf(shown));
        restoring = false;
    }

    private void remember() {
        if (restoring || fit.isFitting()) {
            return;
        }
        List<ColumnChoice> choices = new ArrayList<>();
        for (TableColumn<Line, ?> column : table.getColumns()) {
            if (column.getUserData() instanceof Column known) {
                double own = ColumnWidths.of(model.screen(), known.id());
                boolean dragged = !fit.takesTheRest(column) && column.isVisible() && Math.round(column.getWidth()) != Math.round(own);
                int width = dragged ? Math.clamp(Math.round(column.getWidth()), ColumnChoice.NARROWEST, ColumnChoice.WIDEST) : 0;
                choices.add(new ColumnChoice(known.id(), width, model.shownColumns().get().contains(known.id())));
            }
        }
        model.columnChoices().set(choices.equals(usual()) ? List.of() : List.copyOf(choices));
    }

    private List<ColumnChoice> usual() {
        return model.columns().stream().map(column -> new ColumnChoice(column.id(), 0, !column.optional())).toList();
    }
}
