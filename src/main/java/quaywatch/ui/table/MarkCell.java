package quaywatch.ui.table;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import quaywatch.ui.theme.Icons;
import quaywatch.view.Entry;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.Mark;

/** The gutter: the sign of a new, changed or closed row, and the arrow of a group. */
final class MarkCell extends SteadyCell {

    private final CellWords words;
    private @Nullable Sign shown;

    MarkCell(CellWords words) {
        super("mark");
        this.words = words;
    }

    /** What is drawn, and the last part of the key of its word. */
    private record Sign(Ikon ikon, String meaning) {}

    @Override
    void draw(@Nullable Line line) {
        show(switch (line) {
            case GroupLine group -> group.expanded()
                    ? sign(MaterialDesignC.CHEVRON_DOWN, "open")
                    : sign(MaterialDesignC.CHEVRON_RIGHT, "closed-group");
            case Entry entry -> mark(entry.mark());
            case null -> null;
        });
    }

    private void show(@Nullable Sign sign) {
        if (!Objects.equals(sign, shown)) {
            shown = sign;
            setAccessibleText(sign == null ? null : words.words().get("ui.mark." + sign.meaning));
            setGraphic(sign == null ? null : Icons.of(sign.ikon));
        }
    }

    private static @Nullable Sign mark(Mark mark) {
        return switch (mark) {
            case NONE -> null;
            case NEW -> sign(MaterialDesignP.PLUS, "new");
            case CHANGED -> sign(MaterialDesignD.DELTA, "changed");
            case CLOSED -> sign(MaterialDesignC.CLOSE, "closed");
        };
    }

    private static Sign sign(Ikon ikon, String meaning) {
        return new Sign(ikon, meaning);
    }
}
