package quaywatch.ui.plot;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.canvas.GraphicsContext;

/**
 * Layers over each other, mirrored about the axis where there is something on both sides. Where points stand for several looks a thin line shows
 * the most that one of them had.
 */
public final class StackPlot extends Plot {

    private static final double FILLED = 0.88;
    private static final double EDGE = 0.8;

    private final DoubleFunction<String> label;
    private final double least;
    private final Track track;
    private final Track peaks = new Track(1);
    private List<String> above;
    private List<String> below;
    private double[] xs = new double[0];
    private double[] ys = new double[0];
    private double[] floor = new double[0];

    /**
     * What a plot of layers is.
     *
     * @param id      of the node
     * @param name    what it shows
     * @param now     the word at the right end of the time
     * @param layers  how many
     * @param least   the smallest value that the whole height stands for
     * @param label   puts a value into words
     */
    public record Kind(String id, String name, String now, int layers, double least, DoubleFunction<String> label) {}

    /**
     * @param palette  every colour it may be told to use
     * @param first    the colours of the layers, the one at the axis first
     */
    public StackPlot(Kind kind, ZoneId zone, List<String> palette, List<String> first) {
        super(kind.id(), kind.name(), zone, kind.now(), palette.toArray(String[]::new));
        track = new Track(kind.layers());
        label = kind.label();
        least = kind.least();
        above = List.copyOf(first);
        below = above;
    }

    /** The layers, to be filled anew. */
    public Track track() {
        return track;
    }

    /** The most that one look had at each point, in one layer; without points none is shown. */
    public Track peaks() {
        return peaks;
    }

    /** The colours of the layers above and below the axis, the one at the axis first. */
    public void setColors(List<String> newAbove, List<String> newBelow) {
        above = List.copyOf(newAbove);
        below = List.copyOf(newBelow);
    }

    @Override
    Scale scale(double begin, double end) {
        double up = Math.max(track.highest(true, begin, end), peaks.highest(true, begin, end));
        double down = Math.max(track.highest(false, begin, end), peaks.highest(false, begin, end));
        return Scale.of(up, down, least);
    }

    @Override
    String label(double value) {
        return label.apply(Math.abs(value));
    }

    @Override
    void data(GraphicsContext g, Ground area, Scale scale) {
        int size = track.size();
        int room = 2 * Math.max(size, peaks.size());
        if (xs.length < room) {
            xs = new double[2 * room];
            ys = new double[2 * room];
            floor = new double[2 * room];
        }
        for (boolean up : new boolean[]{true, false}) {
            Arrays.fill(floor, 0, size, 0);
            List<String> colors = up ? above : below;
            for (int layer = 0; layer < track.layers(); layer++) {
                layer(g, area, scale, up, layer, colors.get(layer));
            }
            peak(g, area, scale, up);
        }
    }

    private void layer(GraphicsContext g, Ground area, Scale scale, boolean up, int layer, String color) {
        int size = track.size();
        boolean any = false;
        for (int i = 0; i < size; i++) {
            double value = track.value(up, layer, i);
            any |= value > 0;
            int back = 2 * size - 1 - i;
            xs[i] = area.x(track.at(i));
            xs[back] = xs[i];
            ys[back] = scale.y(up ? floor[i] : -floor[i], area.height());
            floor[i] += value;
            ys[i] = scale.y(up ? floor[i] : -floor[i], area.height());
        }
        if (any) {
            double alpha = g.getGlobalAlpha();
            g.setGlobalAlpha(alpha * FILLED);
            g.setFill(color(color));
            g.fillPolygon(xs, ys, 2 * size);
            g.setGlobalAlpha(alpha);
            g.setStroke(color("-color-bg-default"));
            g.setLineWidth(EDGE);
            g.strokePolyline(xs, ys, size);
        }
    }

    private void peak(GraphicsContext g, Ground area, Scale scale, boolean up) {
        for (int i = 0; i < peaks.size(); i++) {
            xs[i] = area.x(peaks.at(i));
            ys[i] = scale.y(up ? peaks.value(true, 0, i) : -peaks.value(false, 0, i), area.height());
        }
        g.setStroke(color("-qw-faint"));
        g.setLineWidth(EDGE);
        g.strokePolyline(xs, ys, peaks.size());
    }
}
