package quaywatch.ui.charts;

import java.util.List;
import java.util.function.ToIntFunction;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedAreaChart;
import javafx.scene.chart.XYChart;

import quaywatch.model.History;
import quaywatch.text.Words;

/** Sockets by state over five minutes, stacked. The points are made once and moved; nothing is rebuilt at a tick. */
final class StateChart {

    private record Layer(String name, ToIntFunction<History.Point> value) {}

    private static final List<Layer> LAYERS = List.of(new Layer("established", History.Point::established),
            new Layer("listening", History.Point::listening),
            new Layer("waiting", History.Point::waiting), new Layer("other", History.Point::other));

    private final NumberAxis time = Axes.time();
    private final NumberAxis count = new NumberAxis(0, 10, 5);
    private final StackedAreaChart<Number, Number> chart = new StackedAreaChart<>(time, count);
    private final Legend legend;

    StateChart(Words words) {
        legend = new Legend(words.get("ui.chart.states"), LAYERS.stream().map(Layer::name).toList(), words);
        Axes.quiet(chart, "state-chart", words.get("ui.chart.states"));
        count.setAutoRanging(false);
        count.setMinorTickVisible(false);
        for (Layer layer : LAYERS) {
            XYChart.Series<Number, Number> series = Axes.series();
            chart.getData().add(series);
            Axes.style(series, layer.name());
        }
    }

    StackedAreaChart<Number, Number> node() {
        return chart;
    }

    Legend legend() {
        return legend;
    }

    void show(History history) {
        List<History.Point> points = history.points();
        Axes.grow(time, points);
        int highest = 0;
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            ToIntFunction<History.Point> value = LAYERS.get(layer).value();
            Axes.move(chart.getData().get(layer), points, point -> value.applyAsInt(point));
            legend.set(LAYERS.get(layer).name(), points.isEmpty() ? "0" : String.valueOf(value.applyAsInt(points.getLast())));
        }
        for (History.Point point : points) {
            highest = Math.max(highest, point.established() + point.listening() + point.waiting() + point.other());
        }
        Axes.range(count, 0, Axes.ceiling(highest));
    }
}
