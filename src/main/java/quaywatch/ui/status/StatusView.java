package quaywatch.ui.status;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import quaywatch.model.Counting;
import quaywatch.model.SourceReport;
import quaywatch.text.Words;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Counts;

/** The status bar: what there is, what is hidden, where it comes from and what it costs, whether it is live. */
public final class StatusView extends HBox {

    private final Words words;
    private final Label sockets = number("sockets");
    private final Label socketsName = Controls.label("");
    private final Label listening = number("listening");
    private final Label established = number("established");
    private final Label waiting = number("waiting");
    private final Label bound = number("bound");
    private final Hyperlink hidden = new Hyperlink();
    private final Label trouble = Controls.telling(Controls.label(""));
    private final Label slowed = Controls.label("");
    private final Label counting = Controls.shrinking(Controls.label(""));
    /** Between what is the matter and where all comes from. */
    private final Region apart = gap();
    private final Label source = Controls.telling(Controls.label(""));
    private final Region dot = new Region();
    private final Label live = Controls.label("");
    private boolean narrow;

    /** @param showHidden  filters by hidden owners */
    public StatusView(Words words, ObservableValue<Boolean> paused, Runnable showHidden) {
        this.words = words;
        getStyleClass().add("status");
        hidden.setId("hidden-owners");
        hidden.setGraphic(Icons.of(MaterialDesignL.LOCK_OUTLINE));
        hidden.setOnAction(_ -> showHidden.run());
        hidden.setTooltip(new Tooltip(words.get("ui.status.hidden.hint")));
        hidden.setMinWidth(USE_PREF_SIZE);
        trouble.setId("trouble");
        trouble.setGraphic(Icons.of(MaterialDesignA.ALERT_OUTLINE, "st-stuck"));
        slowed.setId("slowed");
        slowed.setTooltip(new Tooltip(words.get("ui.status.slowed.hint")));
        counting.setId("counting");
        counting.setGraphic(Icons.of(MaterialDesignA.ALERT_OUTLINE, "st-closing"));
        source.setId("source");
        live.setMinWidth(USE_PREF_SIZE);
        dot.getStyleClass().add("dot");
        getChildren().addAll(beside(sockets, socketsName), gap(), pair(listening, "listening"), gap(), pair(established, "established"),
                gap(),
                pair(waiting, "waiting"), gap(), pair(bound, "bound"), Controls.spacer(), trouble, counting, hidden, apart, source, slowed,
                gap(),
                dot, live);
        socketsName.setText(words.get("ui.status.sockets", 0));
        paused.subscribe(on -> {
            dot.getStyleClass().remove("paused");
            if (on) {
                dot.getStyleClass().add("paused");
            }
            live.setText(words.get(on ? "ui.status.paused" : "ui.status.live"));
        });
        Controls.show(trouble, false);
        showBound();
        Controls.show(counting, false);
        Controls.show(slowed, false);
        // A line with nothing before it divides nothing.
        for (Labeled matter : List.of(trouble, counting, hidden)) {
            matter.visibleProperty()
                    .subscribe(_ -> Controls.show(apart, trouble.isVisible() || counting.isVisible() || hidden.isVisible()));
        }
    }

    /** In a narrow window the counts that matter least leave. */
    public void setNarrow(boolean nowNarrow) {
        narrow = nowNarrow;
        show(waiting, !narrow);
        showBound();
    }

    /** No such socket is not told: most sources can't see them, and a zero would say that there are none. */
    private void showBound() {
        show(bound, !narrow && !bound.getText().equals(text(0)));
    }

    private void show(Label count, boolean shown) {
        Controls.show(count.getParent(), shown);
        Controls.show(getChildren().get(getChildren().indexOf(count.getParent()) - 1), shown);
    }

    public void show(Frame frame) {
        Counts counts = frame.counts();
        sockets.setText(text(counts.sockets()));
        socketsName.setText(words.get("ui.status.sockets", counts.sockets()));
        listening.setText(text(counts.listening()));
        established.setText(text(counts.established()));
        waiting.setText(text(counts.waiting()));
        bound.setText(text(counts.boundOnly()));
        hidden.setText(words.get("ui.status.hidden", counts.hidden(), counts.inferred()));
        showBound();
        Controls.show(hidden, counts.hidden() + counts.inferred() > 0);
        report(frame.snapshot().report());
        counting(frame.snapshot().report().counting());
    }

    /** That totals lack something is said for as long as it is so. */
    private void counting(Counting now) {
        Controls.show(counting, now != Counting.COMPLETE);
        if (now != Counting.COMPLETE) {
            counting.setText(words.of("ui.status.counting", now));
            counting.setTooltip(new Tooltip(words.of("ui.status.counting.hint", now)));
        }
    }

    private void report(SourceReport report) {
        String cost = String.format(java.util.Locale.ROOT, "%.1f", report.cost().toNanos() / 1e6);
        source.setText(report.source().isEmpty() ? "" : words.get("ui.status.source", report.source(), cost));
        Controls.show(slowed, !report.slowedTo().isZero());
        slowed.setText(words.get("ui.status.slowed", String.format(java.util.Locale.ROOT, "%.1f", report.slowedTo().toMillis() / 1e3)));
        boolean troubled = !report.troubles().isEmpty() || !report.complete() || report.oddLines() > 0;
        Controls.show(trouble, troubled);
        dot.getStyleClass().remove("lost");
        if (!report.troubles().isEmpty()) {
            SourceReport.Trouble first = report.troubles().getFirst();
            trouble.setText(words.get("ui.status.trouble", first.source(), first.cause()));
            dot.getStyleClass().add("lost");
        } else if (!report.complete()) {
            trouble.setText(words.get("ui.status.incomplete"));
        } else {
            trouble.setText(words.get("ui.status.odd", report.oddLines()));
        }
    }

    private String text(int number) {
        return words.get("ui.number", number);
    }

    private static Label number(String id) {
        Label label = Controls.label("0", "number");
        label.setId("count-" + id);
        return label;
    }

    private HBox pair(Label number, String what) {
        return beside(number, Controls.label(words.get("ui.status." + what)));
    }

    private static HBox beside(Label number, Label name) {
        name.setMinWidth(USE_PREF_SIZE);
        number.setMinWidth(USE_PREF_SIZE);
        HBox pair = Controls.row(4, number, name);
        pair.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        pair.setMinWidth(USE_PREF_SIZE);
        return pair;
    }

    private static Region gap() {
        Region gap = new Region();
        gap.getStyleClass().add("gap");
        return gap;
    }
}
