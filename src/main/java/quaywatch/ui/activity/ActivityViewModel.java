package quaywatch.ui.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import quaywatch.model.History;
import quaywatch.model.Slice;
import quaywatch.ui.nav.TimeFilter;
import quaywatch.view.Stretch;

/** What the Activity screen shows: which history, how much of it, and which stretch of it is brushed. No controls; FX thread only. */
final class ActivityViewModel {

    /** A brush that is made by a key covers so many of its steps. */
    private static final int FRESH_STEPS = 15;

    private final TimeFilter brush;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.FIVE_MINUTES);
    private final ObjectProperty<By> by = new SimpleObjectProperty<>(By.PROCESS);
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>(History.EMPTY);

    ActivityViewModel(TimeFilter brush) {
        this.brush = brush;
    }

    ObjectProperty<Span> span() {
        return span;
    }

    ObjectProperty<By> by() {
        return by;
    }

    ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    /** The brushed stretch; null for now. */
    ObservableValue<@Nullable Stretch> brushed() {
        return brush.chosen();
    }

    void show(History newest) {
        history.set(newest);
    }

    /** All that the plots show; it ends with the last look. */
    Stretch shown() {
        List<Slice> slices = history.get().slices();
        Instant end = slices.isEmpty() ? Instant.EPOCH.plus(Span.HOUR.length()) : slices.getLast().to();
        return new Stretch(end.minus(span.get().length()), end);
    }

    /** What the lists are about: what is brushed, or else all that is shown. */
    Stretch listed() {
        Stretch brushed = brushed().getValue();
        return brushed == null ? shown() : brushed;
    }

    /** The slice at a moment; null if there is none. */
    @Nullable
    Slice at(Instant moment) {
        for (Slice slice : history.get().slices()) {
            if (!slice.from().isAfter(moment) && slice.to().isAfter(moment)) {
                return slice;
            }
        }
        return null;
    }

    // ---- commands

    /** Brushes what lies between two moments. */
    void brush(Instant one, Instant other) {
        brush.choose(Stretch.between(inside(one), inside(other)));
    }

    private Instant inside(Instant moment) {
        Stretch all = shown();
        Instant last = all.to().minusMillis(1);
        return moment.isBefore(all.from()) ? all.from() : moment.isAfter(last) ? last : moment;
    }

    /** Moves the brush, or makes one at the end of what is shown. */
    void move(boolean later) {
        Stretch brushed = brushed().getValue();
        Duration step = later ? span.get().step() : span.get().step().negated();
        if (brushed == null) {
            Instant end = shown().to();
            brush(end.minus(span.get().step().multipliedBy(FRESH_STEPS)), end);
        } else if (fits(brushed.moved(step))) {
            brush.choose(brushed.moved(step));
        }
    }

    /** Makes the brush longer or shorter at its end. */
    void resize(boolean longer) {
        Stretch brushed = brushed().getValue();
        if (brushed != null) {
            Stretch next = brushed.resized(longer ? span.get().step() : span.get().step().negated());
            if (fits(next)) {
                brush.choose(next);
            }
        } else {
            move(longer);
        }
    }

    /** Nothing is known of the future, and what lies before what is shown can't be seen. */
    private boolean fits(Stretch stretch) {
        return !stretch.to().isAfter(shown().to().plusSeconds(1)) && !stretch.from().isBefore(shown().from().minusSeconds(1));
    }

    void backToNow() {
        brush.clear();
    }
}
