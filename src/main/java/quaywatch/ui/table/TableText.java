package quaywatch.ui.table;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;

import quaywatch.query.QueryText;
import quaywatch.view.CellText;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.Line;

/** What a table gives away as text: cells and rows to copy, terms to filter by. */
final class TableText {

    private final CellWords words;

    TableText(CellWords words) {
        this.words = words;
    }

    /** The columns a table shows, in its order. */
    static List<Column> columns(TableView<Line> table) {
        return table.getVisibleLeafColumns().stream().map(column -> column.getUserData()).filter(Column.class::isInstance)
                .map(Column.class::cast).toList();
    }

    String cell(Column column, Entry line) {
        return CellText.cell(column, line, words.wording(), words.now());
    }

    String row(List<Column> columns, Entry line) {
        return CellText.line(columns, line, words.wording(), words.now());
    }

    /** The term that this cell's value stands for; empty where the query language has no field for it. */
    Optional<String> term(Column column, Entry line) {
        return column.filter(line).map(filter -> QueryText.condition(filter.field(), filter.value()));
    }
}
