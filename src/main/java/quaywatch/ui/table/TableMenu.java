package quaywatch.ui.table;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

import quaywatch.text.Words;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.Figures;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.OwnerLine;
import quaywatch.view.OwnerText;
import quaywatch.view.Peer;
import quaywatch.view.SocketLine;

/** The context menu of a table, made for the row and cell it is asked for. */
final class TableMenu {

    private final TableView<Line> table;
    private final TableViewModel model;
    private final TableText text;
    private final CellCursor cursor;
    private final Words words;
    private final Navigation navigation;
    private final ContextMenu menu = new ContextMenu();

    TableMenu(TableView<Line> table, TableViewModel model, TableText text, CellCursor cursor, Words words, Navigation navigation) {
        this.table = table;
        this.model = model;
        this.text = text;
        this.cursor = cursor;
        this.words = words;
        this.navigation = navigation;
        menu.setId("row-menu");
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::open);
    }

    private void open(ContextMenuEvent event) {
        Line line = table.getSelectionModel().getSelectedItem();
        if (line != null && event.isKeyboardTrigger()) {
            openAtCursor(line);
        } else if (line != null) {
            open(line, column(event.getTarget() instanceof Node node ? node : table), event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    /** Opens it for this line, the one in focus, below the cell that the keys are at. */
    void openAtCursor(Line line) {
        Node at = cursor.cell().orElse(table);
        Bounds bounds = at.localToScreen(at.getBoundsInLocal());
        open(line, cursor.column(), bounds.getMinX() + 8, at == table ? bounds.getMinY() : bounds.getMaxY());
    }

    private void open(Line line, Column column, double x, double y) {
        menu.hide();
        menu.getItems().clear();
        switch (line) {
            case SocketLine socket -> {
                addFree(socket);
                addOtherEnd(socket);
                menu.getItems().addAll(item("menu-inspect", MaterialDesignI.INFORMATION_OUTLINE, words.get("ui.menu.inspect"), "Enter",
                        navigation::inspect), new SeparatorMenuItem());
            }
            case GroupLine group -> addFolding(group);
            // A port is freed at its own row.
            case OwnerLine owner -> menu.getItems().addAll(item("menu-sockets", MaterialDesignL.LAN_CONNECT, words.get("ui.menu.sockets"),
                    "Enter", () -> navigation.goTo(owner.owner())), new SeparatorMenuItem());
        }
        addTerms(text.term(column, line));
        addCopies(line, column);
        menu.show(table, x, y);
    }

    private void addFree(SocketLine line) {
        if (line.socket().holdsPort() && !line.isClosed()) {
            MenuItem free = item("menu-free", MaterialDesignS.STOP_CIRCLE_OUTLINE,
                    words.get("ui.free.action", String.valueOf(line.socket().local().port())), "Delete", () -> navigation.free(line));
            free.getStyleClass().add("danger");
            menu.getItems().add(free);
        }
        addClose(line);
        int port = line.socket().local().port();
        if (port > 0) {
            menu.getItems()
                    .addAll(item("menu-why", MaterialDesignH.HELP_CIRCLE_OUTLINE, words.get("ui.why.action", String.valueOf(port)), "W",
                            () -> navigation.why(line.socket().protocol(), port)), new SeparatorMenuItem());
        }
    }

    /** A disabled item shows no tooltip, so it says why itself. */
    private void addClose(SocketLine line) {
        if (line.socket().hasPeer() && !line.isClosed()) {
            Optional<String> why = navigation.whyNotClose(line);
            MenuItem close = item("menu-close-connection", MaterialDesignL.LINK_VARIANT_OFF,
                    why.map(reason -> words.get("ui.menu.closeconnection.not", reason)).orElse(words.get("ui.menu.closeconnection")),
                    "Shift+Delete", () -> navigation.closeConnection(line));
            close.setDisable(why.isPresent());
            close.getStyleClass().add("danger");
            menu.getItems().add(close);
        }
    }

    private void addOtherEnd(SocketLine line) {
        Peer peer = line.peer();
        if (peer != null) {
            menu.getItems().addAll(item("menu-other-end", MaterialDesignS.SWAP_HORIZONTAL,
                    words.get("ui.menu.otherend", OwnerText.name(peer.owner(), words)), "O", () -> navigation.goTo(peer.key())),
                    new SeparatorMenuItem());
        }
    }

    private void addFolding(GroupLine group) {
        menu.getItems().addAll(
                item("menu-fold", group.expanded() ? MaterialDesignU.UNFOLD_LESS_HORIZONTAL : MaterialDesignU.UNFOLD_MORE_HORIZONTAL,
                        words.get(group.expanded() ? "ui.menu.close" : "ui.menu.open"), group.expanded() ? "Left" : "Right",
                        () -> model.toggle(group)),
                item("menu-open-all", MaterialDesignU.UNFOLD_MORE_HORIZONTAL, words.get("ui.menu.openall"), null, model::openAll),
                item("menu-close-all", MaterialDesignU.UNFOLD_LESS_HORIZONTAL, words.get("ui.menu.closeall"), null, model::closeAll),
                new SeparatorMenuItem());
    }

    private void addTerms(Optional<String> found) {
        found.ifPresent(term -> menu.getItems().addAll(
                item("menu-filter", MaterialDesignF.FILTER_VARIANT, words.get("ui.menu.filter", term), "Shortcut+Enter",
                        () -> navigation.filter(term)),
                item("menu-exclude", MaterialDesignF.FILTER_OFF_OUTLINE, words.get("ui.menu.exclude", term), "Shortcut+Alt+Enter",
                        () -> navigation.filter("!" + term)),
                new SeparatorMenuItem()));
    }

    private void addCopies(Line line, Column column) {
        if (line instanceof Entry entry) {
            menu.getItems().add(item("menu-copy-cell", MaterialDesignC.CONTENT_COPY, words.get("ui.menu.copycell"), "Shortcut+Shift+C",
                    () -> navigation.copy(text.cell(column, entry))));
        }
        List<Line> selected = text.selection();
        menu.getItems().addAll(
                item("menu-copy-row", MaterialDesignC.CONTENT_COPY, selected.size() > 1
                        ? words.get("ui.menu.copyrows", Figures.count(selected.size()))
                        : words.get("ui.menu.copyrow"), "Shortcut+C", () -> navigation.copy(text.selected())),
                item("menu-copy-all", MaterialDesignC.CONTENT_COPY, words.get("ui.menu.copyall"), null,
                        () -> navigation.copy(text.shown())),
                item("menu-export", MaterialDesignE.EXPORT_VARIANT, words.get("ui.menu.export"), "Shortcut+E", navigation::export));
    }

    private Column column(Node from) {
        for (Node node = from; node != null && node != table; node = node.getParent()) {
            if (node instanceof TableCell<?, ?> cell && cell.getTableColumn() != null
                    && cell.getTableColumn().getUserData() instanceof Column column) {
                return column;
            }
        }
        return model.columns().all().getFirst();
    }

    static MenuItem item(String id, Ikon ikon, String title, @Nullable String key, Runnable action) {
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
