package quaywatch.ui.header;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import quaywatch.query.Parsed;
import quaywatch.query.Query;
import quaywatch.query.QueryError;
import quaywatch.query.QueryParser;
import quaywatch.query.QueryText;

/**
 * What is filtered by: chips, the text being typed, the port, and protocols. No controls; FX thread only.
 * <p>The query is the first three, all of which must hold. A wrong text keeps the last good query.
 */
public final class FiltersViewModel {

    private final QueryParser parser;
    private final ObservableList<String> chips = FXCollections.observableArrayList();
    private final QueryInput typed;
    private final QueryInput port;
    private final ReadOnlyObjectWrapper<Query> query = new ReadOnlyObjectWrapper<>(Query.EVERYTHING);
    private final ShownProtocols protocols = new ShownProtocols();

    public FiltersViewModel(QueryParser parser) {
        this.parser = parser;
        typed = new QueryInput(parser, text -> text);
        port = new QueryInput(parser, FilterState::portTerm);
        chips.subscribe(this::join);
        typed.query().addListener((_, _, _) -> join());
        port.query().addListener((_, _, _) -> join());
    }

    // ---- properties

    /** The finished terms, in order. */
    public ObservableList<String> chips() {
        return chips;
    }

    /** The text behind the chips. */
    public StringProperty typed() {
        return typed.text();
    }

    /** The text of the port box: a port, a range or a service name. */
    public StringProperty port() {
        return port.text();
    }

    /** All of it, but for the protocols, as one condition. */
    public ReadOnlyObjectProperty<Query> query() {
        return query.getReadOnlyProperty();
    }

    /** What is wrong with the typed text, counted in that text; null if nothing. */
    public ReadOnlyObjectProperty<@Nullable QueryError> typedError() {
        return typed.error();
    }

    /** What is wrong with the port box, counted in its term; null if nothing. */
    public ReadOnlyObjectProperty<@Nullable QueryError> portError() {
        return port.error();
    }

    /** The protocols that are shown. */
    public ShownProtocols protocols() {
        return protocols;
    }

    /** What reads the filters. */
    public QueryParser parser() {
        return parser;
    }

    /** Every filter in force as one query text, in the order of the header. */
    public String text() {
        return String.join(" ", terms());
    }

    /** The same with the protocols that are switched off: what it takes to filter so again. */
    public String whole() {
        List<String> terms = terms();
        terms.addAll(ShownProtocols.terms(protocols.tcp().get(), protocols.udp().get()));
        return String.join(" ", terms);
    }

    private List<String> terms() {
        List<String> terms = new ArrayList<>(chips);
        if (!typed.good().isBlank()) {
            terms.add(QueryText.besides(typed.good()));
        }
        if (!port.good().isBlank()) {
            terms.add(FilterState.portTerm(port.good()));
        }
        return terms;
    }

    /** All that is filtered by now, to be restored later. */
    public FilterState state() {
        return new FilterState(List.copyOf(chips), typed().get(), port().get(), protocols.tcp().get(), protocols.udp().get());
    }

    /** Filters as then. */
    public void restore(FilterState state) {
        chips.setAll(state.chips());
        typed().set(state.typed());
        port().set(state.port());
        protocols.tcp().set(state.tcp());
        protocols.udp().set(state.udp());
    }

    /** Whether anything is filtered by text. */
    public boolean any() {
        return !chips.isEmpty() || !typed().get().isBlank() || !port().get().isBlank();
    }

    // ---- commands

    /** Makes chips of the typed text, if it is right; says whether there was any. */
    boolean finishTyping() {
        String text = typed().get();
        if (typedError().get() != null || text.isBlank()) {
            return false;
        }
        typed().set("");
        chips.addAll(QueryText.conditions(text));
        return true;
    }

    /** Adds a term, unless it is there already. */
    public void add(String term) {
        if (!chips.contains(term)) {
            chips.add(term);
        }
    }

    /** Takes a filter away, wherever it stands. */
    public void lift(String term) {
        if (chips.remove(term)) {
            return;
        }
        if (!port.good().isBlank() && term.equals(FilterState.portTerm(port.good()))) {
            port().set("");
        } else if (term.equals(QueryText.besides(typed.good()))) {
            typed().set("");
        } else {
            List<String> left = QueryText.pieces(typed.good()).stream().map(QueryText.Piece::text).filter(text -> !text.equals(term))
                    .toList();
            typed().set(String.join(" ", left));
        }
    }

    /** Turns a chip back into text, before what is typed already; the length of that text. */
    int editChip(int at) {
        String term = chips.remove(at);
        String text = typed().get();
        typed().set(text.isBlank() ? term : term + " " + text.strip());
        return term.length();
    }

    /** Filters by no text any more; protocols stay as they are. */
    public void clear() {
        chips.clear();
        typed().set("");
        port().set("");
    }

    private void join() {
        List<Query> parts = new ArrayList<>();
        for (String chip : chips) {
            if (parser.parse(chip) instanceof Parsed.Good(Query good)) {
                parts.add(good);
            }
        }
        parts.add(typed.query().get());
        parts.add(port.query().get());
        parts.removeIf(Query.EVERYTHING::equals);
        query.set(switch (parts.size()) {
            case 0 -> Query.EVERYTHING;
            case 1 -> parts.getFirst();
            default -> new Query.And(parts);
        });
    }
}
