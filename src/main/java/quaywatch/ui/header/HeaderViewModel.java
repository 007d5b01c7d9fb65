package quaywatch.ui.header;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import quaywatch.query.QueryParser;
import quaywatch.query.QueryText;
import quaywatch.view.Scope;

/**
 * What the header asks for: filters, scope, pause, interval, and the filters used before. No controls; FX thread only.
 * <p>What the filters come to is said by {@link FiltersViewModel}.
 */
public final class HeaderViewModel {

    private final FiltersViewModel filters;
    private final SetAside aside;
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.LISTENING);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ObjectProperty<Duration> interval = new SimpleObjectProperty<>(Duration.ofSeconds(1));
    private final SuggestionsViewModel suggestions;
    private final SavedFiltersViewModel saved = new SavedFiltersViewModel();

    public HeaderViewModel(QueryParser parser, SuggestionsViewModel suggestions) {
        this.filters = new FiltersViewModel(parser);
        this.aside = new SetAside(filters);
        this.suggestions = suggestions;
        saved.history().subscribe(suggestions::remember);
    }

    // ---- properties

    /** What is filtered by. */
    public FiltersViewModel filters() {
        return filters;
    }

    /** The filters that make room for something else. */
    public SetAside aside() {
        return aside;
    }

    public ObjectProperty<Scope> scope() {
        return scope;
    }

    public BooleanProperty paused() {
        return paused;
    }

    public ObjectProperty<Duration> interval() {
        return interval;
    }

    /** What may stand where somebody types. */
    public SuggestionsViewModel suggestions() {
        return suggestions;
    }

    /** What is kept for later: filters under a name, and those used before. */
    public SavedFiltersViewModel saved() {
        return saved;
    }

    // ---- commands

    /** Makes chips of the typed text, if it is right. */
    public void finishTyping() {
        if (filters.finishTyping()) {
            used();
        }
    }

    /** Remembers the filters in force as used. */
    public void used() {
        if (filters.typedError().get() == null) {
            saved.used(filters.whole());
        }
    }

    /** Filters by this query and by nothing else. */
    public void use(String text) {
        filters.restore(FilterState.of(QueryText.conditions(text)));
        used();
    }

    /** Filters by this query too. */
    public void useBesides(String text) {
        QueryText.conditions(text).forEach(filters::add);
        used();
    }
}
