package quaywatch.ui.activity;

import java.time.Instant;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import quaywatch.model.Gauge;
import quaywatch.model.History;
import quaywatch.model.Slice;
import quaywatch.text.Words;
import quaywatch.ui.plot.BarPlot;
import quaywatch.ui.plot.Points;
import quaywatch.ui.plot.Track;
import quaywatch.view.Figures;
import quaywatch.view.Stretch;
import quaywatch.view.Wording;

/** How many sockets were opened and closed a second, and when segments were sent again. */
final class TurnoverPane extends VBox {

    private static final List<String> COLORS = List.of("-qw-st-open", "-qw-st-stuck", "-qw-st-closing");
    /** So many bars a plot has at most. */
    private static final int BARS = 100;

    private final Words words;
    private final BarPlot plot;

    TurnoverPane(Wording wording) {
        words = wording.words();
        Legend legend = new Legend(words.get("ui.activity.turnover"), "square", "square", "triangle");
        legend.item(0).set(COLORS.get(0), words.get("ui.activity.opened"), "");
        legend.item(1).set(COLORS.get(1), words.get("ui.activity.closed"), "");
        legend.item(2).set(COLORS.get(2), words.get("ui.activity.resent"), "");
        plot = new BarPlot("activity-turnover", words.get("ui.activity.turnover"), wording.zone(), words.get("ui.activity.now"), COLORS);
        getStyleClass().add("activity-pane");
        getChildren().addAll(legend, plot);
        VBox.setVgrow(plot, Priority.ALWAYS);
    }

    BarPlot plot() {
        return plot;
    }

    /** Puts together what lies in one bar: so many seconds, counted from a fixed moment, so that a bar keeps what it holds while it moves. */
    void show(History history, Stretch shown) {
        long length = Math.max(1, Math.ceilDiv(shown.length().toSeconds(), BARS));
        plot.setLength(length);
        Track bars = plot.bars();
        bars.begin();
        plot.marks().begin();
        long bar = Long.MIN_VALUE;
        int place = 0;
        double opened = 0;
        double closed = 0;
        for (Slice slice : history.slices()) {
            if (slice.to().isAfter(shown.from()) && slice.from().isBefore(shown.to())) {
                long own = Math.floorDiv(middle(slice).getEpochSecond(), length);
                if (own != bar) {
                    bar = own;
                    place = bars.point((own + 0.5) * length);
                    opened = 0;
                    closed = 0;
                }
                opened += slice.amount(Gauge.OPENED);
                closed += slice.amount(Gauge.CLOSED);
                bars.set(place, 0, opened / Math.max(length, slice.seconds()), closed / Math.max(length, slice.seconds()));
                if (slice.amount(Gauge.RESENT) > 0) {
                    plot.marks().point(Points.seconds(middle(slice)));
                }
            }
        }
        plot.setAccessibleText(history.slices().isEmpty()
                ? words.get("ui.activity.turnover")
                : words.get("ui.activity.turnover") + ": " + told(history.slices().getLast()));
    }

    private static Instant middle(Slice slice) {
        return slice.from().plusNanos((long) (slice.seconds() * 5e8));
    }

    /** {@code 3 opened, 2 closed, 0 sent again}. */
    String told(Slice slice) {
        return words.get("ui.activity.told.turnover", Figures.count(Math.round(slice.amount(Gauge.OPENED))),
                Figures.count(Math.round(slice.amount(Gauge.CLOSED))), Figures.count(Math.round(slice.amount(Gauge.RESENT))));
    }
}
