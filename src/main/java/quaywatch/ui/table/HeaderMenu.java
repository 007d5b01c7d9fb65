package quaywatch.ui.table;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.ContextMenuEvent;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Navigation;
import quaywatch.view.Column;
import quaywatch.view.Line;

/** The context menu of the column heads: hide, place and width of the one it is asked for, and the list of all. */
final class HeaderMenu {

    private final TableView<Line> table;
    private final ColumnsViewModel model;
    private final CellWords words;
    private final Navigation navigation;
    private final ContextMenu menu = new ContextMenu();

    private HeaderMenu(TableView<Line> table, ColumnsViewModel model, CellWords words, Navigation navigation) {
        this.table = table;
        this.model = model;
        this.words = words;
        this.navigation = navigation;
        menu.setId("header-menu");
    }

    static void install(TableView<Line> table, ColumnsViewModel model, CellWords words, Navigation navigation) {
        HeaderMenu header = new HeaderMenu(table, model, words, navigation);
        // Before the menu of the rows, which hears what happens anywhere in the table.
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, header::requested);
    }

    private void requested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger() || !(event.getTarget() instanceof Node target) || !isHead(target)) {
            return;
        }
        menu.hide();
        menu.getItems().clear();
        above(target).filter(TableColumnHeader.class::isInstance).map(node -> ((TableColumnHeader) node).getTableColumn())
                .filter(head -> head != null && head.getUserData() instanceof Column).findFirst()
                .ifPresent(head -> addFor((Column) head.getUserData()));
        MenuItem reset = Controls.menuItem("header-reset", MaterialDesignR.RESTART, words.words().get("ui.columns.reset"), null,
                model::reset);
        reset.setDisable(model.isUsual());
        menu.getItems().addAll(Controls.menuItem("header-choose", MaterialDesignV.VIEW_COLUMN_OUTLINE,
                words.words().get("ui.columns.choose"), null, navigation::chooseColumns), reset);
        menu.show(table, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private void addFor(Column column) {
        String id = column.id();
        String title = words.title(column);
        MenuItem hide = Controls.menuItem("header-hide", MaterialDesignE.EYE_OFF_OUTLINE, words.words().get("ui.columns.hide", title), null,
                () -> model.toggle(id));
        hide.setDisable(model.isLast(id));
        MenuItem narrower = Controls.menuItem("header-narrower", MaterialDesignA.ARROW_COLLAPSE_HORIZONTAL,
                words.words().get("ui.columns.menu.narrower"), Key.NARROWER, () -> model.widen(id, -1));
        MenuItem wider = Controls.menuItem("header-wider", MaterialDesignA.ARROW_EXPAND_HORIZONTAL,
                words.words().get("ui.columns.menu.wider"), Key.WIDER, () -> model.widen(id, 1));
        narrower.setDisable(model.isFlexible(id));
        wider.setDisable(model.isFlexible(id));
        menu.getItems().addAll(hide,
                Controls.menuItem("header-left", MaterialDesignA.ARROW_LEFT, words.words().get("ui.columns.menu.left"), Key.MOVE_LEFT,
                        () -> model.movePast(id, -1)),
                Controls.menuItem("header-right", MaterialDesignA.ARROW_RIGHT, words.words().get("ui.columns.menu.right"),
                        Key.MOVE_RIGHT, () -> model.movePast(id, 1)),
                narrower, wider, new SeparatorMenuItem());
    }

    private boolean isHead(Node target) {
        return above(target).anyMatch(node -> node.getStyleClass().contains("column-header-background"));
    }

    private Stream<Node> above(Node from) {
        return Stream.<Node>iterate(from, node -> node != null && node != table, Node::getParent);
    }
}
