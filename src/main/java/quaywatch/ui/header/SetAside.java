package quaywatch.ui.header;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/** Filters that were in the way of what somebody wanted to see, until they are brought back or forgotten. No controls; FX thread only. */
public final class SetAside {

    private final FiltersViewModel filters;
    private final ReadOnlyObjectWrapper<@Nullable FilterState> kept = new ReadOnlyObjectWrapper<>();
    /** What was filtered by instead. */
    private FilterState instead = FilterState.of(List.of());

    SetAside(FiltersViewModel filters) {
        this.filters = filters;
    }

    /** What was set aside; null if nothing. */
    public ReadOnlyObjectProperty<@Nullable FilterState> kept() {
        return kept.getReadOnlyProperty();
    }

    /**
     * Filters by these terms and by nothing else. What was filtered by until now is kept, unless that itself only came instead of something
     * else: then that stays kept.
     */
    public void show(List<String> terms) {
        FilterState before = filters.state();
        boolean onTheWay = kept.get() != null && before.equals(instead);
        if (!onTheWay) {
            kept.set(before.isEmpty() ? null : before);
        }
        instead = FilterState.of(terms);
        filters.restore(instead);
    }

    /** Filters as before. */
    public void bringBack() {
        FilterState before = kept.get();
        if (before != null) {
            kept.set(null);
            filters.restore(before);
        }
    }

    /** Leaves the filters as they are for good. */
    public void forget() {
        kept.set(null);
    }
}
