package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.query.Parsed;
import quaywatch.query.Query;
import quaywatch.query.QueryParser;
import quaywatch.query.QueryText;

/**
 * Why a table is empty, and what would fill it. All figures are lines: twins are one, closed sockets count only where the query asks for
 * them.
 *
 * @param hidden        lines of the scope that the filters hide
 * @param lifts         for each condition of the query, what its going would show
 * @param allProtocols  lines that show with every protocol and the same query; 0 if every protocol is shown already
 * @param closed        sockets closed a moment ago that the same filters find
 * @param elsewhere     for each other scope, lines that the same filters find there; scopes without any are left out
 */
public record NoMatch(int hidden, List<Lift> lifts, int allProtocols, int closed, Map<Scope, Integer> elsewhere) {

    public NoMatch {
        lifts = List.copyOf(lifts);
        elsewhere = Map.copyOf(elsewhere);
    }

    /** One condition of the query, the query without it, and how many lines that shows. */
    public record Lift(QueryText.Piece piece, String rest, int shows) {}

    /** Explains a state whose query was read from {@code text}. {@link Scope#ALL} is no other place: it is never in {@code elsewhere}. */
    public static NoMatch explain(Snapshot snapshot, ViewState state, String text, QueryParser parser, Instant now) {
        List<List<Row>> lines = lines(snapshot, state.scope(), state.query());
        Filtering filtering = new Filtering(state.protocols(), state.query(), now);
        Set<Protocol> all = EnumSet.allOf(Protocol.class);
        int allProtocols = state.protocols().containsAll(all) ? 0 : new Filtering(all, state.query(), now).count(lines);
        int closed = (int) lines.stream().filter(twins -> twins.getFirst().isClosed() && twins.stream().anyMatch(filtering::fits)).count();
        return new NoMatch(Filtering.open(lines) - filtering.count(lines), lifts(snapshot, state, text, parser, now), allProtocols, closed,
                elsewhere(snapshot, state.scope(), filtering));
    }

    private static List<List<Row>> lines(Snapshot snapshot, Scope scope, Query query) {
        return Twins.of(Kept.rows(snapshot, query), scope);
    }

    private static List<Lift> lifts(Snapshot snapshot, ViewState state, String text, QueryParser parser, Instant now) {
        List<Lift> lifts = new ArrayList<>();
        for (QueryText.Piece piece : QueryText.pieces(text)) {
            String rest = QueryText.without(text, piece);
            if (parser.parse(rest) instanceof Parsed.Good(Query query)) {
                lifts.add(new Lift(piece, rest, new Filtering(state.protocols(), query, now).count(lines(snapshot, state.scope(), query))));
            }
        }
        return lifts;
    }

    private static Map<Scope, Integer> elsewhere(Snapshot snapshot, Scope here, Filtering filtering) {
        Map<Scope, Integer> found = new EnumMap<>(Scope.class);
        for (Scope scope : Scope.values()) {
            int count = scope == here || scope == Scope.ALL ? 0 : filtering.count(lines(snapshot, scope, filtering.query()));
            if (count > 0) {
                found.put(scope, count);
            }
        }
        return found;
    }
}
