package quaywatch.ui.header;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import quaywatch.settings.SavedFilter;
import quaywatch.settings.Settings;

/** The queries that somebody keeps: under a name, and those used before. No controls; FX thread only. */
public final class SavedFiltersViewModel {

    private final ReadOnlyObjectWrapper<List<SavedFilter>> own = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> history = new ReadOnlyObjectWrapper<>(List.of());

    /** The filters that everybody has, in order. */
    public enum Ready {
        NETWORK("is:listening is:exposed"), DEV("is:listening user:=me proto:tcp lport:registered"), NO_LOOPBACK("!is:loopback"), NEW(
                "is:new"), HIDDEN("is:hidden"), CLOSED("is:closed");

        private final String query;

        Ready(String query) {
            this.query = query;
        }

        public String query() {
            return query;
        }
    }

    // ---- properties

    /** The user's own, in order. */
    public ReadOnlyObjectProperty<List<SavedFilter>> own() {
        return own.getReadOnlyProperty();
    }

    /** Queries that were used, newest first. */
    public ReadOnlyObjectProperty<List<String>> history() {
        return history.getReadOnlyProperty();
    }

    // ---- commands

    /** What was kept until now. */
    public void restore(List<SavedFilter> filters, List<String> queries) {
        own.set(List.copyOf(filters));
        history.set(List.copyOf(queries));
    }

    /** A query was used. */
    public void used(String query) {
        history.set(Settings.DEFAULTS.withQueryHistory(history.get()).withUsedQuery(query).queryHistory());
    }

    /** Whether {@link #save} would keep this. */
    public boolean canSave(String name, String query) {
        return SavedFilter.isName(name.strip()) && SavedFilter.isQuery(query)
                && (named(name).isPresent() || own.get().size() < Settings.MOST_FILTERS);
    }

    /** Keeps a query under a name, in place of what had that name. */
    public void save(String name, String query) {
        if (canSave(name, query)) {
            SavedFilter filter = new SavedFilter(name.strip(), query);
            List<SavedFilter> filters = new ArrayList<>(own.get());
            named(name).ifPresentOrElse(old -> filters.set(filters.indexOf(old), filter), () -> filters.add(filter));
            own.set(List.copyOf(filters));
        }
    }

    /** Whether {@link #rename} would do that: a name can be had once. */
    public boolean canRename(SavedFilter filter, String name) {
        return SavedFilter.isName(name.strip()) && named(name).map(filter::equals).orElse(true);
    }

    public void rename(SavedFilter filter, String name) {
        int at = own.get().indexOf(filter);
        if (at >= 0 && canRename(filter, name)) {
            List<SavedFilter> filters = new ArrayList<>(own.get());
            filters.set(at, new SavedFilter(name.strip(), filter.query()));
            own.set(List.copyOf(filters));
        }
    }

    public void remove(SavedFilter filter) {
        own.set(own.get().stream().filter(other -> !other.equals(filter)).toList());
    }

    /** Moves a filter down, or up if {@code by} is -1; at an end it stays. */
    public void move(SavedFilter filter, int by) {
        int at = own.get().indexOf(filter);
        if (at >= 0 && at + by >= 0 && at + by < own.get().size()) {
            List<SavedFilter> filters = new ArrayList<>(own.get());
            Collections.swap(filters, at, at + by);
            own.set(List.copyOf(filters));
        }
    }

    private Optional<SavedFilter> named(String name) {
        return own.get().stream().filter(filter -> filter.name().equals(name.strip())).findFirst();
    }
}
