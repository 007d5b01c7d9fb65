package quaywatch.ui.table;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import quaywatch.ui.nav.Navigation;
import quaywatch.view.Column;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.OwnerLine;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;

/**
 * What a click on a line does besides selecting it: a group opens or closes, a hidden owner is explained, a double click goes from an owner
 * to its sockets. With Shift it selects nothing, but
 * filters by the cell, or with Alt too leaves its like out.
 * <p>Heard at the table: the press selects the line, which may open the inspector, which may take columns away, and with them rows and
 * cells. What was pressed may be gone or lie elsewhere by the time the button is let go, so the press says which cell was meant.
 */
final class LineClicks {

    private final TableView<Line> table;
    private final TableViewModel model;
    private final TableText text;
    private final Navigation navigation;

    private boolean ownerPressed;
    private boolean filtering;
    private @Nullable String term;

    private LineClicks(TableView<Line> table, TableViewModel model, TableText text, Navigation navigation) {
        this.table = table;
        this.model = model;
        this.text = text;
        this.navigation = navigation;
    }

    static void install(TableView<Line> table, TableViewModel model, TableText text, Navigation navigation) {
        LineClicks clicks = new LineClicks(table, model, text, navigation);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, clicks::pressed);
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                clicks.clicked(event);
            }
        });
    }

    private void pressed(MouseEvent event) {
        Optional<Node> cell = above(event, node -> node instanceof TableCell<?, ?>);
        ownerPressed = cell.filter(LineClicks::isOwner).isPresent();
        filtering = event.getButton() == MouseButton.PRIMARY && event.isShiftDown() && !event.isShortcutDown() && cell.isPresent();
        if (filtering) {
            term = cell.flatMap(node -> term((TableCell<?, ?>) node)).map(found -> event.isAltDown() ? "!" + found : found).orElse(null);
            table.requestFocus();
            event.consume();
        }
    }

    private Optional<String> term(TableCell<?, ?> cell) {
        Column column = cell.getTableColumn().getUserData() instanceof Column known ? known : model.columns().all().getFirst();
        return cell.getItem() instanceof Line line ? text.term(column, line) : Optional.empty();
    }

    private void clicked(MouseEvent event) {
        if (!filtering) {
            above(event, TableRow.class::isInstance).ifPresent(row -> clicked((TableRow<?>) row, event.getClickCount()));
        } else if (term != null) {
            navigation.filter(term);
        }
    }

    private void clicked(TableRow<?> row, int times) {
        if (row.getItem() instanceof GroupLine group) {
            model.toggle(group);
        } else if (row.getItem() instanceof OwnerLine owner && times == 2) {
            navigation.goTo(owner.owner());
        } else if (ownerPressed && row.getItem() instanceof SocketLine line
                && (OwnerText.isHidden(line.owner()) || OwnerText.isInferred(line.live()))) {
            navigation.explainOwner(line, row.getChildrenUnmodifiable().stream().filter(LineClicks::isOwner).findFirst().orElse(row));
        }
    }

    private static boolean isOwner(Node cell) {
        return cell.getStyleClass().contains("owner");
    }

    /** The innermost such node under the pointer. */
    private static Optional<Node> above(MouseEvent event, Predicate<Node> wanted) {
        return Stream.<Node>iterate(event.getPickResult().getIntersectedNode(), node -> node != null, Node::getParent).filter(wanted)
                .findFirst();
    }
}
