package quaywatch.ui.portmap;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import quaywatch.model.PortRange;
import quaywatch.model.Row;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.DialogParts;
import quaywatch.ui.kit.Scroll;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.PortMap;
import quaywatch.view.SocketLine;
import quaywatch.view.Wording;

/** The Port map screen: the bar, the picture, and at its right the legend, the lens and what is selected. */
public final class PortMapView extends VBox {

    private static final PortRange ALL = new PortRange(0, PortMap.PORTS - 1);

    private final PortMapViewModel model;
    private final Words words;
    private final Navigation navigation;
    private final MapPane map;
    private final VBox selected = Controls.column(8);
    private final Label ports = Controls.label("", "mono-bold");
    private final Label counted = Controls.telling(Controls.label("", "secondary"));

    public PortMapView(PortMapViewModel model, PortRange ephemeral, ObservableValue<Sizes> sizes, Wording wording, Navigation navigation) {
        this.model = model;
        this.words = wording.words();
        this.navigation = navigation;
        getStyleClass().add("port-map-screen");
        map = new MapPane(model, ephemeral, sizes, words);
        new MapPointer(model, map, new HoverCard(wording), this::showRow);
        new MapKeys(model, map, this::showRow, this::free, this::filter);
        Label hint = DialogParts.wrapping(words.get("ui.map.hint"), "secondary", "map-hint");
        VBox left = new VBox(map, hint);
        VBox.setVgrow(map, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        ScrollPane side = new Scroll(side(sizes));
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().add("map-side");
        side.setFocusTraversable(false);
        HBox below = new HBox(left, side);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(bar(), below);
    }

    private HBox bar() {
        Label title = Controls.whole(Controls.label(words.get("ui.screen.PORT_MAP"), "screen-title"));
        Label note = Controls.telling(Controls.label("", "screen-note"));
        note.setId("map-note");
        model.map().subscribe(now -> note.setText(words.get("ui.map.note", now.used(ALL))));
        Button out = Controls.iconButton("map-out", MaterialDesignM.MINUS, words.get("ui.map.out"), () -> model.zoom(-1));
        Button in = Controls.iconButton("map-in", MaterialDesignP.PLUS, words.get("ui.map.in.hint"), () -> model.zoom(1));
        Button fit = Controls.named(new Button(words.get("ui.map.fit")), "map-fit", words.get("ui.map.fit.hint"));
        fit.getStyleClass().addAll("quiet", "small");
        fit.setOnAction(_ -> model.zoom().set(1));
        Label times = Controls.whole(Controls.label("", "number"));
        model.zoom().subscribe(now -> {
            times.setText(words.get("ui.map.times", now));
            out.setDisable(now.equals(PortMapViewModel.ZOOMS.getFirst()));
            in.setDisable(now.equals(PortMapViewModel.ZOOMS.getLast()));
        });
        List.of(out, in).forEach(button -> button.getStyleClass().add("small"));
        HBox bar = new HBox(title, note, Controls.spacer(), out, times, in, fit);
        bar.getStyleClass().add("screen-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private VBox side(ObservableValue<Sizes> sizes) {
        Button filter = Controls.button("map-filter", MaterialDesignF.FILTER_VARIANT, "", this::filter, "small");
        Button clear = Controls.named(new Button(words.get("ui.map.clear")), "map-clear", words.get("ui.map.clear.hint"));
        clear.getStyleClass().addAll("quiet", "small");
        clear.setOnAction(_ -> model.clear());
        Controls.shrinking(filter);
        clear.setMinWidth(USE_PREF_SIZE);
        HBox what = Controls.row(8, Controls.telling(ports), Controls.whole(counted));
        what.setAlignment(Pos.BASELINE_LEFT);
        HBox head = Controls.row(8, Controls.label(words.get("ui.map.selected"), "section-head"), Controls.spacer(), clear);
        head.setAlignment(Pos.CENTER_LEFT);
        selected.getChildren().addAll(head, what, filter);
        selected.setId("map-selected");
        model.stretch().subscribe(stretch -> {
            filter.setText(stretch == null ? "" : words.get("ui.map.filter", stretch.text()));
            filter.setAccessibleText(filter.getText());
            filter.getTooltip().setText(filter.getText());
            show(stretch);
        });
        model.map().addListener((_, _, _) -> show(model.stretch().get()));
        VBox side = new VBox(new Legend(model, words), new Lens(model, sizes, words), selected);
        side.getStyleClass().add("map-side-body");
        return side;
    }

    private void show(@Nullable Stretch stretch) {
        Controls.show(selected, stretch != null);
        if (stretch != null) {
            int used = model.used(stretch);
            ports.setText(stretch.text());
            counted.setText(words.get("ui.map.usedFree", used, stretch.size() - used));
        }
    }

    private void filter() {
        Stretch stretch = model.stretch().get();
        if (stretch != null) {
            navigation.filter("port:" + stretch.text());
            model.clear();
        }
    }

    /** Shows the row of the port at the cursor on its own screen. */
    private void showRow() {
        open().ifPresent(row -> navigation.goTo(row.socket().key()));
    }

    private void free() {
        open().filter(row -> row.socket().holdsPort()).ifPresent(row -> navigation.free(SocketLine.alone(row)));
    }

    private Optional<Row> open() {
        return model.atCursor().stream().filter(row -> !row.isClosed()).findFirst();
    }
}
