package quaywatch.ui.table;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

import quaywatch.ui.nav.Navigation;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.Mark;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;

/** A row; new, changed, closed and group rows are pseudo-classes, so that colours stay in the style sheets. */
final class LineRow extends TableRow<Line> {

    private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    /**
     * Clicks are heard here and not in the cells: the press selects the row, which may open the inspector, which may take columns away, and
     * with them every cell. A cell that was pressed is then another one when it is released, and hears of no click.
     */
    LineRow(TableViewModel model, Navigation navigation) {
        setOnMouseClicked(event -> {
            if (event.getButton() != MouseButton.PRIMARY) {
                return;
            }
            switch (getItem()) {
                case GroupLine group -> model.toggle(group);
                case SocketLine line when OwnerText.isHidden(line.owner()) || OwnerText.isInferred(line.live()) ->
                    cell(event.getX()).ifPresent(cell -> navigation.explainOwner(line, cell));
                case SocketLine _ -> {
                    // The press has selected it.
                }
                case null -> {
                    // An empty row.
                }
            }
        });
    }

    /** The owner's cell, if it lies there. */
    private Optional<Node> cell(double x) {
        return getChildren().stream().filter(node -> node.getStyleClass().contains("owner"))
                .filter(cell -> cell.getBoundsInParent().getMinX() <= x && x < cell.getBoundsInParent().getMaxX()).findFirst();
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        Mark mark = line instanceof SocketLine socket ? socket.mark() : Mark.NONE;
        pseudoClassStateChanged(NEW, mark == Mark.NEW);
        pseudoClassStateChanged(CHANGED, mark == Mark.CHANGED);
        pseudoClassStateChanged(CLOSED, mark == Mark.CLOSED);
        pseudoClassStateChanged(GROUP, line instanceof GroupLine);
    }
}
