package quaywatch.ui.portmap;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Row;
import quaywatch.view.PortMap;
import quaywatch.view.PortUse;

/** The state of the Port map: what is in it, where the cursor stands, and what is selected. No controls; FX thread only. */
public final class PortMapViewModel {

    /** No port. */
    static final int NOWHERE = -1;
    static final List<Integer> ZOOMS = List.of(1, 2, 4, 8);
    private static final int START = 8_080;

    private final ReadOnlyObjectWrapper<PortMap> map = new ReadOnlyObjectWrapper<>(PortMap.NONE);
    private final IntegerProperty cursor = new SimpleIntegerProperty(START);
    private final IntegerProperty pointed = new SimpleIntegerProperty(NOWHERE);
    private final ObjectProperty<@Nullable Stretch> stretch = new SimpleObjectProperty<>();
    private final ObjectProperty<Set<PortUse>> hidden = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Integer> zoom = new SimpleObjectProperty<>(1);
    /** Where the selection that is being made began. */
    private int anchor = START;

    /** What each port is used for. */
    ReadOnlyObjectProperty<PortMap> map() {
        return map.getReadOnlyProperty();
    }

    /** The port that keys act on. */
    public IntegerProperty cursor() {
        return cursor;
    }

    /** The port under the pointer; {@link #NOWHERE} if there is none. */
    IntegerProperty pointed() {
        return pointed;
    }

    /** The ports that are selected; null if none are. */
    public ObjectProperty<@Nullable Stretch> stretch() {
        return stretch;
    }

    /** The uses that are left out of the picture. */
    ObjectProperty<Set<PortUse>> hidden() {
        return hidden;
    }

    /** How many times the usual size; one of {@link #ZOOMS}. */
    public ObjectProperty<Integer> zoom() {
        return zoom;
    }

    /** Takes a new picture. */
    public void show(PortMap next) {
        map.set(next);
    }

    /** Points at the port where the cursor stands, with a stretch selected below it: a picture that shows what there is. */
    public void pose() {
        put(3_000);
        select(3_999, false);
        cursor.set(START);
        pointed.set(START);
    }

    int without() {
        return PortMap.mask(hidden.get());
    }

    void show(PortUse use, boolean shown) {
        EnumSet<PortUse> now = EnumSet.noneOf(PortUse.class);
        now.addAll(hidden.get());
        if (shown ? now.remove(use) : now.add(use)) {
            hidden.set(Set.copyOf(now));
        }
    }

    /** Sets the cursor, and lets go of what was selected. */
    public void put(int port) {
        anchor = port;
        cursor.set(port);
        stretch.set(null);
    }

    /** Moves the cursor; with {@code selecting} all between it and where it was put becomes the selection. */
    void move(int by, boolean selecting) {
        int rows = by / Geometry.SIDE;
        int row = Math.clamp(cursor.get() / Geometry.SIDE + rows, 0, Geometry.SIDE - 1);
        // Whole rows keep the column, and end at the edge.
        int port = rows != 0
                ? row * Geometry.SIDE + cursor.get() % Geometry.SIDE
                : Math.clamp(cursor.get() + by, 0, PortMap.PORTS - 1);
        if (selecting) {
            select(port, false);
        } else {
            put(port);
        }
    }

    /** Selects up to a port from where the cursor was put. */
    void select(int port, boolean rectangle) {
        cursor.set(port);
        stretch.set(port == anchor && stretch.get() == null ? null : Stretch.between(anchor, port, rectangle));
    }

    /** Lets go of the selection; false if there was none. */
    boolean clear() {
        boolean any = stretch.get() != null;
        stretch.set(null);
        anchor = cursor.get();
        return any;
    }

    /** The sockets at the cursor, the one that matters most first. */
    List<Row> atCursor() {
        return map.get().at(cursor.get());
    }

    /** One step nearer or farther; nothing at either end. */
    void zoom(int steps) {
        int next = ZOOMS.indexOf(zoom.get()) + steps;
        if (next >= 0 && next < ZOOMS.size()) {
            zoom.set(ZOOMS.get(next));
        }
    }

    /** How many of the selected ports are used now. */
    int used(Stretch some) {
        return some.ranges().stream().mapToInt(map.get()::used).sum();
    }
}
