package quaywatch.ui.table;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableRow;

import org.jspecify.annotations.Nullable;

import quaywatch.view.Entry;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.Mark;

/** A row; new, changed, closed and group rows are pseudo-classes, so that colours stay in the style sheets. */
final class LineRow extends TableRow<Line> {

    private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private boolean renumbering;

    /**
     * Gives the row and its cells another number. Where the line is the same one there, nothing of it has to be laid out; a row that asks for a
     * layout gets the style of all its cells anew.
     */
    void renumber(int number) {
        Line before = getItem();
        renumbering = true;
        updateIndex(number);
        for (Node node : getChildrenUnmodifiable()) {
            if (node instanceof IndexedCell<?> cell) {
                cell.updateIndex(number);
            }
        }
        renumbering = false;
        if (getItem() != before) {
            requestLayout();
        }
    }

    @Override
    public void requestLayout() {
        if (!renumbering) {
            super.requestLayout();
        }
    }

    /** Lines are compared by identity: to compare them by value would read every socket in sight, several times in each look. */
    @Override
    protected boolean isItemChanged(@Nullable Line before, @Nullable Line now) {
        return before != now;
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        Mark mark = line instanceof Entry entry ? entry.mark() : Mark.NONE;
        pseudoClassStateChanged(NEW, mark == Mark.NEW);
        pseudoClassStateChanged(CHANGED, mark == Mark.CHANGED);
        pseudoClassStateChanged(CLOSED, mark == Mark.CLOSED);
        pseudoClassStateChanged(GROUP, line instanceof GroupLine);
    }
}
