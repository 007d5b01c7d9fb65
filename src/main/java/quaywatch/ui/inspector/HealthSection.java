package quaywatch.ui.inspector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import quaywatch.model.Snapshot;
import quaywatch.model.SocketState;
import quaywatch.model.Trace;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.plot.SparkLabel;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Entry;
import quaywatch.view.FlowText;
import quaywatch.view.Health;
import quaywatch.view.SocketLine;
import quaywatch.view.Trend;

/** How a socket or a process fares: the last minute drawn, figures, and in words what is wrong. */
final class HealthSection extends Section {

    private final Words words;
    private final Curve rate;
    private final Curve trip;
    private final HBox curves;
    private final VBox figures = new VBox();
    private final VBox ills = new VBox();
    private final Label lack = prose("fact-value", "fact-prose", "lack");
    private @Nullable Health shown;

    HealthSection(Words words) {
        super("inspector-health", words.get("ui.inspector.health"), Controls.label(words.get("ui.inspector.minute"), "secondary"));
        this.words = words;
        rate = new Curve(words.get("ui.inspector.rate"), new SparkLabel(true, "spark-in"));
        trip = new Curve(words.get("ui.inspector.trip"), new SparkLabel(false, "spark-rtt"));
        curves = new HBox(rate, trip);
        curves.getStyleClass().add("curves");
        ills.getStyleClass().add("ills");
        add(curves, figures, lack, ills);
    }

    /** One value and its last minute. */
    private static final class Curve extends VBox {

        private static final double HIGHEST = 0.92;

        private final Label value = Controls.whole(Controls.label("", "fact-value"));
        private final SparkLabel spark;

        Curve(String name, SparkLabel spark) {
            this.spark = spark;
            HBox head = new HBox(Controls.shrinking(Controls.label(name, "fact-name")), Controls.spacer(), value);
            head.setAlignment(Pos.BASELINE_LEFT);
            getChildren().addAll(head, spark);
            HBox.setHgrow(this, Priority.ALWAYS);
            spark.setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(0);
            setMinWidth(0);
        }

        /** Alone it has no other to be compared with, so it fills its height. */
        void show(String text, Trend trend, Trace trace, Snapshot snapshot, String said) {
            value.setText(text);
            spark.show(parts -> {
                long[] values = trend.values(trace, snapshot.taken(), parts);
                double most = Math.max(1, Arrays.stream(values).max().orElse(0)) / HIGHEST;
                return Arrays.stream(values).mapToDouble(each -> each / most).toArray();
            });
            spark.setAccessibleText(said);
        }
    }

    /**
     * Shows what is so now.
     *
     * @param trace  its last minute; null where nothing is counted
     */
    void show(Entry line, Health health, @Nullable Trace trace, Snapshot snapshot) {
        curves(line, trace, snapshot);
        if (health.equals(shown)) {
            return;
        }
        shown = health;
        lack.setText(health.lack());
        Controls.show(lack, !health.lack().isEmpty());
        figures(health.figures());
        List<Node> sentences = new ArrayList<>();
        health.ills().forEach(ill -> sentences.add(ill(ill)));
        String well = sentences.isEmpty() ? well(line) : "";
        if (!well.isEmpty()) {
            Label text = prose("fact-prose", "muted");
            text.setText(well);
            sentences.add(text);
        }
        ills.getChildren().setAll(sentences);
    }

    /** What is measured and found well; empty where nothing is. */
    private String well(Entry line) {
        if (line.isClosed() || !(line instanceof SocketLine)) {
            return "";
        }
        if (line.row().socket().state() == SocketState.LISTEN) {
            return words.get("ui.inspector.well.listener");
        }
        return line.row().socket().tcp() == null ? "" : words.get("ui.inspector.well");
    }

    private void curves(Entry line, @Nullable Trace trace, Snapshot snapshot) {
        Controls.show(curves, trace != null);
        if (trace == null) {
            return;
        }
        String now = line.rates() == null
                ? words.get("view.notApplicable")
                : FlowText.rate(line.rates().total(), words) + (line.rates().total() == 0 ? "" : "/s");
        rate.show(now, Trend.RATE, trace, snapshot, Trend.RATE.text(trace, line, words));
        Long micros = line.rttMicros();
        boolean timed = trace.mostRttMicros() > 0 || line instanceof SocketLine && micros != null;
        Controls.show(trip, timed);
        if (timed) {
            trip.show(FlowText.rtt(micros == null ? (Long) trace.mostRttMicros() : micros, words), Trend.RTT, trace, snapshot,
                    Trend.RTT.text(trace, line, words));
        }
    }

    /** Values change in place where the same facts are told. */
    private void figures(List<Health.Figure> told) {
        List<Node> rows = figures.getChildren();
        for (int i = 0; i < told.size(); i++) {
            if (rows.size() == i) {
                rows.add(new FactRow());
            }
            ((FactRow) rows.get(i)).show(told.get(i).name(), told.get(i).value());
        }
        rows.subList(told.size(), rows.size()).clear();
    }

    private static HBox ill(String sentence) {
        Label text = prose("fact-prose");
        text.setText(sentence);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = Controls.row(8, Icons.of(MaterialDesignA.ALERT_OUTLINE, "ill-icon"), text);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
