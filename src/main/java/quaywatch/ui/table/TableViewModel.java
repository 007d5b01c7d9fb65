package quaywatch.ui.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import quaywatch.ui.fx.Frame;
import quaywatch.ui.fx.FxThread;
import quaywatch.ui.fx.SwapList;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Column;
import quaywatch.view.GroupLine;
import quaywatch.view.Grouping;
import quaywatch.view.Line;
import quaywatch.view.LineIndex;
import quaywatch.view.Sort;

/** What a table of sockets shows and what its user asks of it. No controls; FX thread only. */
public final class TableViewModel {

    private final Screen screen;
    private final Sort firstSort;
    private final Grouping firstGrouping;
    private final ColumnsViewModel columns;
    private final List<Grouping> groupings;
    private final SwapList<Line> lines = new SwapList<>();
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.NONE);
    private final ObjectProperty<Sort> sort;
    private final ObjectProperty<Set<String>> collapsed = new SimpleObjectProperty<>(Set.of());
    private final BooleanProperty held = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper arrangement = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Line> selected = new ReadOnlyObjectWrapper<>();
    /** The keys of all that is selected. */
    private final ReadOnlyObjectWrapper<Set<Object>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<@Nullable Frame> frame = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<@Nullable Typing> typing = new SimpleObjectProperty<>();
    private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(new Sight(0, 0));
    private LineIndex index = LineIndex.NONE;
    private boolean showing;

    /** @param groupings  what the lines can be gathered by, in the order of the menu */
    public TableViewModel(Screen screen, List<Column> columns, Sort firstSort, Grouping firstGrouping, List<Grouping> groupings) {
        this.screen = screen;
        this.firstSort = firstSort;
        this.firstGrouping = firstGrouping;
        grouping.set(firstGrouping);
        this.columns = new ColumnsViewModel(screen, columns);
        this.groupings = List.copyOf(groupings);
        this.sort = new SimpleObjectProperty<>(firstSort);
    }

    // ---- properties

    public Screen screen() {
        return screen;
    }

    /** Which of its columns are shown, and how. */
    public ColumnsViewModel columns() {
        return columns;
    }

    public List<Grouping> groupings() {
        return groupings;
    }

    /** The order of a fresh start. */
    public Sort firstSort() {
        return firstSort;
    }

    /** The grouping of a fresh start. */
    public Grouping firstGrouping() {
        return firstGrouping;
    }

    public SwapList<Line> lines() {
        return lines;
    }

    public ObjectProperty<Grouping> grouping() {
        return grouping;
    }

    public ObjectProperty<Sort> sort() {
        return sort;
    }

    public ObjectProperty<Set<String>> collapsed() {
        return collapsed;
    }

    /** Whether nothing may change place: the pointer is inside. */
    public BooleanProperty held() {
        return held;
    }

    /** Another number each time that the lines were told to take their places. */
    public ReadOnlyIntegerProperty arrangement() {
        return arrangement.getReadOnlyProperty();
    }

    /** The selected line as it is now, of several the one in focus; null if nothing is selected. */
    public ReadOnlyObjectProperty<@Nullable Line> selected() {
        return selected.getReadOnlyProperty();
    }

    /** {@link Line#key()} of all selected lines, in no order. */
    public ReadOnlyObjectProperty<Set<Object>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** The frame the lines come from; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Frame> frame() {
        return frame.getReadOnlyProperty();
    }

    /** What is being typed to go to a row; null while nothing is. */
    public ObjectProperty<@Nullable Typing> typing() {
        return typing;
    }

    /** Where in the lines the user is looking. */
    public ObjectProperty<Sight> sight() {
        return sight;
    }

    /** New lines that are held back. */
    public ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    // ---- commands

    /** Shows a frame. The selection stays on the same sockets; what is no longer listed leaves it. */
    public void show(Frame next) {
        FxThread.check();
        Line before = selected.get();
        index = next.index();
        frame.set(next);
        waiting.set(next.waiting());
        showing = true;
        lines.swap(next.rows().lines());
        showing = false;
        Set<Object> staying = chosen.get().stream().filter(key -> index.of(key) >= 0).collect(Collectors.toUnmodifiableSet());
        Line now = before == null ? null : find(before.key());
        if (now == null && !staying.isEmpty()) {
            now = find(staying.iterator().next());
        }
        if (staying.size() != chosen.get().size()) {
            chosen.set(staying);
        }
        selected.set(now);
    }

    /** The user selects a line alone. What a table makes of its selection while it is given other lines is not the user's wish. */
    public void select(@Nullable Line line) {
        choose(line == null ? Set.of() : Set.of(line.key()), line);
    }

    /**
     * Likewise several.
     *
     * @param keys  of all that is selected
     * @param lead  the one in focus, one of them; null if none is selected
     */
    public void choose(Set<Object> keys, @Nullable Line lead) {
        if (!showing) {
            chosen.set(Set.copyOf(keys));
            selected.set(lead);
        }
    }

    /** Where the line with this key stands; -1 if it is not shown. */
    public int place(Object key) {
        return index.of(key);
    }

    /** Opens a closed group and closes an open one. */
    public void toggle(GroupLine group) {
        Set<String> next = new HashSet<>(collapsed.get());
        if (!next.remove(group.key())) {
            next.add(group.key());
        }
        collapsed.set(Set.copyOf(next));
    }

    /** Opens all groups. */
    public void openAll() {
        collapsed.set(Set.of());
    }

    /** Closes all groups that are shown. */
    public void closeAll() {
        collapsed.set(lines.stream().filter(GroupLine.class::isInstance).map(line -> ((GroupLine) line).key())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Lets the lines that wait take their places, though the pointer is inside. */
    public void applyWaiting() {
        arrangement.set(arrangement.get() + 1);
    }

    /** Back to a fresh start. */
    public void reset() {
        sort.set(firstSort);
        grouping.set(firstGrouping);
        collapsed.set(Set.of());
        columns.reset();
    }

    private @Nullable Line find(Object key) {
        int place = index.of(key);
        return place < 0 ? null : lines.get(place);
    }
}
