package quaywatch.ui.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;

/** The head of a chart: title, then each series with its colour, name and value now. */
final class Legend extends HBox {

    private final Map<String, Label> numbers = new HashMap<>();
    private final List<Label> names = new ArrayList<>();
    private final Label head;
    private final String notKnown;

    Legend(String title, List<String> series, Words words) {
        super(10);
        notKnown = words.get("ui.chart.notKnown");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
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
            names.add(item);
            Label number = Controls.label("", "chart-legend-number");
            item.setMinWidth(USE_PREF_SIZE);
            number.setMinWidth(USE_PREF_SIZE);
            numbers.put(name, number);
            HBox pair = new HBox(5, item, number);
            pair.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
            getChildren().add(pair);
        }
    }

    /** Where room is short the names of the series leave; swatch, number and the name in the tooltip stay. */
    @Override
    protected void layoutChildren() {
        names.forEach(name -> name.setContentDisplay(ContentDisplay.LEFT));
        if (prefWidth(-1) > getWidth()) {
            names.forEach(name -> name.setContentDisplay(ContentDisplay.GRAPHIC_ONLY));
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
