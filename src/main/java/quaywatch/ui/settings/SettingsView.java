package quaywatch.ui.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.controlsfx.control.SegmentedButton;

import quaywatch.settings.Theme;
import quaywatch.text.Words;
import quaywatch.ui.kit.Choice;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.nav.Intervals;

/** The Settings screen: what is chosen takes effect at once and is kept. */
public final class SettingsView extends VBox {

    /**
     * @param theme     colours
     * @param interval  time between two looks
     * @param reset     puts everything back to the defaults
     * @param place     where the settings are kept, as a sentence
     */
    public SettingsView(ObjectProperty<Theme> theme, Property<Duration> interval, Runnable reset, String place, Words words) {
        setId("settings");
        getStyleClass().add("settings");
        HBox bar = new HBox(Controls.label(words.get("ui.screen.SETTINGS"), "screen-title"));
        bar.getStyleClass().add("screen-bar");
        VBox body = new VBox(row(words, "theme", themes(theme, words)), row(words, "interval", intervals(interval, words)), new VBox(
                Controls.button("reset", org.kordamp.ikonli.materialdesign2.MaterialDesignR.RESTART, words.get("ui.settings.reset"),
                        reset)),
                note(place));
        body.getStyleClass().add("settings-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(bar, scroll);
    }

    private static HBox row(Words words, String name, Node control) {
        Label title = Controls.label(words.get("ui.settings." + name), "medium");
        Label detail = note(words.get("ui.settings." + name + ".detail"));
        VBox text = new VBox(2, title, detail);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(24, text, control);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private static Label note(String text) {
        Label note = Controls.label(text, "secondary");
        note.setWrapText(true);
        return note;
    }

    private static SegmentedButton themes(ObjectProperty<Theme> theme, Words words) {
        return Choice.of(Theme.values(),
                choice -> Controls.named(new ToggleButton(words.of("ui.settings.theme", choice)),
                        "theme-" + choice.name().toLowerCase(Locale.ROOT), words.of("ui.settings.theme", choice)),
                theme, theme::set);
    }

    private static ComboBox<Duration> intervals(Property<Duration> interval, Words words) {
        ComboBox<Duration> box = new ComboBox<>();
        box.setId("settings-interval");
        box.setAccessibleText(words.get("ui.settings.interval"));
        box.setTooltip(new Tooltip(words.get("ui.settings.interval.detail")));
        box.getItems().setAll(List.copyOf(Intervals.CHOICES));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Duration value) {
                return Intervals.text(value, words);
            }

            @Override
            public Duration fromString(String text) {
                throw new UnsupportedOperationException("an interval is chosen, not typed");
            }
        });
        box.valueProperty().bindBidirectional(interval);
        return box;
    }
}
