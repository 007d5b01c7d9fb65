package quaywatch.ui.portmap;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import quaywatch.model.PortClass;
import quaywatch.model.PortRange;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;

/** At the right of the picture: which rows are which range, and how much of each is used. */
final class Brackets extends Pane {

    private static final double ARM = 5;
    private static final double LINE = 14.5;
    private static final double TEXT = 22;

    private final Palette palette;
    private final PortRange ephemeral;
    private final Canvas canvas = new Canvas();
    private final Map<PortClass, VBox> texts = new EnumMap<>(PortClass.class);
    private final VBox hatched;
    private Geometry geometry = Geometry.of(2, 0, 0, 1, 1);

    Brackets(Palette palette, PortRange ephemeral, Words words) {
        this.palette = palette;
        this.ephemeral = ephemeral;
        setMouseTransparent(true);
        setManaged(false);
        getChildren().add(canvas);
        for (PortClass range : PortClass.values()) {
            PortRange span = range.range();
            texts.put(range, text(words.of("ui.range", range), span));
        }
        hatched = text(words.get("ui.map.ephemeral"), ephemeral);
        hatched.getStyleClass().add("ephemeral");
        getChildren().addAll(texts.values());
        getChildren().add(hatched);
    }

    private static VBox text(String name, PortRange span) {
        return new VBox(Controls.label(name, "map-range"), Controls.label(span.first() + "–" + span.last(), "map-ruler"));
    }

    /** Adds what is told of a range. */
    void add(PortClass range, Label count) {
        Objects.requireNonNull(texts.get(range)).getChildren().add(count);
    }

    void paint(Geometry now) {
        geometry = now;
        canvas.setWidth(TEXT);
        canvas.setHeight(now.height());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setStroke(palette.color(Palette.TEXT));
        g.setLineWidth(1);
        double taken = 0;
        for (PortClass range : PortClass.values()) {
            taken = place(g, range, taken);
        }
        placeEphemeral(taken);
    }

    /** Draws one bracket and puts its text beside its middle, or below the text before; returns where the text ends. */
    private double place(GraphicsContext g, PortClass range, double taken) {
        VBox text = Objects.requireNonNull(texts.get(range));
        double from = Math.max(0, top(range.range().first()));
        double to = Math.min(geometry.height(), bottom(range.range().last()));
        boolean shown = from < to;
        text.setVisible(shown);
        if (!shown) {
            return taken;
        }
        double x = LINE - ARM;
        g.strokePolyline(new double[]{x, LINE, LINE, x}, new double[]{from + 0.5, from + 0.5, to - 0.5, to - 0.5}, 4);
        double height = lay(text);
        double y = Math.clamp((from + to - height) / 2, taken, Math.max(taken, geometry.height() - height));
        text.relocate(TEXT, Math.rint(y));
        return y + height;
    }

    private double lay(Region text) {
        text.applyCss();
        double height = text.prefHeight(-1);
        text.resize(Math.max(0, getWidth() - TEXT), height);
        return height;
    }

    /** Beside the middle of its part in the registered range, below that range's own text if they would meet. */
    private void placeEphemeral(double lowest) {
        double height = lay(hatched);
        double from = Math.max(0, top(ephemeral.first()));
        double to = Math.min(geometry.height(), bottom(ephemeral.last()));
        VBox registered = Objects.requireNonNull(texts.get(PortClass.REGISTERED));
        VBox dynamic = Objects.requireNonNull(texts.get(PortClass.DYNAMIC));
        double earliest = registered.isVisible() ? registered.getLayoutY() + registered.getHeight() + ARM : 0;
        double latest = dynamic.isVisible() ? dynamic.getLayoutY() - height - ARM : geometry.height() - height;
        boolean room = from < to && earliest <= latest && lowest > 0;
        hatched.setVisible(room);
        if (room) {
            hatched.relocate(TEXT, Math.rint(Math.clamp(from, earliest, latest)));
        }
    }

    private double top(int port) {
        return geometry.rowY(port / Geometry.SIDE);
    }

    private double bottom(int port) {
        return geometry.rowY(port / Geometry.SIDE + 1);
    }
}
