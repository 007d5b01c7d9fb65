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
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().add(canvas);
        colors = new ThemeColors(this, this::paint, "-qw-bar", "-qw-hatch", "-qw-exp-here", "-qw-exp-address", "-qw-exp-every",
                "-qw-exp-namespace");
        widthProperty().addListener((_, _, width) -> {
            canvas.setWidth(width.doubleValue());
            paint();
        });
    }

    void show(List<RangeStrip.Mark> newMarks) {
        if (!marks.equals(newMarks)) {
            marks = newMarks;
            paint();
        }
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double top = (HEIGHT - BAND) / 2;
        g.clearRect(0, 0, width, HEIGHT);
        g.setFill(colors.get("-qw-bar"));
        g.fillRoundRect(0, top, width, BAND, 4, 4);
        hatch(g, top);
        for (RangeStrip.Mark mark : marks) {
            boolean open = mark.exposure() == Exposure.EVERY_INTERFACE;
            g.setFill(color(mark.exposure()));
            double x = Math.round(Math.min(place(mark.port()), width - 3));
            g.fillRect(x, open ? 0 : top + 2, 3, open ? HEIGHT : BAND - 4);
        }
    }

    private void hatch(GraphicsContext g, double top) {
        int first = Math.max(range.first(), ephemeral.first());
        int last = Math.min(range.last(), ephemeral.last());
        if (first > last) {
            return;
        }
        double from = place(first);
        double to = place(last);
        g.save();
        g.beginPath();
        g.rect(from, top, to - from, BAND);
        g.clip();
        g.setStroke(colors.get("-qw-hatch"));
        g.setLineWidth(1);
        for (double x = from - BAND; x < to; x += HATCH) {
            g.strokeLine(x, top + BAND, x + BAND, top);
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
