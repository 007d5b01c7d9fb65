package quaywatch.view;

import java.time.Duration;
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
 * @param marked     how long what is new or has changed is marked; zero for never
 */
public record ViewState(Scope scope, Set<Protocol> protocols, Query query, Grouping grouping, Sort sort, Set<String> collapsed,
        Duration marked) {

    /** How long a mark stays unless the user wants it otherwise. */
    public static final Duration MARKED = Duration.ofSeconds(2);

    public ViewState {
        protocols = Set.copyOf(protocols);
        collapsed = Set.copyOf(collapsed);
    }

    /** With marks that stay for as long as usual. */
    public ViewState(Scope scope, Set<Protocol> protocols, Query query, Grouping grouping, Sort sort, Set<String> collapsed) {
        this(scope, protocols, query, grouping, sort, collapsed, MARKED);
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
        return new ViewState(scope, newProtocols, query, grouping, sort, collapsed, marked);
    }

    public ViewState withQuery(Query newQuery) {
        return new ViewState(scope, protocols, newQuery, grouping, sort, collapsed, marked);
    }

    public ViewState withGrouping(Grouping newGrouping) {
        return new ViewState(scope, protocols, query, newGrouping, sort, collapsed, marked);
    }

    public ViewState withSort(Sort newSort) {
        return new ViewState(scope, protocols, query, grouping, newSort, collapsed, marked);
    }

    public ViewState withCollapsed(Set<String> newCollapsed) {
        return new ViewState(scope, protocols, query, grouping, sort, newCollapsed, marked);
    }
}
