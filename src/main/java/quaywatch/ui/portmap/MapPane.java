package quaywatch.ui.portmap;

import java.nio.IntBuffer;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;

import quaywatch.model.PortClass;
import quaywatch.model.PortRange;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.ThemeColors;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.PortMap;

/** The picture of all ports with its rulers, and at its right the names of the ranges. Only what has changed is painted again. */
final class MapPane extends Pane {

    // Figures of the design.
    private static final double LEFT = 54;
    private static final double TOP = 16;
    private static final double RIGHT = 128;
    private static final double NARROW_RIGHT = 104;
    private static final double EDGE = 12;
    private static final int CELL = 2;
    private static final int LARGE_CELL = 3;

    private final PortMapViewModel model;
    private final Words words;
    private final ObservableValue<Sizes> sizes;
    private final MapPixels pixels;
    private final ImageView picture = new ImageView();
    private final MapOverlay overlay;
    private final Brackets brackets;
    private final Map<PortClass, Label> counts = new EnumMap<>(PortClass.class);
    private final Rulers rulers = new Rulers();
    private final Palette palette;
    private final ReadOnlyObjectWrapper<Geometry> shown = new ReadOnlyObjectWrapper<>(Geometry.of(CELL, 0, 0, 1, 1));
    private Geometry geometry = shown.get();
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private PortMap painted = PortMap.NONE;
    private boolean colored;
    private Runnable afterLayout = () -> {};

    MapPane(PortMapViewModel model, PortRange ephemeral, ObservableValue<Sizes> sizes, Words words) {
        this.model = model;
        this.words = words;
        this.sizes = sizes;
        pixels = new MapPixels(ephemeral);
        palette = Palette.of(new ThemeColors(this, this::recolor, Palette.names()));
        overlay = new MapOverlay(model, palette);
        brackets = new Brackets(palette, ephemeral, words);
        picture.setSmooth(false);
        getStyleClass().add("port-map");
        setId("port-map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(picture, overlay, brackets, rulers);
        for (PortClass range : PortClass.values()) {
            Label count = Controls.label("", "map-count");
            counts.put(range, count);
            brackets.add(range, count);
        }
        model.map().addListener((_, _, _) -> update());
        model.hidden().addListener((_, _, _) -> repaint());
        model.zoom().addListener((_, before, now) -> zoom(before, now));
        model.cursor().addListener((_, _, now) -> reveal(now.intValue()));
        sizes.addListener((_, _, _) -> requestLayout());
        setMinSize(0, 0);
    }

    /** Which part of the picture is to be seen. */
    ReadOnlyObjectProperty<Geometry> geometry() {
        return shown.getReadOnlyProperty();
    }

    /** The picture, for pointers: its own corner is where {@link #geometry} begins. */
    ImageView picture() {
        return picture;
    }

    @Override
    protected void layoutChildren() {
        Sizes now = sizes.getValue();
        double left = now.of(LEFT);
        double top = now.of(TOP);
        double roomHeight = getHeight() - top - now.of(EDGE);
        double right = getWidth() - left - now.of(RIGHT) >= Geometry.SIDE * CELL + 2 * Geometry.MARGIN
                ? now.of(RIGHT)
                : now.of(NARROW_RIGHT);
        double roomWidth = getWidth() - left - right;
        int cell = Math.min(roomWidth, roomHeight) >= Geometry.SIDE * LARGE_CELL + 2 * Geometry.MARGIN ? LARGE_CELL : CELL;
        Geometry next = Geometry.of(cell * model.zoom().get(), geometry.left(), geometry.top(), (int) roomWidth, (int) roomHeight);
        picture.relocate(left, top);
        overlay.relocate(left, top);
        brackets.relocate(left + next.width() - Geometry.MARGIN, top);
        brackets.resize(right, next.height());
        if (!next.equals(geometry) || buffer == null) {
            take(next);
        } else {
            brackets.paint(geometry);
            rulers.place(geometry, model.zoom().get(), left, top, now);
        }
        afterLayout.run();
    }

    /** Sets what is done once everything has its place. */
    void afterLayout(Runnable work) {
        afterLayout = work;
    }

    /** Moves the window by so many pixels. */
    void scroll(double right, double down) {
        take(Geometry.of(geometry.cell(), geometry.left() + (int) right, geometry.top() + (int) down, geometry.width(), geometry.height()));
    }

    /** The port in the middle stays there; or the cursor, if it is to be seen. */
    private void zoom(int before, int now) {
        int cell = geometry.cell() / before * now;
        int port = model.cursor().get();
        boolean visible = geometry.shows(port);
        int middle = visible ? port : geometry.port(geometry.width() / 2.0, geometry.height() / 2.0);
        take(Geometry.of(cell, middle % Geometry.SIDE * cell - geometry.width() / 2, middle / Geometry.SIDE * cell - geometry.height() / 2,
                geometry.width(), geometry.height()));
        requestLayout();
    }

    private void reveal(int port) {
        Geometry next = geometry.showing(port);
        if (next.equals(geometry)) {
            overlay.paint(geometry);
        } else {
            take(next);
        }
    }

    private void recolor() {
        colored = true;
        take(geometry);
    }

    private void take(Geometry next) {
        geometry = next;
        if (!colored || getScene() == null) {
            return;
        }
        pixels.prepare(geometry, palette::pixel);
        if (buffer == null || buffer.getWidth() != geometry.width() || buffer.getHeight() != geometry.height()) {
            buffer = new PixelBuffer<>(geometry.width(), geometry.height(), IntBuffer.wrap(pixels.pixels()),
                    PixelFormat.getIntArgbPreInstance());
            picture.setImage(new WritableImage(buffer));
        }
        repaint();
        overlay.paint(geometry);
        brackets.paint(geometry);
        rulers.place(geometry, model.zoom().get(), picture.getLayoutX(), picture.getLayoutY(), sizes.getValue());
        shown.set(geometry);
    }

    private void repaint() {
        painted = model.map().get();
        pixels.paint(painted, model.without());
        publish(new MapPixels.Box(0, 0, geometry.width(), geometry.height()));
        count();
    }

    private void update() {
        PortMap now = model.map().get();
        int[] changed = now.changes(painted);
        painted = now;
        if (changed.length > 0 && colored) {
            publish(pixels.paint(now, model.without(), changed));
        }
        count();
    }

    private void publish(MapPixels.@Nullable Box box) {
        if (buffer != null && box != null) {
            Rectangle2D dirty = new Rectangle2D(box.left(), box.top(), box.right() - box.left(), box.bottom() - box.top());
            buffer.updateBuffer(_ -> dirty);
        }
    }

    private void count() {
        counts.forEach((range, label) -> label.setText(words.get("ui.map.inRange", painted.used(range.range()))));
        int used = painted.used(new PortRange(0, PortMap.PORTS - 1));
        setAccessibleText(words.get("ui.map.name", used, words.get("ui.map.port", String.valueOf(model.cursor().get()))));
    }
}
