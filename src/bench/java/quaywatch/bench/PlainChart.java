package quaywatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedAreaChart;
import javafx.scene.chart.XYChart;
import javafx.stage.Stage;

/** The yardstick: a stacked area chart of the toolkit with as many layers and points as one plot of ours, each value set anew. */
final class PlainChart implements AutoCloseable {

    private static final int LAYERS = 6;
    private static final int POINTS = 300;

    private final Random random = new Random(3);
    private final List<XYChart.Data<Number, Number>> values = new ArrayList<>();
    private final Stage stage = new Stage();
    private final FxMeter meter;

    /** FX thread. */
    PlainChart() {
        StackedAreaChart<Number, Number> chart = new StackedAreaChart<>(new NumberAxis(0, POINTS, 60), new NumberAxis(0, 600, 100));
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        for (int layer = 0; layer < LAYERS; layer++) {
            XYChart.Series<Number, Number> series = new XYChart.Series<>();
            for (int point = 0; point < POINTS; point++) {
                XYChart.Data<Number, Number> value = new XYChart.Data<>(point, random.nextInt(100));
                series.getData().add(value);
                values.add(value);
            }
            chart.getData().add(series);
        }
        Scene scene = new Scene(chart, 700, 300);
        meter = new FxMeter(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** Sets all values; processor and wall time of the FX thread in milliseconds. Not the FX thread. */
    double[] tick() throws Exception {
        CompletableFuture<double[]> done = new CompletableFuture<>();
        Platform.runLater(() -> meter.measure(() -> values.forEach(value -> value.setYValue(random.nextInt(100))), done));
        return done.get(60, TimeUnit.SECONDS);
    }

    /** FX thread. */
    @Override
    public void close() {
        stage.hide();
    }
}
