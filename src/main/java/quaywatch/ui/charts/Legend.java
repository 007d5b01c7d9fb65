package quaywatch.ui.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;

/** The head of a chart: title, then each series with its colour, name and value now. Where room is short, the title is the last to go. */
final class Legend extends HBox {

    private static final String REST = "other";

    private final Map<String, Label> numbers = new LinkedHashMap<>();
    private final List<HBox> pairs = new ArrayList<>();
    private final Label title;
    private final Label brief;
    private final String notKnown;
    private final List<Runnable> savings;

    /** @param shorter  the title where room is short */
    Legend(String whole, List<String> series, String shorter, Words words) {
        getStyleClass().add("gap-10");
        notKnown = words.get("ui.chart.notKnown");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        title = Controls.whole(Controls.label(whole, "chart-title"));
        brief = Controls.whole(Controls.label(shorter, "chart-title"));
        brief.setTooltip(new Tooltip(title.getText()));
        getChildren().addAll(title, brief, Controls.spacer());
        for (String name : series) {
            pairs.add(pair(name, words));
        }
        getChildren().addAll(pairs);
        savings = savings();
    }

    private HBox pair(String name, Words words) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "series-" + name);
        Label item = Controls.whole(Controls.label(words.get("ui.chart.series." + name), "chart-legend-item"));
        item.setGraphic(swatch);
        item.setTooltip(new Tooltip(item.getText()));
        Label number = Controls.whole(Controls.label("", "chart-legend-number"));
        numbers.put(name, number);
        HBox pair = Controls.row(5, item, number);
        pair.setAlignment(Pos.BASELINE_LEFT);
        return pair;
    }

    /**
     * What makes room, in turn: the sum of what has no series of its own leaves, the title gets shorter, the numbers leave, then series; a
     * colour never stands without its name.
     */
    private List<Runnable> savings() {
        List<Runnable> ways = new ArrayList<>();
        ways.add(() -> tell(brief));
        ways.add(() -> numbers.values().forEach(number -> Controls.show(number, false)));
        pairs.subList(1, pairs.size()).reversed().forEach(pair -> ways.add(() -> Controls.show(pair, false)));
        if (numbers.containsKey(REST)) {
            ways.addFirst(() -> Controls.show(pairs.getLast(), false));
        }
        return ways;
    }

    @Override
    protected void layoutChildren() {
        tell(title);
        numbers.values().forEach(number -> Controls.show(number, true));
        pairs.forEach(pair -> Controls.show(pair, true));
        // Computed, for a width that is remembered is not forgotten while this is laid out.
        for (int used = 0; used < savings.size() && computePrefWidth(-1) > getWidth(); used++) {
            savings.get(used).run();
        }
        super.layoutChildren();
    }

    private void tell(Label told) {
        Controls.show(title, told == title);
        Controls.show(brief, told == brief);
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
