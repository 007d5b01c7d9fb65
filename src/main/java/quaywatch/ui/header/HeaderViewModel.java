package quaywatch.ui.header;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Protocol;
import quaywatch.query.Parsed;
import quaywatch.query.Query;
import quaywatch.query.QueryError;
import quaywatch.query.QueryParser;
import quaywatch.query.QueryText;
import quaywatch.view.Scope;

/**
 * What the header asks for: filters, scope, protocols, pause, interval. No controls; FX thread only.
 * <p>The query is the chips, the text being typed and the port, all of which must hold. A wrong text keeps the last good query.
 */
public final class HeaderViewModel {

    private final QueryParser parser;
    private final ObservableList<String> chips = FXCollections.observableArrayList();
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Query> query = new ReadOnlyObjectWrapper<>(Query.EVERYTHING);
    private final ReadOnlyObjectWrapper<@Nullable QueryError> typedError = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QueryError> portError = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.LISTENING);
    private final BooleanProperty tcp = new SimpleBooleanProperty(true);
    private final BooleanProperty udp = new SimpleBooleanProperty(true);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ObjectProperty<Duration> interval = new SimpleObjectProperty<>(Duration.ofSeconds(1));
    private final SetAside aside = new SetAside(this);
    private final SuggestionsViewModel suggestions;
    private final SavedFiltersViewModel saved = new SavedFiltersViewModel();
    private Query goodTyped = Query.EVERYTHING;
    private Query goodPort = Query.EVERYTHING;
    /** What stood in the two fields when it was last right: that is filtered by as long as what stands there now is wrong. */
    private String goodText = "";
    private String goodPortText = "";

    public HeaderViewModel(QueryParser parser, SuggestionsViewModel suggestions) {
        this.parser = parser;
        this.suggestions = suggestions;
        saved.history().subscribe(suggestions::remember);
        chips.subscribe(this::join);
        typed.subscribe(this::readTyped);
        port.subscribe(this::readPort);
    }

    // ---- properties

    /** The finished terms, in order. */
    public ObservableList<String> chips() {
        return chips;
    }

    /** The text behind the chips. */
    public StringProperty typed() {
        return typed;
    }

    /** The text of the port box: a port, a range or a service name. */
    public StringProperty port() {
        return port;
    }

    public ReadOnlyObjectProperty<Query> query() {
        return query.getReadOnlyProperty();
    }

    /** What is wrong with the typed text, counted in that text; null if nothing. */
    public ReadOnlyObjectProperty<@Nullable QueryError> typedError() {
        return typedError.getReadOnlyProperty();
    }

    /** What is wrong with the port box; null if nothing. */
    public ReadOnlyObjectProperty<@Nullable QueryError> portError() {
        return portError.getReadOnlyProperty();
    }

    public ObjectProperty<Scope> scope() {
        return scope;
    }

    public BooleanProperty tcp() {
        return tcp;
    }

    public BooleanProperty udp() {
        return udp;
    }

    public BooleanProperty paused() {
        return paused;
    }

    public ObjectProperty<Duration> interval() {
        return interval;
    }

    /** The protocols that are switched on; raw sockets belong to neither button and are always meant. */
    public Set<Protocol> protocols() {
        Set<Protocol> protocols = EnumSet.of(Protocol.RAW);
        if (tcp.get()) {
            protocols.add(Protocol.TCP);
        }
        if (udp.get()) {
            protocols.add(Protocol.UDP);
        }
        return protocols;
    }

    /** What reads the filters. */
    public QueryParser parser() {
        return parser;
    }

    /** Every filter in force as one query text, in the order of the header. */
    public String text() {
        List<String> terms = new ArrayList<>(chips);
        if (!goodText.isBlank()) {
            terms.add(typedTerm());
        }
        if (!goodPortText.isBlank()) {
            terms.add(portTerm(goodPortText));
        }
        return String.join(" ", terms);
    }

    private String typedTerm() {
        return QueryText.besides(goodText);
    }

    /** The same with the protocols that are switched off: what it takes to filter so again. */
    public String whole() {
        return (text() + (tcp.get() ? "" : " !proto:tcp") + (udp.get() ? "" : " !proto:udp")).strip();
    }

    /** All that is filtered by now, to be restored later. */
    public FilterState state() {
        return new FilterState(List.copyOf(chips), typed.get(), port.get(), tcp.get(), udp.get());
    }

    /** Filters as then. */
    public void restore(FilterState state) {
        chips.setAll(state.chips());
        typed.set(state.typed());
        port.set(state.port());
        tcp.set(state.tcp());
        udp.set(state.udp());
    }

    /** The filters that make room for something else. */
    public SetAside aside() {
        return aside;
    }

    /** What may stand where somebody types. */
    public SuggestionsViewModel suggestions() {
        return suggestions;
    }

    /** What is kept for later: filters under a name, and those used before. */
    public SavedFiltersViewModel saved() {
        return saved;
    }

    /** Switches every protocol on. */
    public void allProtocols() {
        tcp.set(true);
        udp.set(true);
    }

    // ---- commands

    /** Makes chips of the typed text, if it is right. */
    public void finishTyping() {
        if (typedError.get() == null && !typed.get().isBlank()) {
            List<String> terms = QueryText.conditions(typed.get());
            typed.set("");
            chips.addAll(terms);
            used();
        }
    }

    /** Remembers the filters in force as used. */
    public void used() {
        if (typedError.get() == null) {
            saved.used(whole());
        }
    }

    /** Filters by this query and by nothing else. */
    public void use(String text) {
        restore(FilterState.of(QueryText.conditions(text)));
        used();
    }

    /** Filters by this query too. */
    public void useBesides(String text) {
        QueryText.conditions(text).forEach(this::add);
        used();
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
        if (!goodPortText.isBlank() && term.equals(portTerm(goodPortText))) {
            port.set("");
            return;
        }
        if (term.equals(typedTerm())) {
            typed.set("");
            return;
        }
        List<String> left = QueryText.pieces(goodText).stream().map(QueryText.Piece::text).filter(text -> !text.equals(term)).toList();
        typed.set(String.join(" ", left));
    }

    /** Turns a chip back into text, before what is typed already; the length of that text. */
    public int editChip(int at) {
        String term = chips.remove(at);
        typed.set(typed.get().isBlank() ? term : term + " " + typed.get().strip());
        return term.length();
    }

    public void clear() {
        chips.clear();
        typed.set("");
        port.set("");
    }

    /** Whether anything is filtered. */
    public boolean filters() {
        return !chips.isEmpty() || !typed.get().isBlank() || !port.get().isBlank();
    }

    private void readTyped(String text) {
        switch (parser.parse(text)) {
            case Parsed.Good(Query good) -> {
                goodTyped = good;
                goodText = text;
                typedError.set(null);
            }
            case Parsed.Wrong(QueryError error) -> typedError.set(error);
        }
        join();
    }

    private void readPort(String text) {
        if (text.isBlank()) {
            goodPort = Query.EVERYTHING;
            goodPortText = "";
            portError.set(null);
        } else {
            switch (parser.parse(portTerm(text))) {
                case Parsed.Good(Query good) -> {
                    goodPort = good;
                    goodPortText = text;
                    portError.set(null);
                }
                case Parsed.Wrong(QueryError error) -> portError.set(error);
            }
        }
        join();
    }

    private static String portTerm(String text) {
        return QueryText.condition("port", text.strip());
    }

    private void join() {
        List<Query> parts = new ArrayList<>();
        for (String chip : chips) {
            if (parser.parse(chip) instanceof Parsed.Good(Query good)) {
                parts.add(good);
            }
        }
        parts.add(goodTyped);
        parts.add(goodPort);
        parts.removeIf(Query.EVERYTHING::equals);
        query.set(switch (parts.size()) {
            case 0 -> Query.EVERYTHING;
            case 1 -> parts.getFirst();
            default -> new Query.And(parts);
        });
    }
}
