package quaywatch.ui;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import quaywatch.query.QueryText;
import quaywatch.ui.header.HeaderViewModel;
import quaywatch.ui.nav.TimeFilter;
import quaywatch.view.Stretch;

/** Holds the brushed stretch where the user can see and change it: as a term of the query, which is the only place that it is kept. */
final class TimeBrush implements TimeFilter {

    private static final String FIELD = "time:";

    private final HeaderViewModel header;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<@Nullable Stretch> chosen = new ReadOnlyObjectWrapper<>();

    /** @param zone  that of the query's times */
    TimeBrush(HeaderViewModel header, ZoneId zone) {
        this.header = header;
        this.zone = zone;
        header.query().subscribe(query -> chosen.set(Stretch.of(query).orElse(null)));
    }

    @Override
    public void choose(Stretch stretch) {
        String term = FIELD + stretch.text(zone);
        List<String> chips = header.chips().stream().filter(chip -> !chip.startsWith(FIELD)).toList();
        if (!header.chips().contains(term) || chips.size() + 1 != header.chips().size()) {
            List<String> all = new java.util.ArrayList<>(chips);
            all.add(term);
            // In one step: a query without a time between two would show other rows for a moment.
            header.chips().setAll(all);
        }
    }

    /** The terms of the query that hold it; none where nothing is brushed. */
    List<String> terms() {
        return header.chips().stream().filter(chip -> chip.startsWith(FIELD)).toList();
    }

    @Override
    public void clear() {
        header.chips().removeIf(chip -> chip.startsWith(FIELD));
        QueryText.pieces(header.typed().get()).stream().map(QueryText.Piece::text).filter(text -> text.startsWith(FIELD))
                .forEach(header::lift);
    }

    @Override
    public ObservableValue<@Nullable Stretch> chosen() {
        return chosen.getReadOnlyProperty();
    }
}
