package quaywatch.ui.activity;

import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Gauge;
import quaywatch.model.Slice;
import quaywatch.text.Words;
import quaywatch.ui.plot.Points;
import quaywatch.ui.plot.StackPlot;
import quaywatch.view.Figures;
import quaywatch.view.Stretch;
import quaywatch.view.Wording;

/** How many sockets were in which kind of state. */
final class StatesPane extends VBox {

    private static final List<Gauge> GAUGES = List.of(Gauge.ESTABLISHED, Gauge.LISTENING, Gauge.WAITING, Gauge.OTHER);
    private static final List<String> COLORS = List.of("-qw-plot-open", "-qw-plot-listen", "-qw-plot-wait", "-qw-plot-rest");

    private final Words words;
    private final Legend legend;
    private final StackPlot plot;

    StatesPane(Wording wording) {
        words = wording.words();
        legend = new Legend(words.get("ui.chart.states"), "square", "square", "square", "square");
        plot = new StackPlot(new StackPlot.Kind("activity-states", words.get("ui.chart.states"), words.get("ui.activity.now"),
                GAUGES.size(), 10, value -> Figures.count(Math.round(value))), wording.zone(), COLORS, COLORS);
        getStyleClass().add("activity-pane");
        getChildren().addAll(legend, plot);
        VBox.setVgrow(plot, Priority.ALWAYS);
    }

    StackPlot plot() {
        return plot;
    }

    void show(List<Slice> slices, @Nullable Slice last, Stretch shown) {
        boolean coarse = shown.length().compareTo(Span.FIVE_MINUTES.length()) > 0;
        Points.fill(slices, shown, (slice, place) -> {
            double most = 0;
            for (int layer = 0; layer < GAUGES.size(); layer++) {
                plot.track().set(place, layer, slice.mean(GAUGES.get(layer)), 0);
                most += slice.most(GAUGES.get(layer));
            }
            plot.peaks().set(place, 0, most, 0);
        }, plot.track(), plot.peaks());
        if (!coarse) {
            plot.peaks().begin();
        }
        for (int layer = 0; layer < GAUGES.size(); layer++) {
            String figure = last == null ? "" : Figures.count(Math.round(last.mean(GAUGES.get(layer))));
            legend.item(layer).set(COLORS.get(layer), name(GAUGES.get(layer)), figure);
        }
        plot.setAccessibleText(last == null ? words.get("ui.chart.states") : words.get("ui.chart.states") + ": " + told(last));
    }

    /** {@code ESTABLISHED 131, LISTEN 20, TIME_WAIT 17, Other 5}. */
    String told(Slice slice) {
        return String.join(", ", GAUGES.stream().map(gauge -> name(gauge) + " " + Figures.count(Math.round(slice.mean(gauge)))).toList());
    }

    private String name(Gauge gauge) {
        return words.of("ui.activity.state", gauge);
    }
}
