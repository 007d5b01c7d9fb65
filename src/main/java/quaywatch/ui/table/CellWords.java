package quaywatch.ui.table;

import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Snapshot;
import quaywatch.text.Words;
import quaywatch.ui.fx.Frame;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.Wording;

/** The texts of cells at the moment of the frame that is shown. */
final class CellWords {

    private final Wording wording;
    private final Supplier<@Nullable Frame> frame;

    CellWords(Wording wording, Supplier<@Nullable Frame> frame) {
        this.wording = wording;
        this.frame = frame;
    }

    Words words() {
        return wording.words();
    }

    Wording wording() {
        return wording;
    }

    Instant now() {
        Frame shown = frame.get();
        return shown == null ? Instant.EPOCH : shown.now();
    }

    /** What the frame was made from. */
    Snapshot snapshot() {
        Frame shown = frame.get();
        return shown == null ? Snapshot.NONE : shown.snapshot();
    }

    String title(Column column) {
        return words().get(column.titleKey());
    }

    String text(Column column, Entry line) {
        return column.text(line, wording, now());
    }
}
