package quaywatch.ui.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.query.Occurrences;
import quaywatch.query.QueryError;
import quaywatch.query.Suggestions;
import quaywatch.query.Suggestions.Suggestion;
import quaywatch.ui.fx.Latest;

/**
 * What could stand where somebody types in the query field. No controls; FX thread only, but the values that occur are counted by a worker,
 * and only when asked for. An answer that comes after the next question, or after the list was closed, is dropped.
 */
public final class SuggestionsViewModel {

    private static final int MOST_PAST = 8;
    private static final int FEW_PAST = 3;

    private final ServiceNames names;
    private final Latest<Question> questions;
    private final Latest<Answer> answers;
    private final ReadOnlyObjectWrapper<List<Offer>> offers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private List<String> history = List.of();
    private Snapshot snapshot = Snapshot.NONE;
    private int asked;
    /** Worker only. */
    private Counted counted = new Counted(Snapshot.NONE, Occurrences.NONE);
    /** Worker only; made when first asked, for it sorts the names of all services. */
    private @Nullable Suggestions language;

    /** Something to put in. */
    public sealed interface Offer {

        /** The text of the line. */
        String text();
    }

    /** A field or a value in place of the word under the caret. */
    public record Completion(Suggestion suggestion) implements Offer {

        @Override
        public String text() {
            return suggestion.text();
        }
    }

    /** A whole query that was used before. */
    public record Past(String query) implements Offer {

        @Override
        public String text() {
            return query;
        }
    }

    private record Question(int number, Snapshot snapshot, String text, int caret, boolean all, List<String> history) {}

    private record Answer(int number, List<Offer> offers) {}

    private record Counted(Snapshot of, Occurrences values) {}

    /**
     * @param worker  counts the values of the newest snapshot; runs one task at a time
     * @param fx      the way back
     */
    public SuggestionsViewModel(ServiceNames names, Executor worker, Executor fx) {
        this.names = names;
        answers = new Latest<>(fx, this::take);
        questions = new Latest<>(worker, question -> answers.offer(new Answer(question.number(), answer(question))));
    }

    // ---- properties

    /** The list to show, likeliest first; empty while there is none. */
    public ReadOnlyObjectProperty<List<Offer>> offers() {
        return offers.getReadOnlyProperty();
    }

    /** Which of them is chosen; -1 while none is. */
    public ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** The chosen one; null while none is. */
    public @Nullable Offer choice() {
        int at = chosen.get();
        return at < 0 ? null : offers.get().get(at);
    }

    public boolean isOpen() {
        return !offers.get().isEmpty();
    }

    /** Whether this is wrong only because the word that the list is for, or the bracket round it, is not finished yet. */
    public boolean mayMend(QueryError error) {
        return isOpen() && error.key().equals("query.neverClosed") || offers.get().stream().anyMatch(offer -> switch (offer) {
            case Completion(Suggestion suggestion) -> error.end() > suggestion.start();
            case Past _ -> true;
        });
    }

    // ---- commands

    /** Values are those of this snapshot from now on. */
    public void see(Snapshot newest) {
        snapshot = newest;
    }

    /** Queries used before are these from now on, newest first. */
    public void remember(List<String> queries) {
        history = queries;
    }

    /** Asks what may stand at the caret. */
    public void ask(String text, int caret) {
        ask(text, caret, false);
    }

    /** Asks likewise, and for everything where nothing is typed yet. */
    public void askAll(String text, int caret) {
        ask(text, caret, true);
    }

    private void ask(String text, int caret, boolean all) {
        questions.offer(new Question(++asked, snapshot, text, Math.clamp(caret, 0, text.length()), all, history));
    }

    /** Takes the list away; what was asked is asked no more. */
    public void close() {
        asked++;
        show(List.of());
    }

    /** Chooses the next one, or one before; from the ends it goes on to none. */
    public void step(int by) {
        int places = offers.get().size() + 1;
        chosen.set(Math.floorMod(chosen.get() + 1 + by, places) - 1);
    }

    private void show(List<Offer> next) {
        chosen.set(-1);
        offers.set(next);
    }

    private void take(Answer answer) {
        if (answer.number() == asked) {
            show(answer.offers());
        }
    }

    // ---- worker

    private List<Offer> answer(Question question) {
        if (counted.of() != question.snapshot()) {
            counted = new Counted(question.snapshot(), new Occurrences(question.snapshot().rows(), names));
        }
        List<Offer> found = new ArrayList<>();
        Suggestions known = language();
        known.at(question.text(), question.caret(), counted.values()).forEach(suggestion -> found.add(new Completion(suggestion)));
        boolean blank = question.text().isBlank();
        if (found.isEmpty() && question.all()) {
            if (blank) {
                past(question).limit(MOST_PAST).forEach(found::add);
            }
            known.fields(question.caret()).forEach(field -> found.add(new Completion(field)));
        } else if (!blank) {
            past(question).limit(FEW_PAST).forEach(found::add);
        }
        return List.copyOf(found);
    }

    private Suggestions language() {
        Suggestions made = language;
        if (made == null) {
            made = new Suggestions(names);
            language = made;
        }
        return made;
    }

    private static Stream<Past> past(Question question) {
        String part = question.text().strip().toLowerCase(Locale.ROOT);
        return question.history().stream().filter(query -> query.toLowerCase(Locale.ROOT).contains(part) && !query.equals(part))
                .map(Past::new);
    }
}
