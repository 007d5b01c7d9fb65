package quaywatch.ui.charts;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedAreaChart;
import javafx.scene.chart.XYChart;

import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.Slice;
import quaywatch.text.Words;

/** Sockets by state over five minutes, stacked. The points are made once and moved; nothing is rebuilt at a tick. */
final class StateChart {

    private record Layer(String name, ToDoubleFunction<Slice> value) {}

    private static final List<Layer> LAYERS = List.of(new Layer("established", slice -> slice.mean(Gauge.ESTABLISHED)),
            new Layer("listening", slice -> slice.mean(Gauge.LISTENING)),
            new Layer("waiting", slice -> slice.mean(Gauge.WAITING)), new Layer("other", slice -> slice.mean(Gauge.OTHER)));

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
        List<Slice> points = Axes.shown(history);
        Axes.grow(time, points);
        double highest = 0;
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            ToDoubleFunction<Slice> value = LAYERS.get(layer).value();
            Axes.move(chart.getData().get(layer), points, value);
            legend.set(LAYERS.get(layer).name(),
                    points.isEmpty() ? "0" : String.valueOf(Math.round(value.applyAsDouble(points.getLast()))));
        }
        for (Slice slice : points) {
            highest = Math.max(highest, LAYERS.stream().mapToDouble(layer -> layer.value().applyAsDouble(slice)).sum());
        }
        Axes.range(count, 0, Axes.ceiling(highest));
    }
}
