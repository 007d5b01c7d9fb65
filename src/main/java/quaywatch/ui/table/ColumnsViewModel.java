package quaywatch.ui.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import quaywatch.settings.ColumnChoice;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Column;

/** Which columns of a table the user wants to see, in which order and how wide. No controls; FX thread only. */
public final class ColumnsViewModel {

    /** What one key changes a width by, in pixels. */
    private static final int STEP = 10;

    /**
     * What the table has made of the wish.
     *
     * @param crowdedOut  the ids of columns that are wanted, but for which there is no room now
     * @param flexible    the id of the column that has no width of its own, but takes what is left; empty where none does
     * @param widths      how wide the columns are by their ids, in pixels at the usual text size: one may have got more than its own width
     */
    public record Room(Set<String> crowdedOut, String flexible, Map<String, Double> widths) {

        static final Room PLENTY = new Room(Set.of(), "");

        public Room {
            crowdedOut = Set.copyOf(crowdedOut);
            widths = Map.copyOf(widths);
        }

        Room(Set<String> crowdedOut, String flexible) {
            this(crowdedOut, flexible, Map.of());
        }
    }

    private final Screen screen;
    private final List<Column> all;
    private final List<ColumnChoice> usual;
    private final ReadOnlyObjectWrapper<List<ColumnChoice>> choices;
    private final ReadOnlyObjectWrapper<Room> room = new ReadOnlyObjectWrapper<>(Room.PLENTY);

    ColumnsViewModel(Screen screen, List<Column> all) {
        this.screen = screen;
        this.all = List.copyOf(all);
        usual = this.all.stream().map(column -> new ColumnChoice(column.id(), 0, !column.optional())).toList();
        choices = new ReadOnlyObjectWrapper<>(usual);
    }

    // ---- properties

    /** All columns there are, in the order of a fresh start. */
    public List<Column> all() {
        return all;
    }

    /** All columns as the user wants them, in order. */
    public ReadOnlyObjectProperty<List<ColumnChoice>> choices() {
        return choices.getReadOnlyProperty();
    }

    /** Likewise; empty where that is as at a fresh start. */
    public List<ColumnChoice> remembered() {
        return isUsual() ? List.of() : choices.get();
    }

    /** What there is room for now. */
    public ReadOnlyObjectProperty<Room> room() {
        return room.getReadOnlyProperty();
    }

    public boolean isUsual() {
        return choices.get().equals(usual);
    }

    /** Whether the user wants to see it; there may be no room for it now. */
    public boolean isWanted(String id) {
        return choices.get().stream().anyMatch(choice -> choice.id().equals(id) && choice.visible());
    }

    /** Whether it is wanted and there is room for it. */
    public boolean isShown(String id) {
        return isWanted(id) && !room.get().crowdedOut().contains(id);
    }

    /** Whether hiding it would leave none. */
    boolean isLast(String id) {
        return isWanted(id) && choices.get().stream().filter(ColumnChoice::visible).count() == 1;
    }

    /** Whether it has no width of its own now, but takes what is left. */
    boolean isFlexible(String id) {
        return room.get().flexible().equals(id);
    }

    /** Its own width in pixels. Where there is room to spare, it may get more. */
    double width(String id) {
        int chosen = chosenWidth(id);
        return chosen > 0 ? chosen : ColumnWidths.of(screen, id);
    }

    /** Whether the user has not given it a width. */
    boolean hasUsualWidth(String id) {
        return chosenWidth(id) == 0;
    }

    private int chosenWidth(String id) {
        return choices.get().stream().filter(choice -> choice.id().equals(id)).mapToInt(ColumnChoice::width).findFirst().orElse(0);
    }

    // ---- commands

    /** As it was kept: what is not known any more is left out, and what is new stands behind what it usually follows. */
    public void restore(List<ColumnChoice> kept) {
        List<ColumnChoice> next = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        kept.stream().filter(choice -> find(usual, choice.id()).isPresent() && seen.add(choice.id())).forEach(next::add);
        String before = "";
        for (ColumnChoice choice : usual) {
            if (!kept.isEmpty() && seen.add(choice.id())) {
                next.add(place(next, before) + 1, choice);
            }
            before = choice.id();
        }
        set(next.stream().anyMatch(ColumnChoice::visible) ? next : usual);
    }

    /** Shows a hidden column, or hides one that is wanted; the last one stays. */
    public void toggle(String id) {
        show(id, !isWanted(id));
    }

    /** Shows a column or hides it; the last one stays. */
    public void show(String id, boolean shown) {
        if (shown || !isLast(id)) {
            replace(id, choice -> new ColumnChoice(id, choice.width(), shown));
        }
    }

    /** Moves a column by so many places among all, as far as there are any. */
    void move(String id, int by) {
        List<ColumnChoice> next = new ArrayList<>(choices.get());
        int from = place(next, id);
        next.add(Math.clamp((long) from + by, 0, next.size() - 1), next.remove(from));
        set(next);
    }

    /** Moves a column past the next one that is shown, to the left or to the right. */
    void movePast(String id, int direction) {
        List<ColumnChoice> now = choices.get();
        int from = place(now, id);
        int to = from + direction;
        while (to >= 0 && to < now.size() && !isShown(now.get(to).id())) {
            to += direction;
        }
        if (to >= 0 && to < now.size()) {
            move(id, to - from);
        }
    }

    /** Makes a column wider by so many steps, or narrower; not the one that takes what is left. */
    void widen(String id, int steps) {
        if (!isFlexible(id)) {
            long seen = Math.round(hasUsualWidth(id) ? room.get().widths().getOrDefault(id, width(id)) : width(id));
            resize(id, Math.clamp(seen + (long) STEP * steps, (int) ColumnWidths.NARROWEST, ColumnChoice.WIDEST));
        }
    }

    /** The user has dragged a column to this width. */
    void resize(String id, double width) {
        long rounded = Math.round(width);
        boolean own = rounded == Math.round(ColumnWidths.of(screen, id));
        int kept = own ? 0 : Math.clamp(rounded, ColumnChoice.NARROWEST, ColumnChoice.WIDEST);
        replace(id, choice -> new ColumnChoice(id, kept, choice.visible()));
    }

    /** The user has dragged columns to this order of ids. On the way a column may be missing; what is known of it stays. */
    void order(List<String> ids) {
        List<ColumnChoice> now = choices.get();
        set(Stream.concat(ids.stream().flatMap(id -> find(now, id).stream()), now.stream().filter(choice -> !ids.contains(choice.id())))
                .toList());
    }

    /** Back to a fresh start. */
    public void reset() {
        set(usual);
    }

    /** The table says what it has room for. */
    void fit(Room now) {
        room.set(now);
    }

    private void replace(String id, UnaryOperator<ColumnChoice> change) {
        List<ColumnChoice> next = new ArrayList<>(choices.get());
        next.replaceAll(choice -> choice.id().equals(id) ? change.apply(choice) : choice);
        set(next);
    }

    private void set(List<ColumnChoice> next) {
        if (!next.equals(choices.get())) {
            choices.set(List.copyOf(next));
        }
    }

    private static int place(List<ColumnChoice> in, String id) {
        return IntStream.range(0, in.size()).filter(i -> in.get(i).id().equals(id)).findFirst().orElse(-1);
    }

    private static Optional<ColumnChoice> find(List<ColumnChoice> in, String id) {
        return in.stream().filter(choice -> choice.id().equals(id)).findFirst();
    }
}
