package quaywatch.view;

import java.time.Instant;
import java.util.Set;

import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.query.Query;

/**
 * What the user has asked to see.
 *
 * @param scope      which screen
 * @param protocols  which protocols
 * @param query      which of those
 * @param grouping   gathered by what
 * @param sort       in which order, inside each group
 * @param collapsed  {@link GroupLine#key()} of the closed groups
 */
public record ViewState(Scope scope, Set<Protocol> protocols, Query query, Grouping grouping, Sort sort, Set<String> collapsed) {

    public ViewState {
        protocols = Set.copyOf(protocols);
        collapsed = Set.copyOf(collapsed);
    }

    /** All of a scope, by port, ungrouped. */
    public static ViewState of(Scope scope) {
        return new ViewState(scope, Set.of(Protocol.values()), Query.EVERYTHING, Grouping.NONE, Sort.BY_PORT, Set.of());
    }

    /** Whether protocols and query leave a socket out, whatever its scope. */
    public boolean hides(Row row, Instant now) {
        return !new Filtering(protocols, query, now).fits(row);
    }

    public ViewState withProtocols(Set<Protocol> newProtocols) {
        return new ViewState(scope, newProtocols, query, grouping, sort, collapsed);
    }

    public ViewState withQuery(Query newQuery) {
        return new ViewState(scope, protocols, newQuery, grouping, sort, collapsed);
    }

    public ViewState withGrouping(Grouping newGrouping) {
        return new ViewState(scope, protocols, query, newGrouping, sort, collapsed);
    }

    public ViewState withSort(Sort newSort) {
        return new ViewState(scope, protocols, query, grouping, newSort, collapsed);
    }

    public ViewState withCollapsed(Set<String> newCollapsed) {
        return new ViewState(scope, protocols, query, grouping, sort, newCollapsed);
    }
}
