package quaywatch.ui;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import quaywatch.query.QueryText;
import quaywatch.ui.header.FiltersViewModel;
import quaywatch.ui.nav.TimeFilter;
import quaywatch.view.Stretch;

/** Holds the brushed stretch where the user can see and change it: as a term of the query, which is the only place that it is kept. */
final class TimeBrush implements TimeFilter {

    private static final String FIELD = "time:";

    private final FiltersViewModel filters;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<@Nullable Stretch> chosen = new ReadOnlyObjectWrapper<>();

    /** @param zone  that of the query's times */
    TimeBrush(FiltersViewModel filters, ZoneId zone) {
        this.filters = filters;
        this.zone = zone;
        filters.query().subscribe(query -> chosen.set(Stretch.of(query).orElse(null)));
    }

    @Override
    public void choose(Stretch stretch) {
        String term = FIELD + stretch.text(zone);
        List<String> chips = filters.chips().stream().filter(chip -> !chip.startsWith(FIELD)).toList();
        if (!filters.chips().contains(term) || chips.size() + 1 != filters.chips().size()) {
            List<String> all = new java.util.ArrayList<>(chips);
            all.add(term);
            // In one step: a query without a time between two would show other rows for a moment.
            filters.chips().setAll(all);
        }
    }

    /** The terms of the query that hold it; none where nothing is brushed. */
    List<String> terms() {
        return filters.chips().stream().filter(chip -> chip.startsWith(FIELD)).toList();
    }

    @Override
    public void clear() {
        filters.chips().removeIf(chip -> chip.startsWith(FIELD));
        QueryText.pieces(filters.typed().get()).stream().map(QueryText.Piece::text).filter(text -> text.startsWith(FIELD))
                .forEach(filters::lift);
    }

    @Override
    public ObservableValue<@Nullable Stretch> chosen() {
        return chosen.getReadOnlyProperty();
    }
}
