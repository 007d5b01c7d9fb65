package quaywatch.ui.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;

/** The head of a chart: title, then each series with its colour, name and value now. */
final class Legend extends HBox {

    private static final String REST = "other";

    private final Map<String, Label> numbers = new HashMap<>();
    private final List<HBox> pairs = new ArrayList<>();
    private final Label head;
    private final String notKnown;

    Legend(String title, List<String> series, Words words) {
        getStyleClass().add("gap-10");
        notKnown = words.get("ui.chart.notKnown");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        head = Controls.label(title, "chart-title");
        head.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(head, Controls.spacer());
        for (String name : series) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "series-" + name);
            Label item = Controls.label(words.get("ui.chart.series." + name), "chart-legend-item");
            item.setGraphic(swatch);
            item.setTooltip(new Tooltip(item.getText()));
            Label number = Controls.label("", "chart-legend-number");
            item.setMinWidth(USE_PREF_SIZE);
            number.setMinWidth(USE_PREF_SIZE);
            numbers.put(name, number);
            HBox pair = Controls.row(5, item, number);
            pair.setAlignment(Pos.BASELINE_LEFT);
            pairs.add(pair);
            getChildren().add(pair);
        }
    }

    /** Where room is short the sum of what has no series of its own leaves, then the title, then series; a colour never stands without its name. */
    @Override
    protected void layoutChildren() {
        List<Node> leaving = new ArrayList<>(pairs.subList(1, pairs.size()).reversed());
        leaving.add(numbers.containsKey(REST) ? 1 : 0, head);
        leaving.forEach(node -> Controls.show(node, true));
        for (Node node : leaving) {
            if (prefWidth(-1) <= getWidth()) {
                break;
            }
            Controls.show(node, false);
        }
        super.layoutChildren();
    }

    void set(String series, String number) {
        Label label = numbers.get(series);
        if (label != null) {
            label.setText(number);
        }
    }

    String notKnown() {
        return notKnown;
    }
}
