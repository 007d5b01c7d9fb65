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

import quaywatch.ui.nav.Navigation;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;

/**
 * What a click on a line does besides selecting it: a group opens or closes, a hidden owner is explained.
 * <p>Heard at the table: the press selects the line, which may open the inspector, which may take columns away, and with them rows and
 * cells. What was pressed may be gone or lie elsewhere by the time the button is let go, so the press says which cell was meant.
 */
final class LineClicks {

    private final TableViewModel model;
    private final Navigation navigation;

    private boolean ownerPressed;

    private LineClicks(TableViewModel model, Navigation navigation) {
        this.model = model;
        this.navigation = navigation;
    }

    static void install(TableView<Line> table, TableViewModel model, Navigation navigation) {
        LineClicks clicks = new LineClicks(model, navigation);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED,
                event -> clicks.ownerPressed = above(event, node -> node instanceof TableCell<?, ?> cell && isOwner(cell)).isPresent());
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                above(event, TableRow.class::isInstance).ifPresent(row -> clicks.clicked((TableRow<?>) row));
            }
        });
    }

    private void clicked(TableRow<?> row) {
        if (row.getItem() instanceof GroupLine group) {
            model.toggle(group);
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
