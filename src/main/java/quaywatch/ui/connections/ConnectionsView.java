package quaywatch.ui.connections;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import quaywatch.model.PortClass;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.nav.RangeFilter;
import quaywatch.ui.table.ScreenBar;
import quaywatch.ui.table.SocketTable;
import quaywatch.ui.table.TableViewModel;
import quaywatch.ui.theme.Sizes;

/** The Connections screen: the bar with a chip for each port range, and the table. */
public final class ConnectionsView extends VBox {

    private static final double ROOM_FOR_CHIPS = 860;

    private final Map<PortClass, Label> counts = new EnumMap<>(PortClass.class);

    public ConnectionsView(TableViewModel model, SocketTable table, RangeFilter ranges, ObservableValue<Sizes> sizes, Words words) {
        HBox chips = Controls.row(8);
        chips.setId("range-chips");
        chips.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        for (PortClass range : PortClass.values()) {
            chips.getChildren().add(chip(range, ranges, words));
        }
        Runnable fit = () -> Controls.show(chips, getWidth() >= sizes.getValue().of(ROOM_FOR_CHIPS));
        widthProperty().addListener((_, _, _) -> fit.run());
        sizes.addListener((_, _, _) -> fit.run());
        model.frame().subscribe(frame -> {
            if (frame != null) {
                counts.forEach((range, label) -> label.setText(String.valueOf(frame.rows().byRange().getOrDefault(range, 0))));
            }
        });
        getChildren().addAll(new ScreenBar(table, model, words, chips), table.node());
        VBox.setVgrow(table.node(), Priority.ALWAYS);
    }

    private ToggleButton chip(PortClass range, RangeFilter ranges, Words words) {
        Label count = Controls.label("0", "count");
        counts.put(range, count);
        HBox content = Controls.row(5, Controls.label(words.of("ui.range", range)), count);
        content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        ToggleButton chip = new ToggleButton(null, content);
        chip.getStyleClass().setAll("range-chip");
        chip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setOnAction(_ -> ranges.toggle(range));
        ranges.chosen().subscribe(chosen -> chip.setSelected(chosen == range));
        return Controls.named(chip, "chip-" + range.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                words.get("ui.range.hint", words.of("ui.range", range)));
    }
}
