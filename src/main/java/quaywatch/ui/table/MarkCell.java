package quaywatch.ui.table;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;
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
    private String shown = "";

    MarkCell(CellWords words) {
        this.words = words;
        getStyleClass().add("mark");
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        show(empty ? "" : switch (line) {
            case GroupLine group -> group.expanded() ? "open" : "closed-group";
            case Entry entry -> meaning(entry.mark());
            case null -> "";
        });
    }

    private void show(String meaning) {
        if (meaning.equals(shown)) {
            return;
        }
        shown = meaning;
        setAccessibleText(meaning.isEmpty() ? null : words.words().get("ui.mark." + meaning));
        setGraphic(switch (meaning) {
            case "" -> null;
            case "open" -> Icons.of(MaterialDesignC.CHEVRON_DOWN);
            case "closed-group" -> Icons.of(MaterialDesignC.CHEVRON_RIGHT);
            case "new" -> Icons.of(MaterialDesignP.PLUS);
            case "changed" -> Icons.of(MaterialDesignD.DELTA);
            default -> Icons.of(MaterialDesignC.CLOSE);
        });
    }

    private static String meaning(Mark mark) {
        return switch (mark) {
            case NONE -> "";
            case NEW -> "new";
            case CHANGED -> "changed";
            case CLOSED -> "closed";
        };
    }
}
