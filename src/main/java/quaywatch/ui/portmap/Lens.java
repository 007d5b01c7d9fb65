package quaywatch.ui.portmap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.ThemeColors;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.PortMap;
import quaywatch.view.PortUse;

/** The ports around the cursor large enough to be hit one by one, and in words which of them were used lately and are free now. */
final class Lens extends VBox {

    private static final int COLUMNS = 16;
    private static final int NARROW_COLUMNS = 10;
    private static final int ROWS = 8;
    private static final int ABOVE = 3;
    private static final int CELL = 18;
    private static final double RULER = 42;
    private static final int MOST_NAMED = 3;

    private final PortMapViewModel model;
    private final Words words;
    private final ObservableValue<Sizes> sizes;
    private final Label title = Controls.label("", "section-head");
    private final Label lately = Controls.label("", "secondary");
    private final Pane field = new Pane();
    private final Canvas canvas = new Canvas();
    private final List<Label> rulers = new ArrayList<>();
    private final Palette palette;
    private final Map<PortUse, Sprite> sprites = new EnumMap<>(PortUse.class);
    private int first;
    private int columns = COLUMNS;

    Lens(PortMapViewModel model, ObservableValue<Sizes> sizes, Words words) {
        this.model = model;
        this.words = words;
        this.sizes = sizes;
        getStyleClass().add("map-lens");
        HBox head = Controls.row(8, title, Controls.spacer(), Controls.key(words.get("ui.map.arrows")));
        head.setAlignment(Pos.CENTER_LEFT);
        palette = Palette.of(new ThemeColors(field, this::paint, Palette.names()));
        field.getChildren().add(canvas);
        canvas.setOnMousePressed(event -> {
            int port = port(event.getX(), event.getY());
            if (Geometry.isPort(port)) {
                model.put(port);
            }
        });
        for (int row = 0; row < ROWS; row++) {
            Label ruler = Controls.label("", "map-ruler");
            ruler.setManaged(false);
            rulers.add(ruler);
            field.getChildren().add(ruler);
        }
        lately.setWrapText(true);
        getChildren().addAll(head, field, lately);
        model.map().addListener((_, _, _) -> paint());
        model.cursor().subscribe(_ -> move());
        sizes.subscribe(_ -> size());
        sceneProperty().addListener((_, _, _) -> paint());
        widthProperty().addListener((_, _, _) -> size());
    }

    private double cell() {
        return sizes.getValue().of(CELL);
    }

    private double ruler() {
        return sizes.getValue().of(RULER);
    }

    private void size() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight() - ruler();
        columns = room <= 0 || room >= COLUMNS * cell() ? COLUMNS : NARROW_COLUMNS;
        canvas.setWidth(columns * cell());
        canvas.setHeight(ROWS * cell());
        canvas.relocate(ruler(), 0);
        field.setPrefSize(ruler() + columns * cell(), ROWS * cell());
        field.setMinHeight(ROWS * cell());
        move();
    }

    /** The cursor stays in its row of the lens as far as there are ports above. */
    private void move() {
        int port = model.cursor().get();
        int row = Math.max(0, port / columns - ABOVE);
        int lastRow = (PortMap.PORTS - 1) / columns - ROWS + 1;
        first = Math.min(row, lastRow) * columns;
        title.setText(words.get("ui.map.around", String.valueOf(port)));
        paint();
    }

    private int port(double x, double y) {
        return first + (int) (y / cell()) * columns + Math.clamp((int) (x / cell()), 0, columns - 1);
    }

    private void paint() {
        if (getScene() == null) {
            return;
        }
        double cell = cell();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        PortMap map = model.map().get();
        for (int i = 0; i < ROWS * columns && Geometry.isPort(first + i); i++) {
            int port = first + i;
            double x = i % columns * cell;
            double y = i / columns * cell;
            g.setFill(palette.color(Palette.TINT));
            g.fillRoundRect(x + 1, y + 1, cell - 2, cell - 2, 3, 3);
            g.setStroke(palette.color(Palette.GRID));
            g.setLineWidth(1);
            g.strokeRoundRect(x + 0.5, y + 0.5, cell - 1, cell - 1, 4, 4);
            PortUse use = map.use(port, model.without());
            if (use != null) {
                mark(g, use, x, y);
            }
            if (port == model.cursor().get()) {
                g.setStroke(palette.color(Palette.FRAME));
                g.setLineWidth(2);
                g.strokeRect(x + 1, y + 1, cell - 2, cell - 2);
            }
        }
        rule();
        lately.setText(recent(map));
    }

    private void mark(GraphicsContext g, PortUse use, double x, double y) {
        Sprite sprite = sprites.computeIfAbsent(use, each -> Sprite.of(each, 2));
        double left = x + Math.floor((cell() - sprite.side()) / 2);
        double top = y + Math.floor((cell() - sprite.side()) / 2);
        g.setFill(palette.color(Palette.name(use)));
        for (int i = 0; i < sprite.mask().length; i++) {
            if (sprite.mask()[i] == Sprite.INK) {
                g.fillRect(left + i % sprite.side(), top + i / sprite.side(), 1, 1);
            }
        }
    }

    private void rule() {
        for (int row = 0; row < ROWS; row++) {
            Label ruler = rulers.get(row);
            ruler.setText(String.valueOf(first + row * columns));
            ruler.applyCss();
            double width = Math.ceil(ruler.prefWidth(-1));
            double height = Math.ceil(ruler.prefHeight(-1));
            ruler.resizeRelocate(ruler() - sizes.getValue().of(8) - width, Math.rint(row * cell() + (cell() - height) / 2), width, height);
        }
    }

    private @Nullable String recent(PortMap map) {
        List<String> ports = new ArrayList<>();
        int more = 0;
        for (int port = first; port < first + ROWS * columns && Geometry.isPort(port); port++) {
            if (map.use(port) == PortUse.RECENT) {
                if (ports.size() < MOST_NAMED) {
                    ports.add(String.valueOf(port));
                } else {
                    more++;
                }
            }
        }
        String named = ports.stream().collect(Collectors.joining(", "));
        return ports.isEmpty() ? words.get("ui.map.noneLately") : words.get("ui.map.freeNow", named, ports.size() + more, more);
    }
}
