package quaywatch.ui.table;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;

import quaywatch.query.QueryText;
import quaywatch.view.CellText;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.Filter;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.Shown;

/** What a table gives away: cells and lines to copy and export, terms to filter by. */
final class TableText {

    private final TableView<Line> table;
    private final TableViewModel model;
    private final CellWords words;

    TableText(TableView<Line> table, TableViewModel model, CellWords words) {
        this.table = table;
        this.model = model;
        this.words = words;
    }

    /** All that the table shows, in its order. */
    Shown shown() {
        return new Shown(columns(), model.lines().content(), words.wording(), words.now());
    }

    /** The selected lines alone, without the heads they stand below. */
    Shown selected() {
        return new Shown(columns(), selection(), words.wording(), words.now());
    }

    /** The selected lines in the order of the table. */
    List<Line> selection() {
        return table.getSelectionModel().getSelectedIndices().stream().sorted().map(table.getItems()::get).toList();
    }

    String cell(Column column, Entry line) {
        return CellText.cell(column, line, words.wording(), words.now());
    }

    /** The term that this cell's value stands for; of the head of a group, what the group has in common. Empty where the query language has no field for it. */
    Optional<String> term(Column column, Line line) {
        Optional<Filter> filter = switch (line) {
            case GroupLine group -> group.filter();
            case Entry entry -> column.filter(entry, words.now());
        };
        return filter.map(found -> QueryText.condition(found.field(), found.value()));
    }

    /** A drawing has no text to give away. */
    private List<Column> columns() {
        return table.getVisibleLeafColumns().stream().map(column -> column.getUserData()).filter(Column.class::isInstance)
                .map(Column.class::cast).filter(column -> column.trend().isEmpty()).toList();
    }
}
