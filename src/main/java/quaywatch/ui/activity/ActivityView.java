package quaywatch.ui.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.model.History;
import quaywatch.model.Slice;
import quaywatch.text.Words;
import quaywatch.ui.kit.Choice;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.nav.TimeFilter;
import quaywatch.ui.plot.Plot;
import quaywatch.view.Figures;
import quaywatch.view.Stretch;
import quaywatch.view.Wording;

/** The Activity screen: three plots over one time, and lists of who was busiest. Nothing is drawn while it is not in front. */
public final class ActivityView extends VBox {

    private final ActivityViewModel model;
    private final Wording wording;
    private final Words words;
    private final ThroughputPane throughput;
    private final StatesPane states;
    private final TurnoverPane turnover;
    private final RankPane lists;
    private final VBox plots = new VBox();
    private final Label note = Controls.telling(Controls.label("", "screen-note"));
    private final Button back;
    private final Coarse coarse = new Coarse();
    private final Readout readout = new Readout();
    private double pointed = Double.NaN;

    public ActivityView(TimeFilter brush, Navigation navigation, Wording wording) {
        this.wording = wording;
        this.words = wording.words();
        model = new ActivityViewModel(brush);
        Names names = new Names(wording);
        throughput = new ThroughputPane(names, wording);
        states = new StatesPane(wording);
        turnover = new TurnoverPane(wording);
        lists = new RankPane(names, navigation);
        back = Controls.button("back-to-now", MaterialDesignC.CLOCK_END, words.get("ui.activity.back"), model::backToNow, "small");
        getStyleClass().add("activity");
        setId("activity");
        getChildren().addAll(bar(), body());
        Gestures.install(plots, all(), model, this::point);
        model.span().subscribe(this::redraw);
        model.by().subscribe(this::redraw);
        model.brushed().subscribe(this::redraw);
        sceneProperty().addListener((_, _, now) -> {
            if (now != null) {
                redraw();
            }
        });
    }

    private HBox bar() {
        back.setMinWidth(USE_PREF_SIZE);
        note.setId("activity-note");
        HBox bar = new HBox(Controls.whole(Controls.label(words.get("ui.screen.ACTIVITY"), "screen-title")), note, back,
                Controls.key(words.get("ui.key.escape")), Controls.spacer(),
                Choice.of(Span.values(), span -> choice(span, words.of("ui.activity.span", span), words.of("ui.activity.span.hint", span)),
                        model.span(), model.span()::set),
                Choice.of(By.values(), by -> choice(by, words.of("ui.activity.by", by), words.of("ui.activity.by.hint", by)), model.by(),
                        model.by()::set));
        bar.getStyleClass().addAll("screen-bar", "activity-bar");
        return bar;
    }

    private static ToggleButton choice(Enum<?> value, String text, String hint) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("small");
        return Controls.named(button, "activity-" + value.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                hint);
    }

    private HBox body() {
        plots.getChildren().addAll(throughput, states, turnover, readout);
        plots.getStyleClass().add("activity-plots");
        plots.setId("activity-plots");
        plots.setFocusTraversable(true);
        plots.setAccessibleRole(AccessibleRole.PARENT);
        plots.setAccessibleText(words.get("ui.activity.plots"));
        plots.setMinWidth(0);
        VBox.setVgrow(throughput, Priority.ALWAYS);
        HBox.setHgrow(plots, Priority.ALWAYS);
        HBox body = new HBox(plots, lists);
        body.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private List<Plot> all() {
        return List.of(throughput.plot(), states.plot(), turnover.plot());
    }

    /** Whether there is room for two plots only. */
    public void setNarrow(boolean narrow) {
        Controls.show(turnover, !narrow);
        lists.setNarrow(narrow);
    }

    /** Shows a history, at once if the screen is in front and else when it comes there. */
    public void show(History history) {
        model.show(history);
        redraw();
    }

    private void redraw() {
        if (getScene() == null) {
            return;
        }
        History history = model.history().get();
        Stretch shown = model.shown();
        Ranks ranks = Ranks.of(history, shown);
        List<Slice> drawn = model.span().get() == Span.HOUR ? coarse.of(history.slices()) : history.slices();
        throughput.show(drawn, shown, ranks, model.by().get());
        states.show(drawn, ranks.last(), shown);
        turnover.show(history, shown);
        lists.show(history, model.listed().equals(shown) ? ranks : Ranks.of(history, model.listed()), model.listed());
        tell(model.brushed().getValue(), history);
        for (Plot plot : all()) {
            plot.setTime(shown.from().toEpochMilli() / 1e3, shown.to().toEpochMilli() / 1e3);
            plot.setBrush(model.brushed().getValue());
            plot.redraw();
        }
        point(pointed);
    }

    private void tell(@Nullable Stretch brushed, History history) {
        Controls.show(back, brushed != null);
        back.getParent().getChildrenUnmodifiable().stream().filter(node -> node.getStyleClass().contains("key"))
                .forEach(node -> Controls.show(node, brushed != null));
        if (brushed != null) {
            String told = words.get("ui.activity.brushed", Figures.length(brushed.apart(), words),
                    Figures.clock(brushed.from(), wording.zone()));
            note.setText(isKnown(brushed, history)
                    ? told
                    : words.get("ui.note.incomplete", told, Figures.minute(history.slices().getFirst().from(), wording.zone())));
        } else {
            note.setText(history.slices().isEmpty() ? words.get("ui.loading") : "");
        }
    }

    /** Whether all of a stretch, by whole seconds, lies in the history. */
    private static boolean isKnown(Stretch stretch, History history) {
        return history.slices().isEmpty()
                || !stretch.from().isBefore(history.slices().getFirst().from().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The pointer is at a second since 1970, or nowhere. */
    private void point(double time) {
        boolean moved = Double.compare(time, pointed) != 0;
        pointed = time;
        Slice slice = Double.isNaN(time) ? null : model.at(Instant.ofEpochMilli((long) (time * 1e3)));
        if (slice == null) {
            Controls.show(readout, false);
        } else {
            readout.show(Figures.clock(slice.from(), wording.zone()), throughput.told(slice, model.by().get()),
                    states.told(slice), turnover.told(slice));
            readout.place(throughput, throughput.plot().placeOf(time));
        }
        if (moved) {
            for (Plot plot : all()) {
                plot.setPointed(time);
                plot.redraw();
            }
        }
    }
}
