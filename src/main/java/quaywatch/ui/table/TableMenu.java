package quaywatch.ui.table;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import quaywatch.text.Words;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Column;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;

/** The context menu of a table, made for the row and cell it is asked for. */
final class TableMenu {

    private final TableView<Line> table;
    private final TableViewModel model;
    private final TableText text;
    private final Words words;
    private final Navigation navigation;
    private final ContextMenu menu = new ContextMenu();

    private TableMenu(TableView<Line> table, TableViewModel model, TableText text, Words words, Navigation navigation) {
        this.table = table;
        this.model = model;
        this.text = text;
        this.words = words;
        this.navigation = navigation;
    }

    static void install(TableView<Line> table, TableViewModel model, TableText text, Words words, Navigation navigation) {
        TableMenu menu = new TableMenu(table, model, text, words, navigation);
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menu::open);
    }

    private void open(ContextMenuEvent event) {
        if (!(table.getSelectionModel().getSelectedItem() instanceof SocketLine line)) {
            return;
        }
        menu.hide();
        Column column = column(event.getTarget() instanceof Node node ? node : table);
        menu.getItems().clear();
        menu.setId("row-menu");
        if (line.socket().holdsPort() && !line.isClosed()) {
            MenuItem free = item("menu-free", MaterialDesignS.STOP_CIRCLE_OUTLINE,
                    words.get("ui.free.action", String.valueOf(line.socket().local().port())),
                    "Delete", () -> navigation.free(line));
            free.getStyleClass().add("danger");
            menu.getItems().addAll(free, new SeparatorMenuItem());
        }
        text.term(column, line).ifPresent(term -> menu.getItems().addAll(
                item("menu-filter", MaterialDesignF.FILTER_VARIANT, words.get("ui.menu.filter", term), "Shortcut+Enter",
                        () -> navigation.filter(term)),
                item("menu-exclude", MaterialDesignF.FILTER_OFF_OUTLINE, words.get("ui.menu.exclude", term), null,
                        () -> navigation.filter("!" + term))));
        menu.getItems().addAll(
                item("menu-copy-cell", MaterialDesignC.CONTENT_COPY, words.get("ui.menu.copycell"), "Shortcut+Shift+C",
                        () -> navigation.copy(text.cell(column, line))),
                item("menu-copy-row", MaterialDesignC.CONTENT_COPY, words.get("ui.menu.copyrow"), "Shortcut+C",
                        () -> navigation.copy(text.row(TableText.columns(table), line))));
        menu.show(table, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private Column column(Node from) {
        for (Node node = from; node != null && node != table; node = node.getParent()) {
            if (node instanceof TableCell<?, ?> cell && cell.getTableColumn() != null
                    && cell.getTableColumn().getUserData() instanceof Column column) {
                return column;
            }
        }
        return model.columns().getFirst();
    }

    private static MenuItem item(String id, Ikon ikon, String title, @org.jspecify.annotations.Nullable String key, Runnable action) {
        MenuItem item = new MenuItem(title, Icons.of(ikon));
        item.setId(id);
        item.setMnemonicParsing(false);
        if (key != null) {
            item.setAccelerator(KeyCombination.keyCombination(key));
        }
        item.setOnAction(_ -> action.run());
        return item;
    }
}
