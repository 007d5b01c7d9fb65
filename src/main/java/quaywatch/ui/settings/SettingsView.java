package quaywatch.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
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
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

import quaywatch.settings.Confirmation;
import quaywatch.settings.Palette;
import quaywatch.settings.Theme;
import quaywatch.text.Words;
import quaywatch.ui.kit.AskedButton;
import quaywatch.ui.kit.Choice;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Scroll;
import quaywatch.ui.nav.Intervals;

/** The Settings screen: what is chosen takes effect at once and is kept. */
public final class SettingsView extends VBox {

    private static final List<Integer> SECONDS = List.of(1, 2, 3, 5, 10, 30, 60);
    private static final List<Integer> SHARES = List.of(1, 2, 5, 10, 25, 100);

    private final PreferencesViewModel model;
    private final Words words;

    /**
     * @param reset  puts everything back to the defaults
     * @param place  where the settings are kept, as a sentence
     */
    public SettingsView(PreferencesViewModel model, Runnable reset, String place, Words words) {
        this.model = model;
        this.words = words;
        setId("settings");
        getStyleClass().add("settings");
        HBox bar = new HBox(Controls.label(words.get("ui.screen.SETTINGS"), "screen-title"));
        bar.getStyleClass().add("screen-bar");
        VBox body = new VBox(look(), looking(), names(), freeing(),
                kept(reset, place));
        body.getStyleClass().add("settings-body");
        ScrollPane scroll = new Scroll(body);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(bar, scroll);
    }

    // ---- sections

    private VBox look() {
        ObjectProperty<Boolean> marked = part(model.marks(), marks -> marks.on(), (marks, on) -> marks.withOn(on));
        ObjectProperty<Integer> seconds = part(model.marks(), marks -> marks.seconds(), (marks, value) -> marks.withSeconds(value));
        ComboBox<Integer> stay = box("markSeconds", SECONDS, value -> words.get("ui.interval.s", String.valueOf(value)), seconds);
        marked.subscribe(on -> stay.setDisable(!on));
        return section("look",
                row("theme", choice("theme", Theme.values(), value -> words.of("ui.settings.theme", value), model.theme())),
                row("palette", choice("palette", Palette.values(), value -> words.of("ui.settings.palette", value), model.palette())),
                row("textSize", box("textSize", PreferencesViewModel.TEXT_SIZES, this::percent, model.textSize())),
                row("marks", switched("marks", marked)),
                row("markSeconds", stay));
    }

    private VBox looking() {
        return section("looking",
                row("interval", box("interval", Intervals.CHOICES, value -> Intervals.text(value, words), model.interval())),
                row("share", box("share", SHARES, this::percent, model.share())));
    }

    private VBox names() {
        return section("names", row("hostNames", switched("hostNames", model.hostNames().asObject())));
    }

    private VBox freeing() {
        return section("freeing", row("confirmation", choice("confirmation", Confirmation.values(),
                value -> words.of("ui.settings.confirmation", value), model.confirmation())));
    }

    private VBox kept(Runnable reset, String place) {
        Label where = note(place);
        where.getStyleClass().add("settings-place");
        VBox section = section("kept", row("reset", new AskedButton("reset", MaterialDesignR.RESTART, reset,
                new AskedButton.Texts(words.get("ui.settings.reset.ask"), words.get("ui.settings.reset.keep"),
                        words.get("ui.settings.reset.do")))));
        section.getChildren().add(where);
        return section;
    }

    private VBox section(String name, Node... rows) {
        VBox frame = new VBox(rows);
        rows[rows.length - 1].getStyleClass().add("last");
        frame.getStyleClass().add("settings-rows");
        VBox section = new VBox(Controls.label(words.get("ui.settings.section." + name), "section-head"), frame);
        section.getStyleClass().add("settings-section");
        return section;
    }

    private HBox row(String name, Node control) {
        VBox text = new VBox(Controls.label(words.get("ui.settings." + name), "medium"),
                note(words.get("ui.settings." + name + ".detail")));
        text.getStyleClass().add("settings-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(text, control);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private static Label note(String text) {
        Label note = Controls.label(text, "secondary");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }

    // ---- controls

    private String percent(int value) {
        return words.get("ui.settings.percent", String.valueOf(value));
    }

    private <T> SegmentedButton choice(String name, T[] values, Function<T, String> text, ObjectProperty<T> value) {
        SegmentedButton row = Choice.of(values, one -> {
            ToggleButton button = Controls.named(new ToggleButton(text.apply(one)), name + "-" + one.toString().toLowerCase(Locale.ROOT),
                    words.get("ui.settings.choice", words.get("ui.settings." + name), text.apply(one)));
            button.setMinWidth(USE_PREF_SIZE);
            return button;
        }, value, value::set);
        row.setMinWidth(USE_PREF_SIZE);
        return row;
    }

    private SegmentedButton switched(String name, ObjectProperty<Boolean> value) {
        return choice(name, new Boolean[]{false, true}, on -> words.get(on ? "ui.settings.on" : "ui.settings.off"), value);
    }

    private <T> ComboBox<T> box(String name, List<T> choices, Function<T, String> text, Property<T> value) {
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

    /** One component of a value, as a property of its own. */
    private static <W, T> ObjectProperty<T> part(ObjectProperty<W> whole, Function<W, T> get, BiFunction<W, T, W> with) {
        ObjectProperty<T> part = new SimpleObjectProperty<>(get.apply(whole.get()));
        whole.addListener((_, _, now) -> part.set(get.apply(now)));
        part.addListener((_, _, now) -> whole.set(with.apply(whole.get(), now)));
        return part;
    }
}
