package quaywatch.ui.charts;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import quaywatch.model.History;
import quaywatch.text.Words;

/** Both charts side by side. In a low window they shrink to a strip without axes. They draw only while they can be seen. */
public final class ChartsView extends HBox {

    private final StateChart states;
    private final ThroughputChart throughput;
    private History waiting = History.EMPTY;

    public ChartsView(Words words) {
        states = new StateChart(words);
        throughput = new ThroughputChart(words);
        getStyleClass().add("charts");
        setId("charts");
        getChildren().addAll(pane(states.legend(), states.node()), pane(throughput.legend(), throughput.node()));
        setStrip(true);
    }

    private static VBox pane(Region head, Region chart) {
        VBox pane = new VBox(head, chart);
        VBox.setVgrow(chart, Priority.ALWAYS);
        HBox.setHgrow(pane, Priority.ALWAYS);
        pane.getStyleClass().add("chart-pane");
        pane.setMinWidth(0);
        return pane;
    }

    /** Whether there is room for a strip only. */
    public void setStrip(boolean strip) {
        getStyleClass().remove("strip-charts");
        if (strip) {
            getStyleClass().add("strip-charts");
        }
        for (javafx.scene.chart.XYChart<Number, Number> chart : java.util.List.of(states.node(), throughput.node())) {
            chart.getXAxis().setVisible(!strip);
            chart.getXAxis().setTickLabelsVisible(!strip);
            chart.getYAxis().setTickLabelsVisible(!strip);
            chart.setHorizontalGridLinesVisible(!strip);
        }
        show(waiting);
    }

    /** Shows a history; FX thread. */
    public void show(History history) {
        waiting = history;
        if (isVisible()) {
            states.show(history);
            throughput.show(history);
        }
    }
}
