package quaywatch.ui.charts;

import java.util.List;
import javafx.scene.chart.AreaChart;
import javafx.scene.chart.NumberAxis;
import javafx.util.StringConverter;

import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.Slice;
import quaywatch.text.Quantity;
import quaywatch.text.Words;

/** Bytes a second over all interfaces but loopback: in above the axis, out below it. */
final class ThroughputChart {

    private final NumberAxis time = Axes.time();
    private final NumberAxis rate = new NumberAxis(-1000, 1000, 1000);
    private final AreaChart<Number, Number> chart = new AreaChart<>(time, rate);
    private final Legend legend;

    ThroughputChart(Words words) {
        legend = new Legend(words.get("ui.chart.throughput"), List.of("in", "out"), words);
        Axes.quiet(chart, "throughput-chart", words.get("ui.chart.throughput"));
        rate.setAutoRanging(false);
        rate.setMinorTickVisible(false);
        rate.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number value) {
                return Quantity.bytes(Math.abs(value.doubleValue()));
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException("an axis is not typed into");
            }
        });
        chart.getData().add(Axes.series());
        chart.getData().add(Axes.series());
        Axes.style(chart.getData().get(0), "in");
        Axes.style(chart.getData().get(1), "out");
    }

    AreaChart<Number, Number> node() {
        return chart;
    }

    Legend legend() {
        return legend;
    }

    void show(History history) {
        List<Slice> points = Axes.shown(history);
        Axes.move(chart.getData().get(0), points, point -> known(point.mean(Gauge.INTERFACE_IN)));
        Axes.move(chart.getData().get(1), points, point -> -known(point.mean(Gauge.INTERFACE_OUT)));
        Axes.grow(time, points);
        double highest = 1000;
        for (Slice point : points) {
            highest = Math.max(highest, Math.max(known(point.mean(Gauge.INTERFACE_IN)), known(point.mean(Gauge.INTERFACE_OUT))));
        }
        double top = Axes.ceiling(highest);
        Axes.range(rate, -top, top);
        Slice last = points.isEmpty() ? null : points.getLast();
        legend.set("in",
                last == null || Double.isNaN(last.mean(Gauge.INTERFACE_IN))
                        ? legend.notKnown()
                        : Quantity.bytes(last.mean(Gauge.INTERFACE_IN)) + "/s");
        legend.set("out",
                last == null || Double.isNaN(last.mean(Gauge.INTERFACE_OUT))
                        ? legend.notKnown()
                        : Quantity.bytes(last.mean(Gauge.INTERFACE_OUT)) + "/s");
    }

    private static double known(double rate) {
        return Double.isNaN(rate) ? 0 : rate;
    }
}
