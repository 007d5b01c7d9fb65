package quaywatch.ui.charts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;

/** The head of a chart: title, then each series with its colour, name and value now. */
final class Legend extends HBox {

    private final Map<String, Label> numbers = new HashMap<>();
    private final String notKnown;

    Legend(String title, List<String> series, Words words) {
        super(10);
        notKnown = words.get("ui.chart.notKnown");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Label head = Controls.label(title, "chart-title");
        head.setMinWidth(0);
        getChildren().addAll(head, Controls.spacer());
        for (String name : series) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", "series-" + name);
            Label item = Controls.label(words.get("ui.chart.series." + name), "chart-legend-item");
            item.setGraphic(swatch);
            Label number = Controls.label("", "chart-legend-number");
            item.setMinWidth(USE_PREF_SIZE);
            number.setMinWidth(USE_PREF_SIZE);
            numbers.put(name, number);
            HBox pair = new HBox(5, item, number);
            pair.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
            getChildren().add(pair);
        }
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
