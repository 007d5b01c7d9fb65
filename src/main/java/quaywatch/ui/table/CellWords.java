package quaywatch.ui.table;

import java.time.Instant;
import java.util.function.Supplier;

import quaywatch.text.Words;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.Wording;

/** The texts of cells at the moment of the frame that is shown. */
final class CellWords {

    private final Wording wording;
    private final Supplier<Instant> now;

    CellWords(Wording wording, Supplier<Instant> now) {
        this.wording = wording;
        this.now = now;
    }

    Words words() {
        return wording.words();
    }

    Wording wording() {
        return wording;
    }

    Instant now() {
        return now.get();
    }

    String title(Column column) {
        return words().get(column.titleKey());
    }

    String text(Column column, Entry line) {
        return column.text(line, wording, now());
    }
}
