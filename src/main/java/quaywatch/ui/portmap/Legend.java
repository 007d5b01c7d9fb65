package quaywatch.ui.portmap;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.view.PortMap;
import quaywatch.view.PortUse;

/** What the marks mean, how many ports have each, and which are shown. */
final class Legend extends VBox {

    private final Map<PortUse, Label> counts = new EnumMap<>(PortUse.class);
    private final PortMapViewModel model;
    private final Words words;

    Legend(PortMapViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("map-legend");
        HBox head = Controls.row(8, Controls.label(words.get("ui.map.legend"), "section-head"), Controls.spacer(),
                Controls.label(words.get("ui.map.legend.hint"), "secondary"));
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().add(head);
        add("ui.map.listening", List.of(PortUse.EVERY_INTERFACE, PortUse.ONE_ADDRESS, PortUse.THIS_MACHINE, PortUse.NAMESPACE));
        add("ui.map.other", List.of(PortUse.CONNECTED, PortUse.TIME_WAIT, PortUse.BOUND, PortUse.RECENT));
        model.map().subscribe(this::show);
    }

    private void add(String title, List<PortUse> uses) {
        getChildren().add(Controls.label(words.get(title), "secondary", "map-legend-title"));
        uses.forEach(use -> getChildren().add(row(use)));
    }

    private HBox row(PortUse use) {
        String name = words.of("ui.map.use", use);
        CheckBox box = new CheckBox();
        box.setId("map-" + use.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        box.setGraphic(Controls.row(6, new MarkPicture(use), Controls.label(name)));
        box.setAccessibleText(name);
        box.setTooltip(new Tooltip(words.get("ui.map.use.hint", name)));
        box.setSelected(true);
        model.hidden().subscribe(hidden -> box.setSelected(!hidden.contains(use)));
        box.selectedProperty().addListener((_, _, shown) -> model.show(use, shown));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        Label count = Controls.whole(Controls.label("0", "number"));
        counts.put(use, count);
        HBox row = new HBox(box, count);
        row.getStyleClass().add("map-legend-row");
        return row;
    }

    private void show(PortMap map) {
        counts.forEach((use, label) -> label.setText(String.format(Locale.ROOT, "%,d", map.count(use))));
    }
}
