package quaywatch.ui.table;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import quaywatch.view.Line;

/** A cell that is drawn when it gets another line, and at rest until then. */
abstract class SteadyCell extends TableCell<Line, Line> {

    private @Nullable Line drawn;

    /** @param style  its style class */
    SteadyCell(String style) {
        // Its column gives a cell its size: another text asks nobody else for a layout, and with it for the style of the whole row.
        setManaged(false);
        getStyleClass().add(style);
    }

    /** Lines are compared by identity: to compare them by value would read every socket in sight, several times in each look. */
    @Override
    protected final boolean isItemChanged(@Nullable Line before, @Nullable Line now) {
        return before != now;
    }

    /** Only what differs is touched: a cell is asked to show the same line again several times in each look. */
    @Override
    protected final void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        Line now = empty ? null : line;
        if (now != drawn) {
            drawn = now;
            draw(now);
        }
    }

    /** The line that is drawn; null for none. */
    final @Nullable Line drawn() {
        return drawn;
    }

    /** Draws another line; null for none. */
    abstract void draw(@Nullable Line line);
}
