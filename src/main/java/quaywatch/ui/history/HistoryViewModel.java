package quaywatch.ui.history;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Deed;
import quaywatch.control.Journal;
import quaywatch.control.Journal.Deeds;

/** What was done, as it is kept, and the deed that is looked at. No controls; FX thread only. */
public final class HistoryViewModel implements AutoCloseable {

    private final Journal journal;
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<@Nullable Deeds> deeds = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Journal.@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Deed> selected = new SimpleObjectProperty<>();
    private boolean reading;
    private boolean again;
    private boolean closed;

    /**
     * @param background  runs what may block, never on the FX thread
     * @param fx          the way back
     */
    public HistoryViewModel(Journal journal, Executor background, Executor fx) {
        this.journal = journal;
        this.background = background;
        this.fx = fx;
    }

    /** What is kept; null before it was first read. */
    ReadOnlyObjectProperty<@Nullable Deeds> deeds() {
        return deeds.getReadOnlyProperty();
    }

    /** Why it could not be erased; null where that was no trouble. */
    ReadOnlyObjectProperty<Journal.@Nullable Trouble> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** The deed that is looked at; null if there is none. */
    ObjectProperty<@Nullable Deed> selected() {
        return selected;
    }

    /** Reads again, off this thread. Cheap where nothing has changed, so it may be asked at every look. */
    public void refresh() {
        if (reading || closed) {
            again = !closed;
            return;
        }
        reading = true;
        background.execute(() -> {
            Deeds read = journal.read();
            fx.execute(() -> show(read));
        });
    }

    private void show(Deeds read) {
        reading = false;
        if (!read.equals(deeds.get())) {
            Deed before = selected.get();
            deeds.set(read);
            selected.set(same(before, read).orElse(read.latestFirst().isEmpty() ? null : read.latestFirst().getFirst()));
        }
        if (again) {
            again = false;
            refresh();
        }
    }

    /** More may be known of it now. */
    private static Optional<Deed> same(@Nullable Deed before, Deeds now) {
        return now.latestFirst().stream().filter(deed -> before != null && deed.id().equals(before.id())).findFirst();
    }

    /** Reads no more: whoever runs in the background is about to end. */
    @Override
    public void close() {
        closed = true;
    }

    /** Forgets all of it. */
    void erase() {
        background.execute(() -> {
            Optional<Journal.Trouble> failure = journal.erase();
            fx.execute(() -> {
                trouble.set(failure.orElse(null));
                refresh();
            });
        });
    }
}
