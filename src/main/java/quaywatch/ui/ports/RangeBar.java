package quaywatch.ui.ports;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

import quaywatch.model.Exposure;
import quaywatch.model.PortRange;
import quaywatch.ui.kit.ThemeColors;
import quaywatch.view.RangeStrip;

/**
 * Where in a range the held ports lie, linear in the port number. A tick over the full height is open to every interface, a low one is not;
 * the hatched part is the kernel's ephemeral range.
 */
final class RangeBar extends Pane {

    private static final double HEIGHT = 18;
    private static final double BAND = 13;
    private static final double HATCH = 6;

    private final PortRange range;
    private final PortRange ephemeral;
    private final Canvas canvas = new Canvas(0, HEIGHT);
    private final ThemeColors colors;
    private List<RangeStrip.Mark> marks = List.of();

    RangeBar(PortRange range, PortRange ephemeral) {
        this.range = range;
        this.ephemeral = ephemeral;
        getStyleClass().add("range-bar");
        getChildren().add(canvas);
        colors = new ThemeColors(this, this::paint, "-qw-bar", "-qw-hatch", "-qw-exp-here", "-qw-exp-address", "-qw-exp-every",
                "-qw-exp-namespace");
        widthProperty().addListener((_, _, width) -> {
            canvas.setWidth(width.doubleValue());
            paint();
        });
        heightProperty().addListener((_, _, height) -> {
            canvas.setHeight(height.doubleValue());
            paint();
        });
    }

    void show(List<RangeStrip.Mark> newMarks) {
        if (!marks.equals(newMarks)) {
            marks = newMarks;
            paint();
        }
    }

    /** The figures of the design are for a bar of {@link #HEIGHT}; the style sheets say how high it is now. */
    private double px(double figure) {
        return Math.max(1, Math.rint(figure * canvas.getHeight() / HEIGHT));
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        double band = px(BAND);
        double top = Math.floor((height - band) / 2);
        g.clearRect(0, 0, width, height);
        g.setFill(colors.get("-qw-bar"));
        g.fillRoundRect(0, top, width, band, px(4), px(4));
        hatch(g, top, band);
        double tick = px(3);
        for (RangeStrip.Mark mark : marks) {
            boolean open = mark.exposure() == Exposure.EVERY_INTERFACE;
            g.setFill(color(mark.exposure()));
            double x = Math.round(Math.min(place(mark.port()), width - tick));
            g.fillRect(x, open ? 0 : top + px(2), tick, open ? height : band - 2 * px(2));
        }
    }

    private void hatch(GraphicsContext g, double top, double band) {
        int first = Math.max(range.first(), ephemeral.first());
        int last = Math.min(range.last(), ephemeral.last());
        if (first > last) {
            return;
        }
        double from = place(first);
        double to = place(last);
        g.save();
        g.beginPath();
        g.rect(from, top, to - from, band);
        g.clip();
        g.setStroke(colors.get("-qw-hatch"));
        g.setLineWidth(px(1));
        for (double x = from - band; x < to; x += px(HATCH)) {
            g.strokeLine(x, top + band, x + band, top);
        }
        g.restore();
    }

    private double place(int port) {
        return (double) (port - range.first()) / range.size() * canvas.getWidth();
    }

    private Color color(Exposure exposure) {
        return colors.get(switch (exposure) {
            case THIS_MACHINE -> "-qw-exp-here";
            case ONE_ADDRESS -> "-qw-exp-address";
            case EVERY_INTERFACE -> "-qw-exp-every";
            case NAMESPACE -> "-qw-exp-namespace";
        });
    }
}
