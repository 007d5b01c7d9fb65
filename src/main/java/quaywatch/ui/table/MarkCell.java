package quaywatch.ui.table;

import javafx.scene.Node;
import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import quaywatch.ui.theme.Icons;
import quaywatch.view.Entry;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.Mark;

/** The gutter: the sign of a new, changed or closed row, and the arrow of a group. */
final class MarkCell extends TableCell<Line, Line> {

    private final CellWords words;

    MarkCell(CellWords words) {
        this.words = words;
        getStyleClass().add("mark");
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        setAccessibleText(null);
        setGraphic(empty ? null : switch (line) {
            case GroupLine group -> sign(group.expanded() ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT,
                    group.expanded() ? "open" : "closed-group");
            case Entry entry -> mark(entry.mark());
            case null -> null;
        });
    }

    private @Nullable Node mark(Mark mark) {
        return switch (mark) {
            case NONE -> null;
            case NEW -> sign(MaterialDesignP.PLUS, "new");
            case CHANGED -> sign(MaterialDesignD.DELTA, "changed");
            case CLOSED -> sign(MaterialDesignC.CLOSE, "closed");
        };
    }

    private FontIcon sign(Ikon ikon, String meaning) {
        setAccessibleText(words.words().get("ui.mark." + meaning));
        return Icons.of(ikon);
    }
}
