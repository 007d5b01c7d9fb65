package quaywatch.ui.charts;

import java.time.ZoneId;
import java.util.List;

import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.text.Quantity;
import quaywatch.text.Words;
import quaywatch.ui.plot.Points;
import quaywatch.ui.plot.StackPlot;
import quaywatch.view.Stretch;

/** Bytes a second over all interfaces but loopback: in above the axis, out below it. */
final class ThroughputChart {

    private static final List<String> IN = List.of("-qw-in");
    private static final List<String> OUT = List.of("-qw-out");

    private final StackPlot plot;
    private final Legend legend;

    ThroughputChart(Words words, ZoneId zone) {
        legend = new Legend(words.get("ui.chart.throughput"), List.of("in", "out"), words.get("ui.chart.throughput.brief"), words);
        plot = new StackPlot(
                new StackPlot.Kind("throughput-chart", words.get("ui.chart.throughput"), words.get("ui.activity.now"), 1, 1_000,
                        Quantity::round),
                zone, List.of("-qw-in", "-qw-out"), IN);
        plot.setColors(IN, OUT);
    }

    StackPlot plot() {
        return plot;
    }

    Legend legend() {
        return legend;
    }

    void show(History history, Stretch shown) {
        Points.fill(history.slices(), shown, (slice, place) -> plot.track().set(place, 0, known(slice.mean(Gauge.INTERFACE_IN)),
                known(slice.mean(Gauge.INTERFACE_OUT))), plot.track());
        legend.set("in", last(history, Gauge.INTERFACE_IN));
        legend.set("out", last(history, Gauge.INTERFACE_OUT));
    }

    private String last(History history, Gauge gauge) {
        double rate = history.slices().isEmpty() ? Double.NaN : history.slices().getLast().mean(gauge);
        return Double.isNaN(rate) ? legend.notKnown() : Quantity.bytes(rate) + "/s";
    }

    private static double known(double rate) {
        return Double.isNaN(rate) ? 0 : rate;
    }
}
