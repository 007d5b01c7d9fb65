package quaywatch.ui.table;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.Line;
import quaywatch.view.Shown;
import quaywatch.view.Sort;
import quaywatch.view.Wording;

/** The table of sockets and groups. It draws what its view model holds; order, filter and groups are made elsewhere. */
public final class SocketTable {

    private final TableView<Line> table = new TableView<>();
    private final TableViewModel model;
    private final CellWords words;
    private final TableText text;
    private final TableKeys keys;
    private final TableMenu menu;
    private final Navigation navigation;

    private boolean following;

    public SocketTable(String id, TableViewModel model, Wording wording, ObservableValue<Sizes> sizes, Navigation navigation) {
        this.model = model;
        this.words = new CellWords(wording, model.frame()::get);
        table.setId(id);
        table.setAccessibleText(wording.words().get("ui.screen." + model.screen().name()));
        table.setItems(model.lines());
        table.setRowFactory(_ -> new LineRow());
        table.getColumns().add(markColumn());
        model.columns().all().forEach(column -> table.getColumns().add(column(column)));
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        new ColumnMemory(table, model.columns(), new ColumnFit(table, model.columns(), model.screen(), sizes));
        sorting();
        DrawnRows rows = new DrawnRows(table);
        ScrollAnchor.install(table, model, rows);
        TableSelection.install(table, model);
        SightKeeper.install(table, model);
        text = new TableText(table, model, words);
        LineClicks.install(table, model, text, navigation);
        holding();
        model.frame().addListener((_, _, _) -> rows.renewTimes());
        HeaderMenu.install(table, model.columns(), words, navigation);
        TypeAhead typing = new TypeAhead(table, model, words);
        CellCursor cursor = new CellCursor(table);
        menu = new TableMenu(table, model, text, cursor, navigation, words.words());
        keys = new TableKeys(table, model, new TableKeys.Parts(text, cursor, typing, menu), navigation);
        this.navigation = navigation;
    }

    /** The time zone of the reader. */
    ZoneId zone() {
        return words.wording().zone();
    }

    public TableView<Line> node() {
        return table;
    }

    /** All that is shown now, in its order. */
    public Shown shown() {
        return text.shown();
    }

    /** The selected lines, in order. */
    public List<Line> selection() {
        return text.selection();
    }

    /** A letter that by itself does something while the table has the focus. */
    void letter(Key letter, Runnable action) {
        keys.letter(letter, action);
    }

    /** Asks what of the table shall go where. */
    void savedFilters() {
        navigation.savedFilters();
    }

    void export() {
        navigation.export();
    }

    /** Asks which columns shall be shown. */
    void chooseColumns() {
        navigation.chooseColumns();
    }

    /** Opens the menu of the selected row below a node elsewhere; nothing where none is selected. */
    public void openMenu(Node at) {
        menu.openBelow(at);
    }

    /** What stands in place of rows when there are none. */
    public void setPlaceholder(Node node) {
        table.setPlaceholder(node);
    }

    private TableColumn<Line, Line> markColumn() {
        TableColumn<Line, Line> column = bare("mark", "", ColumnWidths.MARK);
        column.setSortable(false);
        column.setResizable(false);
        column.setReorderable(false);
        column.setCellFactory(_ -> new MarkCell(words));
        return column;
    }

    private TableColumn<Line, Line> column(Column source) {
        TableColumn<Line, Line> column = bare(source.id(), words.title(source), ColumnWidths.of(model.screen(), source.id()));
        column.setUserData(source);
        column.setCellFactory(_ -> cell(source));
        if (source.align() == Column.Align.RIGHT) {
            column.getStyleClass().add("align-right");
        }
        return column;
    }

    private TableCell<Line, Line> cell(Column source) {
        return source.trend().<TableCell<Line, Line>>map(trend -> new SparkCell(source, trend, words))
                .orElseGet(() -> new LineCell(source, words));
    }

    private static TableColumn<Line, Line> bare(String id, String title, double width) {
        TableColumn<Line, Line> column = new TableColumn<>(title);
        column.setId(id);
        column.setPrefWidth(ColumnWidths.preferred(width));
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        return column;
    }

    /** A click on a head changes the order that is asked for; the rows come back sorted. */
    private void sorting() {
        showSort(model.sort().get());
        table.setSortPolicy(view -> {
            if (!following && !view.getSortOrder().isEmpty()) {
                TableColumn<Line, ?> first = view.getSortOrder().getFirst();
                model.sort().set(new Sort(first.getId(), first.getSortType() == TableColumn.SortType.DESCENDING));
            } else if (!following) {
                // The third click on a head asks for no order: the order stays as it is.
                showSort(model.sort().get());
            }
            return true;
        });
        model.sort().addListener((_, _, sort) -> showSort(sort));
    }

    private void showSort(Sort sort) {
        following = true;
        table.getColumns().stream().filter(column -> sort.columnId().equals(column.getId())).findFirst().ifPresent(column -> {
            column.setSortType(sort.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(column));
        });
        for (TableColumnBase<Line, ?> column : table.getColumns()) {
            column.getStyleClass().remove("sorted");
            if (sort.columnId().equals(column.getId())) {
                column.getStyleClass().add("sorted");
            }
        }
        following = false;
    }

    /** While the pointer is over the rows, nothing changes place. */
    private void holding() {
        table.addEventFilter(MouseEvent.MOUSE_MOVED, event -> model.held().set(overRow(event)));
        table.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, event -> {
            if (event.getTarget() == table) {
                model.held().set(false);
            }
        });
    }

    private boolean overRow(MouseEvent event) {
        Node node = event.getTarget() instanceof Node target ? target : null;
        while (node != null && node != table) {
            if (node instanceof IndexedCell<?> cell && cell instanceof TableRow<?>) {
                return !cell.isEmpty();
            }
            node = node.getParent();
        }
        return false;
    }

    /** Brings the selected line into sight, and the focus to it. */
    public void showSelected() {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            table.scrollTo(index);
        }
        table.requestFocus();
    }

    /** Puts the selection on the first socket line and the focus in the table. */
    public void focusFirst() {
        int first = 0;
        while (first < model.lines().size() && !(model.lines().get(first) instanceof Entry)) {
            first++;
        }
        if (first < model.lines().size()) {
            model.select(model.lines().get(first));
            table.getFocusModel().focus(first);
            table.scrollTo(first);
        }
        table.requestFocus();
    }
}
