package quaywatch.ui.plot;

import java.time.ZoneId;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

import quaywatch.view.Figures;

/** Bars above and below the axis, and marks at its foot where something happened. */
public final class BarPlot extends Plot {

    private static final double MARK = 8;

    private final String above;
    private final String below;
    private final String mark;
    /** The bars; the time of a point is the middle of its bar. */
    private final Track bars = new Track(1);
    private final Track marks = new Track(1);
    private double length = 1;

    /**
     * @param id      of the node
     * @param name    what it shows
     * @param now     the word at the right end of the time
     * @param colors  of bars above, of bars below, and of marks
     */
    public BarPlot(String id, String name, ZoneId zone, String now, List<String> colors) {
        super(id, name, zone, now, colors.toArray(String[]::new));
        above = colors.get(0);
        below = colors.get(1);
        mark = colors.get(2);
    }

    /** The bars, to be filled anew. */
    public Track bars() {
        return bars;
    }

    /** The marks, to be filled anew; only their times count. */
    public Track marks() {
        return marks;
    }

    /** How many seconds a bar stands for. */
    public void setLength(double seconds) {
        length = seconds;
    }

    @Override
    Scale scale(double begin, double end) {
        return Scale.even(Math.max(bars.highest(true, begin, end), bars.highest(false, begin, end)), 5);
    }

    @Override
    String label(double value) {
        return (value > 0 ? "+" : "") + Figures.count(Math.round(value));
    }

    @Override
    void data(GraphicsContext g, Ground area, Scale scale) {
        double width = length / (area.to() - area.from()) * area.width();
        double bar = Math.max(1, Math.floor(width - Math.max(1, width / 4)));
        double axis = Math.rint(scale.y(0, area.height()));
        for (int i = 0; i < bars.size(); i++) {
            double x = Math.rint(area.x(bars.at(i)) - bar / 2);
            bar(g, above, x, scale.y(bars.value(true, 0, i), area.height()), bar, axis);
            bar(g, below, x, axis, bar, scale.y(-bars.value(false, 0, i), area.height()));
        }
        g.setFill(color(mark));
        double half = px(MARK) / 2;
        for (int i = 0; i < marks.size(); i++) {
            double x = area.x(marks.at(i));
            g.fillPolygon(new double[]{x - half, x, x + half},
                    new double[]{area.height() - 1, area.height() - px(MARK), area.height() - 1}, 3);
        }
    }

    private void bar(GraphicsContext g, String color, double x, double top, double width, double bottom) {
        if (bottom > top) {
            g.setFill(color(color));
            // What is there is seen, however small beside the rest.
            double height = Math.max(1, Math.rint(bottom - top));
            g.fillRect(x, color.equals(above) ? bottom - height : top, width, height);
        }
    }
}
