package quaywatch.ui.charts;

import java.time.ZoneId;
import java.util.List;

import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.text.Words;
import quaywatch.ui.plot.Points;
import quaywatch.ui.plot.StackPlot;
import quaywatch.view.Figures;
import quaywatch.view.Stretch;

/** Sockets by state over the last minutes, stacked. */
final class StateChart {

    private record Layer(String name, Gauge gauge, String color) {}

    private static final List<Layer> LAYERS = List.of(new Layer("established", Gauge.ESTABLISHED, "-qw-plot-open"),
            new Layer("listening", Gauge.LISTENING, "-qw-plot-listen"),
            new Layer("waiting", Gauge.WAITING, "-qw-plot-wait"), new Layer("other", Gauge.OTHER, "-qw-plot-rest"));

    private final StackPlot plot;
    private final Legend legend;

    StateChart(Words words, ZoneId zone) {
        legend = new Legend(words.get("ui.chart.states"), LAYERS.stream().map(Layer::name).toList(), words.get("ui.chart.states.brief"),
                words);
        List<String> colors = LAYERS.stream().map(Layer::color).toList();
        plot = new StackPlot(
                new StackPlot.Kind("state-chart", words.get("ui.chart.states"), words.get("ui.activity.now"), LAYERS.size(), 10,
                        value -> Figures.count(Math.round(value))),
                zone, colors, colors);
    }

    StackPlot plot() {
        return plot;
    }

    Legend legend() {
        return legend;
    }

    void show(History history, Stretch shown) {
        Points.fill(history.slices(), shown, (slice, place) -> {
            for (int layer = 0; layer < LAYERS.size(); layer++) {
                plot.track().set(place, layer, slice.mean(LAYERS.get(layer).gauge()), 0);
            }
        }, plot.track());
        for (Layer layer : LAYERS) {
            legend.set(layer.name(), history.slices().isEmpty()
                    ? "0"
                    : String.valueOf(Math.round(history.slices().getLast().mean(layer.gauge()))));
        }
    }
}
