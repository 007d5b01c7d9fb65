package quaywatch.ui.charts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import quaywatch.model.History;
import quaywatch.model.Slice;
import quaywatch.text.Words;
import quaywatch.ui.plot.Plot;
import quaywatch.view.Stretch;

/** Both charts side by side. In a low window they shrink to a strip without labels. They draw only while they can be seen. */
public final class ChartsView extends HBox {

    private static final int MOST_MINUTES = 5;

    private final StateChart states;
    private final ThroughputChart throughput;
    private History waiting = History.EMPTY;

    public ChartsView(Words words, ZoneId zone) {
        states = new StateChart(words, zone);
        throughput = new ThroughputChart(words, zone);
        getStyleClass().add("charts");
        setId("charts");
        getChildren().addAll(pane(states.legend(), states.plot()), pane(throughput.legend(), throughput.plot()));
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
        plots().forEach(plot -> plot.setBare(strip));
        show(waiting);
    }

    private List<Plot> plots() {
        return List.of(states.plot(), throughput.plot());
    }

    /** Shows a history; FX thread. */
    public void show(History history) {
        waiting = history;
        if (!isVisible()) {
            return;
        }
        Stretch shown = shown(history.slices());
        states.show(history, shown);
        throughput.show(history, shown);
        for (Plot plot : plots()) {
            plot.setTime(shown.from().toEpochMilli() / 1e3, shown.to().toEpochMilli() / 1e3);
            plot.redraw();
        }
    }

    /** Whole minutes to the last look: one at first, up to five as the history grows. */
    private static Stretch shown(List<Slice> slices) {
        Instant end = slices.isEmpty() ? Instant.EPOCH.plus(Duration.ofMinutes(1)) : slices.getLast().to();
        long seconds = slices.isEmpty() ? 1 : Duration.between(slices.getFirst().from(), end).toSeconds();
        return new Stretch(end.minus(Duration.ofMinutes(Math.clamp(Math.ceilDiv(seconds, 60), 1, MOST_MINUTES))), end);
    }
}
