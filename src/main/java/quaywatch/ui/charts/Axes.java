package quaywatch.ui.charts;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.chart.AreaChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedAreaChart;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;

import quaywatch.model.History;
import quaywatch.model.Slice;

/** What both charts share: five minutes to now, a fixed set of points, ranges set by hand, no animation. */
final class Axes {

    /** Seconds shown. */
    static final int SPAN = 300;
    /** One point for every two seconds is as fine as the widest chart can show. */
    static final int POINTS = 151;

    private Axes() {}

    /** The slices of the last minutes. */
    static List<Slice> shown(History history) {
        List<Slice> slices = history.slices();
        return slices.stream().filter(slice -> Duration.between(slice.to(), slices.getLast().to()).toSeconds() <= SPAN).toList();
    }

    static NumberAxis time() {
        NumberAxis time = new NumberAxis(-SPAN, 0, 60);
        time.setAutoRanging(false);
        time.setMinorTickVisible(false);
        time.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number seconds) {
                return seconds.intValue() == 0 ? "0" : seconds.intValue() / 60 + " min";
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException("an axis is not typed into");
            }
        });
        return time;
    }

    /** Shows whole minutes: one at first, up to five as the history grows. */
    static void grow(NumberAxis time, List<Slice> points) {
        double oldest = points.isEmpty() ? 0 : age(points, 0);
        double span = Math.clamp(60 * Math.ceil(oldest / 60), 60, SPAN);
        if (time.getLowerBound() != -span) {
            time.setLowerBound(-span);
        }
    }

    static void quiet(XYChart<Number, Number> chart, String id, String name) {
        chart.setId(id);
        chart.setAnimated(false);
        chart.getXAxis().setAnimated(false);
        chart.getYAxis().setAnimated(false);
        chart.setLegendVisible(false);
        chart.setVerticalGridLinesVisible(false);
        chart.setMinHeight(0);
        chart.setMinWidth(0);
        chart.setAccessibleText(name);
        switch (chart) {
            case StackedAreaChart<Number, Number> stacked -> stacked.setCreateSymbols(false);
            case AreaChart<Number, Number> area -> area.setCreateSymbols(false);
            default -> throw new IllegalArgumentException("an area chart");
        }
    }

    static XYChart.Series<Number, Number> series() {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        for (int i = 0; i < POINTS; i++) {
            series.getData().add(new XYChart.Data<>(-SPAN + 2 * i, 0));
        }
        return series;
    }

    static void style(XYChart.Series<Number, Number> series, String name) {
        series.getNode().getStyleClass().add("series-" + name);
    }

    /** Moves the points of a series: the value at each two seconds back from the newest point; 0 before the first. */
    static void move(XYChart.Series<Number, Number> series, List<Slice> points, ToDoubleFunction<Slice> value) {
        int source = points.size() - 1;
        for (int i = POINTS - 1; i >= 0; i--) {
            double secondsBack = SPAN - 2.0 * i;
            while (source >= 0 && age(points, source) < secondsBack - 1e-3) {
                source--;
            }
            int nearest = Math.min(points.size() - 1, source + (source >= 0 && age(points, source) - secondsBack <= 2.5 ? 0 : 1));
            boolean covered = nearest >= 0 && age(points, 0) >= secondsBack - 2.5;
            double shown = covered ? value.applyAsDouble(points.get(nearest)) : 0;
            XYChart.Data<Number, Number> point = series.getData().get(i);
            if (point.getYValue().doubleValue() != shown) {
                point.setYValue(shown);
            }
        }
    }

    private static double age(List<Slice> points, int index) {
        return Duration.between(points.get(index).to(), points.getLast().to()).toMillis() / 1000.0;
    }

    /** The next round number: 1, 2 or 5 times a power of ten. */
    static double ceiling(double highest) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, highest))));
        for (double step : new double[]{1, 2, 5, 10}) {
            if (highest <= step * power) {
                return Math.max(step * power, 4);
            }
        }
        return 10 * power;
    }

    static void range(NumberAxis axis, double low, double high) {
        if (axis.getLowerBound() != low || axis.getUpperBound() != high) {
            axis.setLowerBound(low);
            axis.setUpperBound(high);
            axis.setTickUnit(low < 0 ? high : high / 2);
        }
    }
}
