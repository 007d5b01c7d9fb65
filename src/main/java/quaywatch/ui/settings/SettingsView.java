package quaywatch.ui.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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

    private static final List<Integer> SHARES = List.of(1, 2, 5, 10, 25, 100);

    /**
     * @param theme     colours
     * @param interval  time between two looks
     * @param share     how much of one processor core looking may take, in percent
     * @param reset     puts everything back to the defaults
     * @param place     where the settings are kept, as a sentence
     */
    public SettingsView(ObjectProperty<Theme> theme, Property<Duration> interval, Property<Integer> share, Runnable reset, String place,
            Words words) {
        setId("settings");
        getStyleClass().add("settings");
        HBox bar = new HBox(Controls.label(words.get("ui.screen.SETTINGS"), "screen-title"));
        bar.getStyleClass().add("screen-bar");
        VBox body = new VBox(row(words, "theme", themes(theme, words)), row(words, "interval", intervals(interval, words)),
                row(words, "share", shares(share, words)), new VBox(
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
        VBox text = Controls.column(2, title, detail);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = Controls.row(24, text, control);
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
        return choice("interval", Intervals.CHOICES, value -> Intervals.text(value, words), interval, words);
    }

    private static ComboBox<Integer> shares(Property<Integer> share, Words words) {
        return choice("share", SHARES, value -> words.get("ui.settings.share.percent", value), share, words);
    }

    private static <T> ComboBox<T> choice(String name, List<T> choices, Function<T, String> text, Property<T> value, Words words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("settings-" + name);
        box.setAccessibleText(words.get("ui.settings." + name));
        box.setTooltip(new Tooltip(words.get("ui.settings." + name + ".detail")));
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T chosen) {
                return text.apply(chosen);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("what stands here is chosen, not typed");
            }
        });
        box.valueProperty().bindBidirectional(value);
        return box;
    }
}
